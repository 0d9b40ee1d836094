import { MAIN_NAMESPACE } from '../package/changeable-package.ts';
import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { OddPackageError } from '../package/xml-part.ts';

/** Where an element stands: its opening tag `[start, openEnd)`, its end tag `[closeStart, end)`. */
export type ElementAt = {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
};

/**
 * Where a cell stands, and what is in it, as places: of a sheet most cells are never looked into. -1: there is none.
 */
export type FormCellAt = {
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Its look and its type as written; empty for none. */
  readonly style: string;
  readonly type: string;
  /** Inside `<v>`. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The whole of `<f>`, and of `<is>`. */
  readonly formulaStart: number;
  readonly formulaEnd: number;
  readonly inlineStart: number;
  readonly inlineEnd: number;
};

export type FormRowAt = ElementAt & { readonly number: number; readonly cells: readonly FormCellAt[] };

/** The XML of a sheet, and where its rows, cells and other parts stand in it. */
export type SheetText = {
  readonly xml: string;
  /** How the names of the format are written in it: `x:` or nothing. */
  readonly prefix: string;
  readonly data: ElementAt;
  /** In the order of the sheet. */
  readonly rows: readonly FormRowAt[];
  readonly rowAt: (number: number) => FormRowAt | undefined;
  /** Children of the root in their order, `sheetData` among them. */
  readonly parts: readonly (ElementAt & { readonly name: string })[];
};

/** Excel's last row. */
export const ROWS_MAX = 1_048_576;
/** ZZZ: more letters are no column. */
const COLUMNS_MAX = 18_278;

/**
 * @throws OddPackageError for a sheet of another dialect (strict Open XML), without data, or whose rows or cells do not
 *   stand in their order
 */
export function readSheetText(xml: string): SheetText {
  const tags = new TagScanner(xml);
  if (!tags.next()) throw new OddPackageError('no root');
  const root = tags.fullName();
  const prefix = root.slice(0, root.length - 'worksheet'.length);
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  if (root !== `${prefix}worksheet` || (prefix !== '' && !prefix.endsWith(':'))) throw new OddPackageError(root);
  if (attributeOf(tags.tag(), namespace) !== MAIN_NAMESPACE) throw new OddPackageError('another dialect');
  const parts: (ElementAt & { name: string })[] = [];
  const rows: FormRowAt[] = [];
  let data: ElementAt | undefined;
  while (tags.next()) {
    if (tags.isClosing) break;
    const name = tags.name();
    const { start, end: openEnd } = tags;
    let close: { readonly closeStart: number; readonly end: number };
    if (name === 'sheetData' && data === undefined && !tags.isSelfClosing) close = readRows(tags, rows);
    else close = tags.skip();
    const part = { name, start, openEnd, ...close };
    if (name === 'sheetData') data ??= part;
    parts.push(part);
  }
  if (!tags.isClosing || tags.fullName() !== root || data === undefined) throw new OddPackageError('no sheetData');
  if (tags.next()) throw new OddPackageError('more than one root');
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return { xml, prefix, data, rows, parts, rowAt: (number) => byNumber.get(number) };
}

/** Stands at `<sheetData>`; goes to its end. */
function readRows(tags: TagScanner, into: FormRowAt[]): { readonly closeStart: number; readonly end: number } {
  let last = 0;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.name() !== 'sheetData') throw new OddPackageError('rows that do not nest');
      return { closeStart: tags.start, end: tags.end };
    }
    if (tags.name() !== 'row') throw new OddPackageError(`${tags.fullName()} among rows`);
    const { start, end: openEnd } = tags;
    const written = attributeOf(tags.tag(), 'r');
    const number = written === undefined ? last + 1 : Number(written);
    if (!Number.isSafeInteger(number) || number <= last || number > ROWS_MAX)
      throw new OddPackageError('rows out of order');
    last = number;
    const cells: FormCellAt[] = [];
    const close = tags.isSelfClosing ? { closeStart: openEnd, end: openEnd } : readCells(tags, number, cells);
    into.push({ number, start, openEnd, ...close, cells });
  }
  throw new OddPackageError('rows that do not end');
}

function readCells(
  tags: TagScanner,
  row: number,
  into: FormCellAt[],
): { readonly closeStart: number; readonly end: number } {
  let last = 0;
  for (;;) {
    const usual = usualCell(tags.xml, tags.end, row);
    if (usual !== null && usual.column > last) {
      last = usual.column;
      tags.end = usual.end;
      into.push(usual);
      continue;
    }
    if (!tags.next()) break;
    if (tags.isClosing) {
      if (tags.name() !== 'row') throw new OddPackageError('cells that do not nest');
      return { closeStart: tags.start, end: tags.end };
    }
    if (tags.name() !== 'c') {
      tags.skip();
      continue;
    }
    const cell = readCell(tags, row, last);
    if (cell.column <= last) throw new OddPackageError('cells out of order');
    last = cell.column;
    into.push(cell);
  }
  throw new OddPackageError('cells that do not end');
}

const QUOTE = 34;

/**
 * A cell as nearly all programs write it, read at one go: `<c r="B5" s="4" t="s"><v>12</v></c>`, with or without look,
 * type and value. `null`: something else stands there, which is read tag by tag.
 */
function usualCell(xml: string, start: number, row: number): FormCellAt | null {
  if (!xml.startsWith('<c r="', start)) return null;
  let at = start + 6;
  let column = 0;
  for (let code = xml.charCodeAt(at); code >= 65 && code <= 90; code = xml.charCodeAt(++at)) {
    column = column * 26 + code - 64;
  }
  let number = 0;
  for (let code = xml.charCodeAt(at); code >= 48 && code <= 57; code = xml.charCodeAt(++at)) {
    number = number * 10 + code - 48;
  }
  if (number !== row || column === 0 || column > COLUMNS_MAX || xml.charCodeAt(at) !== QUOTE) return null;
  at++;
  let style = '';
  let type = '';
  if (xml.startsWith(' s="', at)) {
    const close = xml.indexOf('"', at + 4);
    style = xml.slice(at + 4, close);
    at = close + 1;
  }
  if (xml.startsWith(' t="', at)) {
    const close = xml.indexOf('"', at + 4);
    type = xml.slice(at + 4, close);
    at = close + 1;
  }
  let valueStart = -1;
  let valueEnd = -1;
  if (xml.startsWith('><v>', at)) {
    valueStart = at + 4;
    valueEnd = xml.indexOf('<', valueStart);
    if (!xml.startsWith('</v></c>', valueEnd)) return null;
    at = valueEnd + 8;
  } else if (xml.startsWith('/>', at)) at += 2;
  else return null;
  const none = -1;
  return {
    column,
    start,
    end: at,
    style,
    type,
    valueStart,
    valueEnd,
    formulaStart: none,
    formulaEnd: none,
    inlineStart: none,
    inlineEnd: none,
  };
}

/** Of the tag of the cell that is read: one for all, as an object for each of 50,000 is thrown away at once. */
const said = { reference: '', style: '', type: '' };

function readCell(tags: TagScanner, row: number, last: number): FormCellAt {
  const { start } = tags;
  readAttributes(tags.xml, start + 1, tags.end);
  const { reference, style, type } = said;
  const column = reference === '' ? last + 1 : columnIn(reference, row);
  let valueStart = -1;
  let valueEnd = -1;
  let formulaStart = -1;
  let formulaEnd = -1;
  let inlineStart = -1;
  let inlineEnd = -1;
  if (!tags.isSelfClosing) {
    while (tags.next() && !tags.isClosing) {
      const from = tags.start;
      const openEnd = tags.end;
      const name = tags.name();
      const closeStart = tags.toEnd();
      if (name === 'v') {
        valueStart = openEnd;
        valueEnd = closeStart;
      } else if (name === 'f') {
        formulaStart = from;
        formulaEnd = tags.end;
      } else if (name === 'is') {
        inlineStart = from;
        inlineEnd = tags.end;
      }
    }
    if (tags.name() !== 'c') throw new OddPackageError('a cell that does not nest');
  }
  const { end } = tags;
  return {
    column,
    start,
    end,
    style,
    type,
    valueStart,
    valueEnd,
    formulaStart,
    formulaEnd,
    inlineStart,
    inlineEnd,
  };
}

/** The attributes of a cell that matter, read by hand: patterns for each cell take most of the time. */
function readAttributes(xml: string, from: number, end: number): void {
  said.reference = '';
  said.style = '';
  said.type = '';
  let at = xml.indexOf('=', from);
  while (at > 0 && at < end) {
    let open = at + 1;
    while (xml.charCodeAt(open) <= 32) open++;
    const close = xml.indexOf(xml[open] ?? '"', open + 1);
    if (close < 0 || close >= end) throw new OddPackageError('an attribute does not end');
    let nameEnd = at;
    while (xml.charCodeAt(nameEnd - 1) <= 32) nameEnd--;
    // One letter with a blank before it: names of several letters are none of ours.
    if (xml.charCodeAt(nameEnd - 2) <= 32) {
      const name = xml[nameEnd - 1];
      if (name === 'r') said.reference = xml.slice(open + 1, close);
      else if (name === 's') said.style = xml.slice(open + 1, close);
      else if (name === 't') said.type = xml.slice(open + 1, close);
    }
    at = xml.indexOf('=', close);
  }
}

/** AB12 in row 12 is 28. @throws OddPackageError for a cell of another row */
function columnIn(reference: string, row: number): number {
  let column = 0;
  let at = 0;
  for (; at < 3; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column === 0 || Number(reference.slice(at)) !== row) throw new OddPackageError(`cell ${reference} in row ${row}`);
  return column;
}

/** A is 1, AB is 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

/** The cell of a row in a column. */
export function cellIn(row: FormRowAt | undefined, column: number): FormCellAt | undefined {
  if (row === undefined) return undefined;
  // A row without gaps from the first column on has it at its place.
  const likely = row.cells[column - 1];
  return likely?.column === column ? likely : row.cells.find((cell) => cell.column === column);
}

/** The number of a cell's look. */
export function styleNumber({ style }: FormCellAt): number {
  return style === '' ? 0 : Number(style);
}

/** What stands in `<v>`, as written; `null`: none. */
export function valueIn(xml: string, { valueStart, valueEnd }: FormCellAt): string | null {
  return valueStart < 0 ? null : xml.slice(valueStart, valueEnd);
}

/** The whole element `<f …>…</f>`; `null`: none. */
export function formulaIn(xml: string, { formulaStart, formulaEnd }: FormCellAt): string | null {
  return formulaStart < 0 ? null : xml.slice(formulaStart, formulaEnd);
}

/** The whole element `<is>…</is>`; `null`: none. */
export function inlineIn(xml: string, { inlineStart, inlineEnd }: FormCellAt): string | null {
  return inlineStart < 0 ? null : xml.slice(inlineStart, inlineEnd);
}
