import type { RowOf } from '#backend/excel/layouts/records.ts';
import type { LayoutRowKind } from '#shared/domain/layout-def.ts';
import type { Ground } from './gather-ground.ts';

type Part<Row> = { readonly agency: Ground['agencies'][number]; readonly rows: readonly Row[] };

/**
 * Rows agency by agency, in the order of the directory.
 *
 * @returns `undefined` for a layout that is one table: not split, or with one row for each agency
 */
export function splitByAgency<Kind extends LayoutRowKind>(
  { def, agencies, isWanted }: Ground,
  kind: Kind,
  rows: Iterable<RowOf[Kind]>,
): readonly Part<RowOf[Kind]>[] | undefined {
  if (def.split === 'none' || kind === 'agency' || kind === 'report') return undefined;
  const parts = new Map<number, RowOf[Kind][]>();
  for (const row of rows) {
    for (const place of placesOf(row)) {
      const part = parts.get(place);
      if (part) part.push(row);
      else parts.set(place, [row]);
    }
  }
  const split = agencies.flatMap((agency, place) => {
    const own = parts.get(place);
    return own && isWanted(agency.id) ? [{ agency, rows: own }] : [];
  });
  // With nobody to split it for it is one empty table, which says that there is nothing.
  return split.length === 0 ? undefined : split;
}

/** The agencies a row is about; of a task those with a mark in it. */
function placesOf(row: RowOf[LayoutRowKind]): readonly number[] {
  if ('marks' in row) return row.marks.map(({ agency }) => agency);
  return row.agency === null ? [] : [row.agency];
}
