import { referenceOf } from '../cell-reference.ts';
import { insideAtEnd, nameStart, type Splice, withAttribute, withoutAttribute } from '../package/xml-part.ts';
import { isTrue, type RowAt, type SheetPlaces } from './sheet-places.ts';

type Place = { readonly row: number; readonly column: number };

/**
 * The edits that give cells another look: a cell that is there gets the look's number, a cell or row that is not there
 * is put in its place. Values are not touched.
 *
 * @param places cells, none twice
 * @param lookOf the number of the new look, made from that of the old one
 */
export function highlightEdits(
  xml: string,
  sheet: SheetPlaces,
  places: readonly Place[],
  lookOf: (style: number) => number,
): readonly Splice[] {
  const byRow = Map.groupBy(
    places.toSorted((one, other) => one.row - other.row || one.column - other.column),
    ({ row }) => row,
  );
  const x = nameStart(sheet.data);
  const columnStyle = (column: number): number =>
    sheet.columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
  const newRows: { readonly after: RowAt | undefined; readonly put: string }[] = [];
  const edits: Splice[] = [];

  for (const [number, cells] of byRow) {
    const row = sheet.rows.find((candidate) => candidate.number === number);
    if (row) {
      edits.push(...inRow(xml, row, cells, lookOf, columnStyle));
    } else {
      const made = cells.map((cell) => newCell(x, cell, lookOf(columnStyle(cell.column)))).join('');
      const put = `<${x}row r="${number}">${made}</${x}row>`;
      newRows.push({ after: sheet.rows.findLast((candidate) => candidate.number < number), put });
    }
  }
  for (const [after, rows] of Map.groupBy(newRows, (row) => row.after)) {
    const put = rows.map((row) => row.put).join('');
    if (after) edits.push({ at: endOf(xml, after), put });
    else if (sheet.data.selfClosing) edits.push(insideAtEnd(xml, sheet.data, sheet.dataCloseStart, put));
    else edits.push({ at: sheet.data.end, put });
  }
  return edits;
}

function inRow(
  xml: string,
  row: RowAt,
  places: readonly Place[],
  lookOf: (style: number) => number,
  columnStyle: (column: number) => number,
): readonly Splice[] {
  const x = nameStart(row.tag);
  const { attributes } = row.tag;
  const rowStyle = isTrue(attributes['customFormat']) ? Number(attributes['s'] ?? 0) : undefined;
  const edits: Splice[] = [];
  const added = new Map<number, string>();
  for (const place of places) {
    const cell = row.cells.find(({ column }) => column === place.column);
    if (cell) {
      const { start, end } = cell.tag;
      const look = lookOf(Number(cell.tag.attributes['s'] ?? 0));
      edits.push({ at: start, until: end, put: withAttribute(xml.slice(start, end), 's', String(look)) });
      continue;
    }
    const next = row.cells.find(({ column }) => column > place.column);
    const at = next ? next.tag.start : row.closeStart;
    const made = newCell(x, place, lookOf(rowStyle ?? columnStyle(place.column)));
    added.set(at, (added.get(at) ?? '') + made);
  }
  if (added.size === 0) return edits;
  const { start, end, selfClosing } = row.tag;
  // Which columns the row spans is a hint for readers; it must not leave the new cell out.
  const tag = withoutAttribute(xml.slice(start, end), 'spans');
  if (selfClosing) {
    const put = `${tag.replace(/\s*\/>$/, '>')}${[...added.values()].join('')}</${x}row>`;
    return [...edits, { at: start, until: end, put }];
  }
  return [...edits, { at: start, until: end, put: tag }, ...[...added].map(([at, put]): Splice => ({ at, put }))];
}

function newCell(x: string, place: Place, look: number): string {
  return `<${x}c r="${referenceOf(place)}" s="${look}"/>`;
}

/** Behind the row's end tag. */
function endOf(xml: string, row: RowAt): number {
  return row.tag.selfClosing ? row.tag.end : xml.indexOf('>', row.closeStart) + 1;
}
