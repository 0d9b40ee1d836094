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

export type CellAt = { readonly column: number; readonly start: number; readonly end: number };

export type RowAt = ElementAt & { readonly number: number; readonly cells: readonly CellAt[] };

/** The XML of a sheet, and where its rows, cells and other parts stand in it. */
export type SheetText = {
  readonly xml: string;
  /** How the names of the format are written in it: `x:` or nothing. */
  readonly prefix: string;
  readonly data: ElementAt;
  /** In the order of the sheet. */
  readonly rows: readonly RowAt[];
  readonly rowAt: (number: number) => RowAt | undefined;
  /** Children of the root in their order, `sheetData` among them. */
  readonly parts: readonly (ElementAt & { readonly name: string })[];
};

/** Excel's last row. */
export const ROWS_MAX = 1_048_576;

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
  const rows: RowAt[] = [];
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
function readRows(tags: TagScanner, into: RowAt[]): { readonly closeStart: number; readonly end: number } {
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
    const cells: CellAt[] = [];
    const close = tags.isSelfClosing ? { closeStart: openEnd, end: openEnd } : readCells(tags, number, cells);
    into.push({ number, start, openEnd, ...close, cells });
  }
  throw new OddPackageError('rows that do not end');
}

function readCells(
  tags: TagScanner,
  row: number,
  into: CellAt[],
): { readonly closeStart: number; readonly end: number } {
  let last = 0;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.name() !== 'row') throw new OddPackageError('cells that do not nest');
      return { closeStart: tags.start, end: tags.end };
    }
    const name = tags.name();
    const { start } = tags;
    const column = name === 'c' ? columnAt(tags, row, last) : last;
    const { end } = tags.skip();
    if (name !== 'c') continue;
    if (column <= last) throw new OddPackageError('cells out of order');
    last = column;
    into.push({ column, start, end });
  }
  throw new OddPackageError('cells that do not end');
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/u;

/** The usual `<c r="AB12"` is read by hand: a pattern for each of 50,000 cells takes most of the time. */
function columnAt({ xml, start, end }: TagScanner, row: number, last: number): number {
  const at = xml.indexOf(' r="', start);
  let reference: string | undefined;
  if (at > 0 && at < end) reference = xml.slice(at + 4, xml.indexOf('"', at + 4));
  else reference = attributeOf(xml.slice(start, end), 'r');
  if (reference === undefined) return last + 1;
  const match = REFERENCE.exec(reference);
  if (match === null || Number(match[2]) !== row) throw new OddPackageError(`cell ${reference} in row ${row}`);
  return columnNumber(match[1] ?? '');
}

/** A is 1, AB is 28. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
}

/** The cell of a row in a column. */
export function cellIn(row: RowAt | undefined, column: number): CellAt | undefined {
  return row?.cells.find((cell) => cell.column === column);
}

/** What stands in a cell, taken apart when it is asked for. */
export type CellParts = {
  readonly tag: string;
  readonly style: number;
  /** `s`, `str`, `inlineStr`, `n`, … */
  readonly type: string;
  /** The whole element `<f …>…</f>`; `null`: none. */
  readonly formula: string | null;
  /** What stands in `<v>`, as written; `null`: none. */
  readonly value: string | null;
  /** The whole element `<is>…</is>`; `null`: none. */
  readonly inline: string | null;
};

export function cellParts(xml: string, { start, end }: CellAt): CellParts {
  const tags = new TagScanner(xml.slice(start, end));
  tags.next();
  const tag = tags.tag();
  let formula: string | null = null;
  let value: string | null = null;
  let inline: string | null = null;
  if (!tags.isSelfClosing) {
    while (tags.next() && !tags.isClosing) {
      const name = tags.name();
      const { start: from, end: openEnd } = tags;
      const { closeStart, end: until } = tags.skip();
      if (name === 'f') formula = tags.xml.slice(from, until);
      else if (name === 'v') value = tags.xml.slice(openEnd, closeStart);
      else if (name === 'is') inline = tags.xml.slice(from, until);
    }
  }
  return { tag, style: Number(attributeOf(tag, 's') ?? 0), type: attributeOf(tag, 't') ?? 'n', formula, value, inline };
}
