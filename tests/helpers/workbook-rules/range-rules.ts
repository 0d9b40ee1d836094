import { formulaFaults } from './formula-rules.ts';
import { type Area, areaName, areaOf, areasOf, LAST_COLUMN, LAST_ROW, overlap, overlapping } from './references.ts';
import type { Looks } from './style-rules.ts';
import { childOf, childrenOf, countFault, wholeNumber, type XmlElement } from './xml-tree.ts';

const WIDEST_COLUMN = 255;
const LONGEST_LIST = 255;
const MOST_BREAKS = 1_026;
const MOST_LINKS = 65_530;
const LONGEST_ADDRESS = 2_083;
const CHECK_TYPES = ['none', 'whole', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'];
const CHECK_OPERATORS = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'lessThan',
  'lessThanOrEqual',
  'greaterThan',
  'greaterThanOrEqual',
];
const RULE_TYPES = [
  'expression',
  'cellIs',
  'colorScale',
  'dataBar',
  'iconSet',
  'top10',
  'uniqueValues',
  'duplicateValues',
  'containsText',
  'notContainsText',
  'beginsWith',
  'endsWith',
  'containsBlanks',
  'notContainsBlanks',
  'containsErrors',
  'notContainsErrors',
  'timePeriod',
  'aboveAverage',
];

/** Merged areas: each of two cells or more, none over another, none over a table. */
export function mergeFaults(sheet: XmlElement, tables: readonly Area[]): readonly string[] {
  const list = childOf(sheet, 'mergeCells');
  if (!list) return [];
  const faults: string[] = [...countFault(list)];
  if (list.children.length === 0) faults.push('<mergeCells> is empty');
  const areas: Area[] = [];
  for (const { attributes } of childrenOf(list, 'mergeCell')) {
    const area = areaOf(attributes['ref'] ?? '');
    if (!area) faults.push(`no area: “${attributes['ref']}”`);
    else if (area.top === area.bottom && area.left === area.right) faults.push(`${attributes['ref']} is one cell`);
    if (area) areas.push(area);
  }
  for (const [one, other] of overlapping(areas)) faults.push(`${areaName(one)} and ${areaName(other)} overlap`);
  for (const area of areas) {
    if (tables.some((table) => overlap(area, table))) faults.push(`${areaName(area)} lies over a table`);
  }
  return faults.map((fault) => `merges: ${fault}`);
}

export function columnFaults(sheet: XmlElement, looks: Looks): readonly string[] {
  const faults: string[] = [];
  let last = 0;
  for (const column of childrenOf(childOf(sheet, 'cols'), 'col')) {
    const min = wholeNumber(column, 'min') ?? Number.NaN;
    const max = wholeNumber(column, 'max') ?? Number.NaN;
    const width = Number(column.attributes['width'] ?? 8);
    const look = wholeNumber(column, 'style') ?? 0;
    if (!(min > last && max >= min && max <= LAST_COLUMN)) faults.push(`${min} to ${max} after ${last}`);
    if (!(width >= 0 && width <= WIDEST_COLUMN)) faults.push(`a width of ${column.attributes['width']}`);
    if (!(look >= 0 && look < looks.cells)) faults.push(`style ${look} of ${looks.cells}`);
    last = max;
  }
  if (childOf(sheet, 'cols')?.children.length === 0) faults.push('<cols> is empty');
  return faults.map((fault) => `columns: ${fault}`);
}

export function conditionFaults(sheet: XmlElement, looks: Looks, sheetNames: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  for (const block of childrenOf(sheet, 'conditionalFormatting')) {
    const sqref = block.attributes['sqref'] ?? '';
    if (!areasOf(sqref)) faults.push(`no area: “${sqref}”`);
    const rules = childrenOf(block, 'cfRule');
    if (rules.length === 0) faults.push(`${sqref} has no rule`);
    for (const rule of rules) {
      const say = (fault: string): number => faults.push(`${sqref}: ${fault}`);
      const priority = wholeNumber(rule, 'priority');
      const look = wholeNumber(rule, 'dxfId');
      const type = rule.attributes['type'] ?? '';
      if (!RULE_TYPES.includes(type)) say(`the unknown type “${type}”`);
      if (priority === undefined || !(priority >= 1)) say(`priority ${rule.attributes['priority']}`);
      if (look !== undefined && !(look >= 0 && look < looks.dxfs)) say(`dxfId ${look} of ${looks.dxfs}`);
      const formulas = childrenOf(rule, 'formula');
      if (type === 'expression' && formulas.length !== 1) say(`${formulas.length} formulas`);
      for (const { text } of formulas) for (const fault of formulaFaults(text, sheetNames)) say(fault);
    }
  }
  return faults.map((fault) => `conditional formats: ${fault}`);
}

function checkFaults(check: XmlElement, sheetNames: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const { type = 'none', operator = 'between', sqref = '' } = check.attributes;
  if (!areasOf(sqref)) faults.push(`no area: “${sqref}”`);
  if (!CHECK_TYPES.includes(type)) faults.push(`the unknown type “${type}”`);
  if (!CHECK_OPERATORS.includes(operator)) faults.push(`the unknown operator “${operator}”`);
  for (const [name, most] of Object.entries({ prompt: 255, error: 255, promptTitle: 32, errorTitle: 32 })) {
    const length = check.attributes[name]?.length ?? 0;
    if (length > most) faults.push(`${name} of ${length} characters`);
  }
  const first = childOf(check, 'formula1')?.text;
  if (first === undefined && type !== 'none') faults.push(`${type} without a formula`);
  const needsTwo = ['whole', 'decimal', 'date', 'time', 'textLength'].includes(type) && /etween$/.test(operator);
  if (needsTwo && !childOf(check, 'formula2')) faults.push(`${operator} with one formula`);
  if (type === 'list' && first?.startsWith('"') === true && first.length - 2 > LONGEST_LIST) {
    faults.push(`a list of ${first.length - 2} characters`);
  }
  for (const { text } of check.children) for (const fault of formulaFaults(text, sheetNames)) faults.push(fault);
  return faults;
}

export function validationFaults(sheet: XmlElement, sheetNames: ReadonlySet<string>): readonly string[] {
  const list = childOf(sheet, 'dataValidations');
  if (!list) return [];
  const faults = [
    ...countFault(list),
    ...childrenOf(list, 'dataValidation').flatMap((check) => checkFaults(check, sheetNames)),
  ];
  if (list.children.length === 0) faults.push('<dataValidations> is empty');
  return faults.map((fault) => `validations: ${fault}`);
}

export function linkFaults(sheet: XmlElement, outside: (id: string) => string | undefined): readonly string[] {
  const links = childrenOf(childOf(sheet, 'hyperlinks'), 'hyperlink');
  const faults = links.length > MOST_LINKS ? [`${links.length} of them`] : [];
  if (childOf(sheet, 'hyperlinks') && links.length === 0) faults.push('<hyperlinks> is empty');
  for (const { attributes } of links) {
    const { ref = '', location, 'r:id': id } = attributes;
    if (!areaOf(ref)) faults.push(`at no cell: “${ref}”`);
    if (id === undefined && location === undefined) faults.push(`${ref} leads nowhere`);
    if ((id === undefined ? '' : (outside(id) ?? '')).length > LONGEST_ADDRESS)
      faults.push(`${ref} has an address too long`);
  }
  return faults.map((fault) => `hyperlinks: ${fault}`);
}

export function breakFaults(sheet: XmlElement): readonly string[] {
  const faults: string[] = [];
  for (const [name, most] of [
    ['rowBreaks', LAST_ROW],
    ['colBreaks', LAST_COLUMN],
  ] as const) {
    const list = childOf(sheet, name);
    if (!list) continue;
    const breaks = childrenOf(list, 'brk');
    const manual = breaks.filter(({ attributes }) => /^(1|true)$/.test(attributes['man'] ?? '')).length;
    faults.push(...countFault(list), ...countFault(list, 'manualBreakCount', manual));
    if (breaks.length > MOST_BREAKS) faults.push(`${breaks.length} of them`);
    const ids = breaks.map((one) => wholeNumber(one, 'id') ?? 0);
    if (ids.some((id) => !(id >= 1 && id < most))) faults.push(`<${name}> at ${ids.join(', ')}`);
    if (new Set(ids).size !== ids.length) faults.push(`<${name}> twice at one place`);
  }
  return faults.map((fault) => `page breaks: ${fault}`);
}
