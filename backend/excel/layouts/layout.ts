import { assertNever } from '#shared/assert-never.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { printTable } from '../print-table.ts';
import type { SheetPlan } from '../sheet-plan.ts';
import type { Table } from '../table.ts';
import { tableSheet } from '../table-sheet.ts';
import { type DecompositionInput, decompositionTable } from './decomposition.ts';
import { type DutySheetInput, dutySheet } from './duty-sheet.ts';
import { type CatalogueInput, catalogueTable } from './evidence-catalogue.ts';
import { type FiguresInput, figuresTable } from './figures.ts';
import { type LedgerInput, ledgerTable } from './ledger.ts';
import { type MatrixInput, matrixTable } from './matrix-table.ts';

/**
 * A table for superiors as what goes into it: plain data, so that it can be handed to another thread, which draws it
 * up there. A `Table` cannot: its columns are functions. A new layout is a new member here.
 */
export type TableDescription = Members & {
  /** Plain data, gone through once: what is many of the table, in the order of its rows. */
  readonly rows?: Iterable<unknown>;
};

type Members =
  | { readonly layout: 'decomposition'; readonly input: DecompositionInput }
  | { readonly layout: 'matrix'; readonly input: MatrixInput }
  | { readonly layout: 'ledger'; readonly input: LedgerInput }
  | { readonly layout: 'evidence'; readonly input: CatalogueInput }
  | { readonly layout: 'duty'; readonly input: DutySheetInput }
  | { readonly layout: 'figures'; readonly input: FiguresInput };

/** What is done with a table, whatever its rows are. */
type Use<Result> = <Row>(table: Table<Row>) => Result;

function drawn<Result>(description: TableDescription, use: Use<Result>): Result {
  switch (description.layout) {
    case 'decomposition':
      return use(decompositionTable(description.input));
    case 'matrix':
      return use(matrixTable(description.input));
    case 'ledger':
      return use(ledgerTable(description.input));
    case 'evidence':
      return use(catalogueTable(description.input));
    case 'figures':
      return use(figuresTable(description.input));
    case 'duty':
      return use(dutySheet(description.input));
    default:
      return assertNever(description);
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
