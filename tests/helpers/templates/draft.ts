/**
 * A superior's workbook in the making: parts of a real package, hand-written, because libraries cannot make most of what
 * such workbooks hold. Features (features/) put themselves into it; build-template.ts makes bytes of it.
 */
export type Cell = {
  /** A text becomes a shared string, as Excel writes it. */
  readonly value?: string | number;
  readonly formula?: string;
  readonly style: number;
};

export type Row = { attributes: Record<string, string>; readonly cells: Map<string, Cell> };

export type DraftSheet = {
  readonly name: string;
  readonly part: string;
  state: 'visible' | 'hidden' | 'veryHidden';
  readonly rows: Map<number, Row>;
  /** Elements of the sheet by name, as XML, whatever their number; the order is the format's. */
  readonly elements: Map<string, string[]>;
  readonly relations: Relations;
};

export type Relations = { readonly xml: string[] };

/** Where things stand in the form that is filled. */
export type Geometry = {
  readonly headRows: readonly [number, number];
  readonly bodyRow: number;
  readonly lastBodyRow: number;
  readonly totalRow: number;
  readonly noteRow: number;
};

export type Draft = {
  /** The form that is filled. */
  readonly form: DraftSheet;
  readonly geometry: Geometry;
  readonly sheets: DraftSheet[];
  readonly parts: Map<string, string | Uint8Array>;
  readonly strings: string[];
  readonly defaults: Map<string, string>;
  readonly overrides: Map<string, string>;
  readonly rootRelations: Relations;
  readonly bookRelations: Relations;
  readonly definedNames: string[];
  /** Elements of the workbook part after the names: pivot caches. */
  readonly bookTail: string[];
  /** Looks of conditional formats. */
  readonly dxfs: string[];
  hasMacros: boolean;
};

/** Puts one thing into a draft. */
export type Feature = (draft: Draft) => void;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** @param kind of a relationship: `worksheet`, or a whole type @returns its id */
export function relate(relations: Relations, kind: string, target: string, mode = ''): string {
  const id = `rId${relations.xml.length + 1}`;
  const type = kind.includes('://') ? kind : `${OFFICE}/${kind}`;
  const outside = mode === '' ? '' : ` TargetMode="${mode}"`;
  relations.xml.push(`<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${outside}/>`);
  return id;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Adds an element to a sheet: the ones of a name stand together. */
export function addElement(sheet: DraftSheet, name: string, xml: string): void {
  sheet.elements.set(name, [...(sheet.elements.get(name) ?? []), xml]);
}

export function putCell(sheet: DraftSheet, row: number, column: string, cell: Cell): void {
  rowOf(sheet, row).cells.set(column, cell);
}

export function rowOf(sheet: DraftSheet, row: number): Row {
  const found = sheet.rows.get(row) ?? { attributes: {}, cells: new Map() };
  sheet.rows.set(row, found);
  return found;
}

/** Adds a sheet after the others. */
export function addSheet(
  draft: Pick<Draft, 'sheets'>,
  name: string,
  state: DraftSheet['state'] = 'visible',
): DraftSheet {
  const part = `xl/worksheets/sheet${draft.sheets.length + 1}.xml`;
  const sheet: DraftSheet = { name, part, state, rows: new Map(), elements: new Map(), relations: { xml: [] } };
  draft.sheets.push(sheet);
  return sheet;
}

/** Adds a part with its content type. */
export function addPart(draft: Draft, name: string, content: string | Uint8Array, type?: string): void {
  draft.parts.set(name, content);
  if (type !== undefined) draft.overrides.set(`/${name}`, type);
}

/** The relationships of a part, when it has any. */
export function addRelations(draft: Draft, part: string, relations: Relations): void {
  if (relations.xml.length === 0) return;
  const slash = part.lastIndexOf('/') + 1;
  draft.parts.set(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, relationsXml(relations));
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export function relationsXml({ xml }: Relations): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml.join('')}</Relationships>`;
}
