import { assertNever } from '#shared/assert-never.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { type ComparableTable, comparableTable } from '../comparable-table.ts';
import { printTable } from '../print-table.ts';
import type { SheetPlan } from '../sheet-plan.ts';
import type { Table } from '../table.ts';
import { tableSheet } from '../table-sheet.ts';
import { type CatalogueInput, catalogueTable } from './evidence-catalogue.ts';
import { type FiguresInput, figuresTable } from './figures.ts';
import { layoutTable } from './layout-table.ts';
import type { DescribedLayout } from './records.ts';

/**
 * A table for superiors as what goes into it: plain data, so that it can be handed to another thread, which draws it
 * up there. A `Table` cannot: its columns are functions.
 */
export type TableDescription =
  | DescribedLayout
  | { readonly layout: 'evidence'; readonly input: CatalogueInput; readonly rows?: undefined }
  | { readonly layout: 'figures'; readonly input: FiguresInput; readonly rows?: undefined };

/** What is done with a table, whatever its rows are. */
type Use<Result> = <Row>(table: Table<Row>) => Result;

function drawn<Result>(description: TableDescription, use: Use<Result>): Result {
  switch (description.layout) {
    case 'layout':
      return drawnLayout(description, use);
    case 'evidence':
      return use(catalogueTable(description.input));
    case 'figures':
      return use(figuresTable(description.input));
    default:
      return assertNever(description);
  }
}

/** Each kind by itself: its rows and its cells belong together. */
function drawnLayout<Result>(described: DescribedLayout, use: Use<Result>): Result {
  switch (described.kind) {
    case 'task':
      return use(layoutTable(described));
    case 'entry':
      return use(layoutTable(described));
    case 'agency':
      return use(layoutTable(described));
    case 'target':
      return use(layoutTable(described));
    case 'report':
      return use(layoutTable(described));
    case 'late':
      return use(layoutTable(described));
    default:
      return assertNever(described);
  }
}

/**
 * The table laid out as a sheet.
 *
 * @param onRow told of each task or entry when its row is made
 * @returns with `rows`, how many there will be, where that can be known before they are made
 */
export function describedSheet(
  description: TableDescription,
  onRow: () => void,
): { readonly sheet: SheetPlan; readonly rows: number | undefined } {
  return drawn(description, (table) => {
    const { items } = table;
    return {
      sheet: tableSheet({ ...table, items: told(items, onRow) }),
      rows: Array.isArray(items) ? items.filter(({ kind }) => kind === 'row').length : undefined,
    };
  });
}

function* told<Item extends { readonly kind: string }>(items: Iterable<Item>, onRow: () => void): Generator<Item> {
  for (const item of items) {
    yield item;
    if (item.kind === 'row') onRow();
  }
}

/** The same table as plain texts, for paper. */
export function describedPrint(description: TableDescription): PrintTable {
  return drawn(description, printTable);
}

/** The same table as rows that know what they are about, to be compared with another one. */
export function describedRows(description: TableDescription): ComparableTable {
  return drawn(description, comparableTable);
}
