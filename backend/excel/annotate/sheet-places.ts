import { type CellBlock, cellBlock, cellPlace } from '#backend/sheets/xlsx/cell-place.ts';
import { MAIN_NAMESPACE } from '../package/changeable-package.ts';
import { type CloseTag, OddPackageError, type OpenTag, walkXml } from '../package/xml-part.ts';

export type CellAt = { readonly column: number; readonly tag: OpenTag };

export type RowAt = {
  readonly number: number;
  readonly tag: OpenTag;
  /** Where its end tag begins. */
  readonly closeStart: number;
  readonly cells: readonly CellAt[];
};

/** Where everything stands in the XML of a sheet that a remark on a cell touches. */
export type SheetPlaces = {
  readonly root: OpenTag;
  readonly rootCloseStart: number;
  readonly data: OpenTag;
  readonly dataCloseStart: number;
  /** In the order of the sheet. */
  readonly rows: readonly RowAt[];
  readonly merges: readonly CellBlock[];
  /** Widths and looks of columns, as far as the sheet says any. */
  readonly columns: readonly {
    readonly first: number;
    readonly last: number;
    readonly style: number;
    readonly width: number | null;
    readonly hidden: boolean;
  }[];
  /** Children of the root, in their order. */
  readonly parts: readonly OpenTag[];
};

/**
 * @throws OddPackageError for a sheet of another dialect (strict Open XML), without data, or whose rows or cells do not
 *   stand in their order
 */
export function findPlaces(xml: string): SheetPlaces {
  let root: OpenTag | undefined;
  let rootClose: CloseTag | undefined;
  let data: OpenTag | undefined;
  let dataClose: CloseTag | undefined;
  let row: { number: number; tag: OpenTag; cells: CellAt[] } | undefined;
  const path: string[] = [];
  const rows: RowAt[] = [];
  const merges: CellBlock[] = [];
  const columns: SheetPlaces['columns'][number][] = [];
  const parts: OpenTag[] = [];

  const open = (tag: OpenTag): void => {
    path[tag.depth] = tag.local;
    const { local, attributes } = tag;
    if (tag.depth === 0) {
      if (local !== 'worksheet' || tag.uri !== MAIN_NAMESPACE) throw new OddPackageError(`${local} in ${tag.uri}`);
      root = tag;
    } else if (tag.depth === 1) {
      parts.push(tag);
      if (local === 'sheetData') data = tag;
    } else if (tag.depth === 2 && path[1] === 'sheetData' && local === 'row') {
      row = { number: rowNumber(attributes['r'], rows.at(-1)), tag, cells: [] };
    } else if (tag.depth === 3 && path[1] === 'sheetData' && local === 'c' && row) {
      const last = row.cells.at(-1)?.column ?? 0;
      const column = attributes['r'] === undefined ? last + 1 : columnOf(attributes['r']);
      if (column <= last) throw new OddPackageError('cells out of order');
      row.cells.push({ column, tag });
    } else if (tag.depth === 2 && local === 'mergeCell') {
      const block = cellBlock(attributes['ref']);
      if (!block) throw new OddPackageError(`no block: ${attributes['ref'] ?? ''}`);
      merges.push(block);
    } else if (tag.depth === 2 && path[1] === 'cols' && local === 'col') {
      const width = Number(attributes['width']);
      columns.push({
        first: Number(attributes['min']),
        last: Number(attributes['max']),
        style: Number(attributes['style'] ?? 0),
        width: Number.isFinite(width) ? width : null,
        hidden: isTrue(attributes['hidden']),
      });
    }
  };
  const close = (tag: CloseTag): void => {
    if (tag.depth === 0) rootClose = tag;
    if (tag.depth === 1 && tag.local === 'sheetData') dataClose = tag;
    if (tag.depth === 2 && row && tag.local === 'row' && path[1] === 'sheetData') {
      rows.push({ ...row, closeStart: tag.start });
      row = undefined;
    }
  };
  walkXml(xml, { open, close });
  if (!root || !rootClose || !data || !dataClose) throw new OddPackageError('no sheetData');
  return {
    root,
    rootCloseStart: rootClose.start,
    data,
    dataCloseStart: dataClose.start,
    rows,
    merges,
    columns,
    parts,
  };
}

function columnOf(reference: string): number {
  const place = cellPlace(reference);
  if (!place) throw new OddPackageError(`no cell: ${reference}`);
  return place.column;
}

function rowNumber(written: string | undefined, before: RowAt | undefined): number {
  const last = before?.number ?? 0;
  const number = written === undefined ? last + 1 : Number(written);
  if (!Number.isSafeInteger(number) || number <= last) throw new OddPackageError('rows out of order');
  return number;
}

/** Whether an attribute says yes, in either writing of the format. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The cell that shows what stands at a place: of a merged block its first one. */
export function shownCell<Place extends { readonly row: number; readonly column: number }>(
  { merges }: Pick<SheetPlaces, 'merges'>,
  place: Place,
): Place {
  const block = merges.find(
    ({ top, left, bottom, right }) =>
      top <= place.row && place.row <= bottom && left <= place.column && place.column <= right,
  );
  return block ? { ...place, row: block.top, column: block.left } : place;
}
