import type { CellRef, Manner } from '#shared/domain/step.ts';
import type { AppError } from '#shared/errors.ts';
import type { Block } from './clipboard/tsv.ts';
import type { Fill } from './fill/fill.ts';
import type { Area } from './selection/geometry.ts';
import { type SheetStore, shownSheet } from './selection/selection-store.ts';
import type { Sheet, SheetRow } from './selection/sheet.ts';

/** What a column holds: it decides which keys mean something on its cells, and how they are edited. */
export type ColumnKind = 'mark' | 'text' | 'date' | 'number' | 'choice';

/**
 * What typing on a cell of a column does: it opens the editor, it is answered with a sentence, or it is left alone
 * because no one expects anything of it (a row's number).
 */
export type Typing = 'edits' | 'refused' | 'ignored';

/** What a clerk wants of a sheet, in places of what is shown. */
export type SheetOrder =
  /** A text is meant for all cells of the areas. */
  | { readonly kind: 'text'; readonly areas: readonly Area[]; readonly text: string }
  | { readonly kind: 'clear'; readonly areas: readonly Area[] }
  | { readonly kind: 'fill'; readonly fills: readonly Fill[] }
  | ({ readonly kind: 'paste' } & PasteOrder);

export type PasteOrder = {
  readonly block: Block;
  /** What is selected: where the block is to go. */
  readonly areas: readonly Area[];
  /** Where the block was cut from; what stands there moves. */
  readonly cutFrom: readonly Area[];
};

/** What an order would do. Nothing is done of one that is refused: half a paste helps no one. */
export type SheetPlan<Changes> =
  | {
      readonly kind: 'write';
      readonly changes: Changes;
      /** Where a pasted block comes to lie, to be selected afterwards. */
      readonly areas: readonly Area[];
      /** Texts for columns that cannot be written. */
      readonly skipped: number;
      /** Texts beyond the last row or column. */
      readonly outside: number;
    }
  | { readonly kind: 'refused'; readonly error: AppError };

/** How an order ended. Why nothing was stored has been told to the clerk. */
export type SheetOutcome = 'stored' | 'nothing' | 'refused';

/**
 * What a grid must know of the sheet it shows: everything in grid/sheet works through it, for any sheet. `Row` is a row
 * that is counted (a heading is not), `Changes` are the sheet's own: it plans them and carries them out.
 *
 * Methods, not properties: a sheet of tasks must pass for a sheet.
 */
export type SheetModel<Row extends SheetRow = SheetRow, Changes = unknown> = {
  /** The column whose cells stand for whole rows and whose head stands for everything. */
  readonly rowHead: string;
  /** The column that is shown when a place names none. */
  readonly mainColumn: string;
  /** Whether a row of the grid is one of the sheet, and no heading. */
  isRow(row: SheetRow): row is Row;
  kindOf(columnId: string): ColumnKind;
  /** What Ctrl+; writes into a cell of the column, today's date; `null` where it means nothing. */
  stampOf(columnId: string): string | null;
  typing(columnId: string): Typing;
  /** Whether Ctrl+Enter enters a text into all that is selected, and not only where it was typed. */
  entersInAll(columnId: string): boolean;
  /** What a cell shows, and what copying it takes along; empty for an empty cell. */
  textOf(row: Row, columnId: string): string;
  /** What a screen reader says of a cell when it takes the focus; empty: what it shows. */
  spokenWords(row: Row, columnId: string): string;
  /** The place in this sheet that shows a cell of the plan; `null` where it has none. */
  placeOf(cell: CellRef): GridPlace | null;
  /** What an order would do to the sheet as it is now. Changes nothing. */
  plan(sheet: Sheet<Row>, order: SheetOrder): SheetPlan<Changes>;
  /** Carries an order out, as one step. The plan is made when its turn has come. */
  carryOut(plan: () => SheetPlan<Changes>, order: SheetOrder): Promise<SheetOutcome>;
};

/** A place in a sheet: a cell, a row without a column, or a column alone. */
export type GridPlace = { readonly rowId: string | null; readonly columnId: string | null };

/** A sheet with what is selected in it: what all hooks of grid/sheet are given. */
export type GridSheet<Row extends SheetRow = SheetRow, Changes = unknown> = {
  readonly model: SheetModel<Row, Changes>;
  readonly store: SheetStore<Row>;
};

/**
 * Carries an order out, worked out at its turn on what is shown then.
 *
 * @param onPlan told the plan before it is carried out
 */
export function perform<Row extends SheetRow, Changes>(
  { model, store }: GridSheet<Row, Changes>,
  order: SheetOrder,
  onPlan?: (plan: SheetPlan<Changes>) => void,
): Promise<SheetOutcome> {
  const { sheet } = store.getState();
  return model.carryOut(() => {
    const plan = model.plan(shownSheet(store, sheet), order);
    onPlan?.(plan);
    return plan;
  }, order);
}

/** A plan that writes and has nothing to say about places. */
export function writing<Changes>(changes: Changes): SheetPlan<Changes> {
  return { kind: 'write', changes, areas: [], skipped: 0, outside: 0 };
}

export function refusing(error: AppError): Extract<SheetPlan<never>, { kind: 'refused' }> {
  return { kind: 'refused', error };
}

/** In which manner cells are changed, for the log. */
export type CellManner = Extract<Manner, 'typed' | 'pasted' | 'filled'>;

export function mannerOf(kind: SheetOrder['kind']): CellManner {
  if (kind === 'paste') return 'pasted';
  return kind === 'fill' ? 'filled' : 'typed';
}
