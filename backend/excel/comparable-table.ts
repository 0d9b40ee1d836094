import { textOfContent } from './print-table.ts';
import type { Table, TableColumn } from './table.ts';

/** A table as what it says, by what its rows are about: the place of a row and its looks are no difference. */
export type ComparableTable = {
  /** One for each column, none twice: 牵头单位; under a common head 镇街/城关镇. */
  readonly columns: readonly string[];
  readonly rows: readonly ComparableRow[];
};

export type ComparableRow = {
  /** 12/县公安局; none twice. */
  readonly key: string;
  readonly cells: readonly string[];
};

/** A table's rows and sums as texts; its title, day, notes and the rows' own numbering are words about it, and left out. */
export function comparableTable<Row>(table: Table<Row>): ComparableTable {
  const { columns, items, totals, rowKey } = table;
  const heads = firstOfEach();
  const keys = firstOfEach();
  const compared = columns.flatMap(({ isNumbering }, index) => (isNumbering === true ? [] : [index]));
  const rows: ComparableRow[] = [];
  const add = (key: string, cells: readonly string[]): void => {
    rows.push({ key: keys(key), cells: compared.map((index) => cells[index] ?? '') });
  };
  for (const item of items) {
    if (item.kind === 'section') continue;
    const cells = columns.map(({ cell, percent }) => textOfContent(cell(item.row), percent === true));
    add(rowKey?.(item.row) ?? cells[0] ?? '', cells);
  }
  for (const { label, over, cells } of totals) {
    const sums = cells.map((content, index) => textOfContent(content, columns[over + index]?.percent === true));
    add(label, [...Array.from({ length: over }, () => ''), ...sums]);
  }
  return { columns: compared.map((index) => heads(nameOf(columns[index]))), rows };
}

/** 牵头单位; under a common head 镇街/城关镇; lines broken for the eye are joined. */
function nameOf(column: Pick<TableColumn<never>, 'head' | 'groups'> | undefined): string {
  const path = column ? [...(column.groups ?? []), column.head] : [];
  return path
    .filter((part) => part !== '')
    .join('/')
    .replaceAll('\n', '');
}

/** Several sheets as one table: the columns of all of them, the rows one sheet after another. */
export function joinedTables(tables: readonly ComparableTable[]): ComparableTable {
  const [first] = tables;
  if (first && tables.length === 1) return first;
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  const keys = firstOfEach();
  const rows = tables.flatMap((table) => {
    const places = columns.map((column) => table.columns.indexOf(column));
    return table.rows.map(({ key, cells }) => ({ key: keys(key), cells: places.map((place) => cells[place] ?? '') }));
  });
  return { columns, rows };
}

/** Gives a name that comes again a number: 合计, 合计 (2). */
export function firstOfEach(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
