import type { SendingComparison } from '#shared/domain/sending-comparison.ts';
import type { ComparableRow, ComparableTable } from './comparable-table.ts';

type Compared = Pick<SendingComparison, 'same' | 'changed' | 'added' | 'removed' | 'columnsAdded' | 'columnsRemoved'>;

/**
 * What differs between two tables, by rows and columns of the same names. A column that only one of them has is named
 * as such; its cells are no changes.
 */
export function compareTables(before: ComparableTable, after: ComparableTable): Compared {
  const then = new Map(before.rows.map((row) => [row.key, row]));
  const now = new Map(after.rows.map((row) => [row.key, row]));
  const places = new Map(after.columns.map((column, index) => [column, index]));
  const shared = before.columns.flatMap((column, index) => {
    const there = places.get(column);
    return there === undefined ? [] : [{ column, before: index, after: there }];
  });
  const changed = before.rows.flatMap((row) => {
    const other = now.get(row.key);
    if (!other) return [];
    return shared.flatMap(({ column, before: one, after: two }) => {
      const [was, is] = [row.cells[one] ?? '', other.cells[two] ?? ''];
      return was === is ? [] : [{ row: row.key, column, before: was, after: is }];
    });
  });
  const added = after.rows.filter(({ key }) => !then.has(key)).map((row) => named(after, row));
  const removed = before.rows.filter(({ key }) => !now.has(key)).map((row) => named(before, row));
  const columnsAdded = after.columns.filter((column) => !before.columns.includes(column));
  const columnsRemoved = before.columns.filter((column) => !places.has(column));
  const differences = changed.length + added.length + removed.length + columnsAdded.length + columnsRemoved.length;
  return { same: differences === 0, changed, added, removed, columnsAdded, columnsRemoved };
}

/** A whole row with the heads over its cells; empty cells are left out. */
function named({ columns }: ComparableTable, { key, cells }: ComparableRow) {
  const filled = columns.flatMap((column, index): readonly [string, string][] =>
    cells[index] ? [[column, cells[index]]] : [],
  );
  return { row: key, cells: Object.fromEntries(filled) };
}
