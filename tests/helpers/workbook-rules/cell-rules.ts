import { formulaFaults } from './formula-rules.ts';
import { type Area, areaOf, cellPlace, LAST_ROW } from './references.ts';
import { LONGEST_TEXT, textFaults } from './string-rules.ts';
import { childOf, childrenOf, orderFaults, wholeNumber, type XmlElement } from './xml-tree.ts';

const HIGHEST_ROW = 409.5;
const CELL_ORDER = ['f', 'v', 'is', 'extLst'];
const ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'];

/** What is said of cells elsewhere. */
export type CellBounds = { readonly looks: number; readonly strings: number; readonly sheetNames: ReadonlySet<string> };

/** The cells of a sheet as found, for the rules of ranges. */
export type CellMap = {
  readonly faults: readonly string[];
  /** The smallest area around all cells. */
  readonly used: Area | undefined;
  readonly formulas: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, XmlElement>;
};

function contentFaults(cell: XmlElement, bounds: CellBounds): readonly string[] {
  const type = cell.attributes['t'] ?? 'n';
  const value = childOf(cell, 'v')?.text;
  const inline = childOf(cell, 'is');
  if (inline && type !== 'inlineStr') return [`an inline text in a cell of the type ${type}`];
  switch (type) {
    case 's': {
      const index = value !== undefined && /^\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
      return index < bounds.strings ? [] : [`shared string ${value} of ${bounds.strings}`];
    }
    case 'inlineStr':
      return inline && value === undefined ? textFaults(inline) : ['inlineStr without <is>, or with <v>'];
    case 'str':
      return (value?.length ?? 0) > LONGEST_TEXT ? [`a text of ${value?.length} characters`] : [];
    case 'b':
      return value === undefined || /^[01]$/.test(value) ? [] : [`the truth value “${value}”`];
    case 'e':
      return value !== undefined && ERRORS.includes(value) ? [] : [`the error “${value}”`];
    case 'd':
      return value !== undefined && /^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(value) ? [] : [`the date “${value}”`];
    case 'n':
      return value === undefined ||
        (/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value) && Number.isFinite(Number(value)))
        ? []
        : [`the number “${value}”`];
    default:
      return [`the unknown type “${type}”`];
  }
}

/** Formulas of one sheet that are shared: the first says the text and where it holds. */
type Shared = Map<string, Area>;

function cellFormulaFaults(cell: XmlElement, name: string, bounds: CellBounds, shared: Shared): readonly string[] {
  const formula = childOf(cell, 'f');
  if (!formula) return [];
  const { t: kind = 'normal', si, ref } = formula.attributes;
  if (kind === 'dataTable') return [];
  const area = ref === undefined ? undefined : areaOf(ref);
  if (ref !== undefined && !area) return [`a formula for the area “${ref}”`];
  if (kind === 'array' && !area) return ['a formula of an array without an area'];
  if (kind === 'shared') {
    if (si === undefined) return ['a shared formula without a number'];
    const place = cellPlace(name);
    if (formula.text === '') {
      const first = shared.get(si);
      const isIn =
        place &&
        first &&
        place.row >= first.top &&
        place.row <= first.bottom &&
        place.column >= first.left &&
        place.column <= first.right;
      return isIn ? [] : [`the shared formula ${si}, which is not said before, or not for here`];
    }
    if (!area) return [`the shared formula ${si} without an area`];
    shared.set(si, area);
  }
  return formulaFaults(formula.text, bounds.sheetNames);
}

function rowFaults(row: XmlElement, bounds: CellBounds): readonly string[] {
  const faults: string[] = [];
  const height = row.attributes['ht'];
  if (height !== undefined && !(Number(height) >= 0 && Number(height) <= HIGHEST_ROW))
    faults.push(`a height of ${height}`);
  const look = wholeNumber(row, 's') ?? 0;
  if (!(look >= 0 && look < bounds.looks)) faults.push(`s ${look} of ${bounds.looks}`);
  const level = wholeNumber(row, 'outlineLevel') ?? 0;
  if (!(level >= 0 && level <= 7)) faults.push(`outline level ${level}`);
  if (row.attributes['spans'] !== undefined && !/^(\d+:\d+\s*)*$/.test(row.attributes['spans']))
    faults.push('illegal spans');
  return [...faults, ...orderFaults(row, ['c*', 'extLst'])];
}

/** Rules of rows and cells, in one walk. */
export function readCells(sheet: XmlElement, bounds: CellBounds): CellMap {
  const faults: string[] = [];
  const formulas = new Set<string>();
  const cells = new Map<string, XmlElement>();
  const shared: Shared = new Map();
  let used: Area | undefined;
  let lastRow = 0;
  for (const row of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    const number = wholeNumber(row, 'r') ?? lastRow + 1;
    if (!(number > lastRow && number <= LAST_ROW)) faults.push(`row ${row.attributes['r']} after row ${lastRow}`);
    for (const fault of rowFaults(row, bounds)) faults.push(`row ${number}: ${fault}`);
    lastRow = Math.max(lastRow, number);
    let lastColumn = 0;
    for (const cell of childrenOf(row, 'c')) {
      const name = cell.attributes['r'] ?? '';
      const place = name === '' ? { row: number, column: lastColumn + 1 } : cellPlace(name);
      if (!place || place.row !== number || place.column <= lastColumn) {
        faults.push(`cell “${name}” in row ${number} after column ${lastColumn}`);
      }
      if (!place) continue;
      lastColumn = Math.max(lastColumn, place.column);
      const look = wholeNumber(cell, 's') ?? 0;
      if (!(look >= 0 && look < bounds.looks)) faults.push(`${name}: s ${look} of ${bounds.looks}`);
      const own = [
        ...orderFaults(cell, CELL_ORDER),
        ...contentFaults(cell, bounds),
        ...cellFormulaFaults(cell, name, bounds, shared),
      ];
      for (const fault of own) faults.push(`${name}: ${fault}`);
      if (childOf(cell, 'f')) formulas.add(name);
      cells.set(name, cell);
      used = {
        top: Math.min(used?.top ?? place.row, place.row),
        left: Math.min(used?.left ?? place.column, place.column),
        bottom: Math.max(used?.bottom ?? 0, place.row),
        right: Math.max(used?.right ?? 0, place.column),
      };
    }
  }
  return { faults, used, formulas, cells };
}
