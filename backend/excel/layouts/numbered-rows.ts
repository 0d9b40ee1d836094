import type { LayoutField } from '#shared/domain/layout-fields.ts';
import type { Role } from '#shared/domain/role.ts';
import type { CellContent } from '../sheet-plan.ts';
import type { TableColumn } from '../table.ts';

/** A row with the numbers that the automatic columns show in it. */
export type NumberedRow<Row> = { readonly row: Row; readonly serial: number; readonly group: number };

export type PlacedColumn<Row> = TableColumn<NumberedRow<Row>> & {
  readonly source: LayoutField;
  readonly sum?: ((rows: readonly Row[], line: TotalLine) => CellContent) | undefined;
};

/** One line of sums: of all, of the tasks held in one role, of what came or is short of a regular duty. */
export type TotalLine =
  | { readonly kind: 'all' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'pieces'; readonly of: 'received' | 'short' };
