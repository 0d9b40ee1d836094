import {
  childOf,
  childrenOf,
  countFault,
  everyElement,
  orderFaults,
  wholeNumber,
  type XmlElement,
} from './xml-tree.ts';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const DXF_ORDER = ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection', 'extLst'];
const XF_ORDER = ['alignment', 'protection', 'extLst'];
const BORDER_ORDER = ['start', 'left', 'end', 'right', 'top', 'bottom', 'diagonal', 'vertical', 'horizontal'];
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'];
const FIRST_OWN_FORMAT = 164;
const LONGEST_FORMAT = 255;
const HORIZONTALS = ['general', 'left', 'center', 'right', 'fill', 'justify', 'centerContinuous', 'distributed'];
const VERTICALS = ['top', 'center', 'bottom', 'justify', 'distributed'];
const LAST_ROTATION = 180;
const STACKED = 255;

/** How many looks there are to be named by number. */
export type Looks = { readonly cells: number; readonly dxfs: number };

/** The looks of a workbook without a styles part: one, the plain one. */
export function looksOf(root: XmlElement | undefined): Looks {
  return {
    cells: Math.max(1, childOf(root, 'cellXfs')?.children.length ?? 1),
    dxfs: childOf(root, 'dxfs')?.children.length ?? 0,
  };
}

function numberFormatFaults(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const ids = new Set<number>();
  for (const format of childrenOf(childOf(root, 'numFmts'), 'numFmt')) {
    const id = wholeNumber(format, 'numFmtId') ?? Number.NaN;
    const code = format.attributes['formatCode'];
    if (ids.has(id)) faults.push(`number format ${id} is there twice`);
    if (Number.isNaN(id)) faults.push('a number format without an id');
    if (code === undefined || code.length > LONGEST_FORMAT)
      faults.push(`number format ${id} has no code, or one too long`);
    ids.add(id);
  }
  return faults;
}

function alignmentFaults(xf: XmlElement): readonly string[] {
  const alignment = childOf(xf, 'alignment');
  if (!alignment) return [];
  const { horizontal, vertical } = alignment.attributes;
  const rotation = wholeNumber(alignment, 'textRotation') ?? 0;
  const faults: string[] = [];
  if (horizontal !== undefined && !HORIZONTALS.includes(horizontal)) faults.push(`aligned ${horizontal}`);
  if (vertical !== undefined && !VERTICALS.includes(vertical)) faults.push(`aligned ${vertical}`);
  if (!(rotation >= 0 && (rotation <= LAST_ROTATION || rotation === STACKED))) faults.push(`turned by ${rotation}`);
  return faults;
}

function xfFaults(root: XmlElement, list: 'cellStyleXfs' | 'cellXfs'): readonly string[] {
  const count = (name: string): number => childOf(root, name)?.children.length ?? 0;
  const own = new Set(childrenOf(childOf(root, 'numFmts'), 'numFmt').map((format) => wholeNumber(format, 'numFmtId')));
  const limits = { fontId: count('fonts'), fillId: count('fills'), borderId: count('borders') };
  const faults: string[] = [];
  for (const [index, xf] of childrenOf(childOf(root, list), 'xf').entries()) {
    const say = (fault: string): number => faults.push(`${list} ${index}: ${fault}`);
    for (const [name, limit] of Object.entries(limits)) {
      const id = wholeNumber(xf, name) ?? 0;
      if (!(id >= 0 && id < limit)) say(`${name} ${id} of ${limit}`);
    }
    const format = wholeNumber(xf, 'numFmtId') ?? 0;
    if (!(format >= 0) || (format >= FIRST_OWN_FORMAT && !own.has(format))) say(`the missing number format ${format}`);
    const base = list === 'cellXfs' ? (wholeNumber(xf, 'xfId') ?? 0) : 0;
    // Without any base styles the number is not looked at.
    if (!(base >= 0 && base < Math.max(1, count('cellStyleXfs')))) say(`xfId ${base} of ${count('cellStyleXfs')}`);
    for (const fault of [...orderFaults(xf, XF_ORDER), ...alignmentFaults(xf)]) say(fault);
  }
  return faults;
}

function cellStyleFaults(root: XmlElement): readonly string[] {
  const bases = childOf(root, 'cellStyleXfs')?.children.length ?? 0;
  const faults: string[] = [];
  const names = new Set<string>();
  for (const style of childrenOf(childOf(root, 'cellStyles'), 'cellStyle')) {
    const name = style.attributes['name']?.toLowerCase() ?? '';
    const base = wholeNumber(style, 'xfId') ?? 0;
    if (!(base >= 0 && base < bases)) faults.push(`cell style ${name} has xfId ${base} of ${bases}`);
    if (names.has(name)) faults.push(`two cell styles are named ${name}`);
    names.add(name);
  }
  return faults;
}

/** The first two fills are the programs' own: nothing, and a grey raster, whatever is written there. */
function fillFaults(root: XmlElement): readonly string[] {
  const patterns = childrenOf(childOf(root, 'fills'), 'fill').map(
    (fill) => childOf(fill, 'patternFill')?.attributes['patternType'] ?? 'none',
  );
  return patterns[0] === 'none' && (patterns.length === 1 || patterns[1] === 'gray125')
    ? []
    : [`the first two fills are ${patterns.slice(0, 2).join(', ')}`];
}

function lookFaults(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  for (const dxf of childrenOf(childOf(root, 'dxfs'), 'dxf')) faults.push(...orderFaults(dxf, DXF_ORDER));
  for (const border of childrenOf(childOf(root, 'borders'), 'border'))
    faults.push(...orderFaults(border, BORDER_ORDER));
  for (const font of childrenOf(childOf(root, 'fonts'), 'font')) {
    const size = Number(childOf(font, 'sz')?.attributes['val'] ?? 11);
    if (!(size >= 1 && size <= 409)) faults.push(`a font of ${size} points`);
    const name = childOf(font, 'name')?.attributes['val'];
    if (name !== undefined && (name === '' || name.length > 31)) faults.push(`a font named “${name}”`);
    const once = new Set(font.children.map(({ local }) => local));
    if (once.size !== font.children.length) faults.push('a font that says something twice');
  }
  for (const { attributes, local } of everyElement(root)) {
    const colour = attributes['rgb'];
    if (colour !== undefined && !/^[\dA-Fa-f]{8}$/.test(colour)) faults.push(`<${local}> has the colour “${colour}”`);
  }
  return faults;
}

/** Rules of the styles part. */
export function styleFaults(part: string, root: XmlElement): readonly string[] {
  const lists = LISTS.flatMap((name) => childOf(root, name) ?? []);
  const required = ['fonts', 'fills', 'borders', 'cellXfs'].filter(
    (name) => (childOf(root, name)?.children.length ?? 0) === 0,
  );
  return [
    ...orderFaults(root, ORDER),
    ...required.map((name) => `no ${name}`),
    ...lists.flatMap((list) => countFault(list)),
    ...numberFormatFaults(root),
    ...fillFaults(root),
    ...xfFaults(root, 'cellStyleXfs'),
    ...xfFaults(root, 'cellXfs'),
    ...cellStyleFaults(root),
    ...lookFaults(root),
  ].map((fault) => `${part}: styles: ${fault}`);
}
