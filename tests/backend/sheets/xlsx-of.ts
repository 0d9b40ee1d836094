import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { workbookParts, type ZipEntry, zipOf } from '../files/zip-of.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test workbook is made of besides its only sheet. */
export type XlsxOf = {
  /** Parts beside or in place of the usual ones, by name; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly strings?: readonly string[];
  /** Number formats, each of which is a style of its place, from 1 on. */
  readonly formats?: readonly string[];
};

/** `<si>` for each, as XML. */
export function sharedStrings(items: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>`;
}

/** Styles: 0 is plain, then one for each format, and at last one whose font is struck out. */
export function styles(formats: readonly string[]): string {
  const codes = formats.map((code, index) => {
    const escaped = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    return `<numFmt numFmtId="${200 + index}" formatCode="${escaped}"/>`;
  });
  const cells = formats.map((_, index) => `<xf numFmtId="${200 + index}" fontId="0"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/>${cells.join('')}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;
}

/** Relations of a part, as XML: each of a type's last word, to a target. */
export function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

/** The entries of a workbook whose only sheet, 表, has the given XML inside `<worksheet>`. */
export function xlsxParts(sheetXml: string, { parts = {}, strings, formats = [] }: XlsxOf = {}): readonly ZipEntry[] {
  const usual: Record<string, string | Uint8Array | null> = {
    ...Object.fromEntries(workbookParts(sheetXml).map(({ name, content }) => [name, content])),
    'xl/styles.xml': styles(formats),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': sharedStrings(strings) }),
    ...parts,
  };
  return Object.entries(usual).flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

export function xlsxOf(sheetXml: string, more: XlsxOf = {}): Uint8Array {
  return zipOf(xlsxParts(sheetXml, more));
}

export async function firstSheetOf(bytes: Uint8Array): Promise<SheetRead> {
  const [sheet] = await readSheets(bytes, '回收.xlsx');
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The cells of a sheet, each by its place: B7. */
export function cellsOf({ rows }: SheetRead): ReadonlyMap<string, CellRead> {
  return new Map(
    rows.flatMap(({ number, cells }) =>
      [...cells].map(([column, cell]) => [`${String.fromCharCode(64 + column)}${number}`, cell] as const),
    ),
  );
}

/** One row of cells, given as XML, in a sheet of its own: what they are read as. */
export async function readRow(cells: string, more: XlsxOf = {}): Promise<ReadonlyMap<string, CellRead>> {
  return cellsOf(await firstSheetOf(xlsxOf(`<sheetData><row r="1">${cells}</row></sheetData>`, more)));
}
