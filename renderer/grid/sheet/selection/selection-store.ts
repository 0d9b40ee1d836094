import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Area } from './geometry.ts';
import { type Selection, selectSpot } from './selection.ts';
import { type Sheet, type SheetRow, sameShape } from './sheet.ts';

/** What is selected in a sheet, and in what: its grid writes it, status bar and menus read it. */
export type SelectionState<Row extends SheetRow = SheetRow> = {
  readonly sheet: Sheet<Row>;
  readonly selection: Selection | null;
  /** What was cut or copied last and still lies on the clipboard: it has a marching border. */
  readonly clipped: readonly Area[];
};

/** The store of one sheet. A method, not a property, where rows go in: a store of tasks must pass for a store. */
export type SheetStore<Row extends SheetRow = SheetRow> = {
  readonly getState: () => SelectionState<Row>;
  /** @returns a function that stops listening */
  readonly subscribe: (listener: () => void) => () => void;
  readonly putSelection: (selection: Selection | null) => void;
  readonly putClipped: (clipped: readonly Area[]) => void;
  /**
   * Takes the sheet as it is shown now. While the same rows stand in the same columns the selection stays; after
   * sorting, filtering or other columns only its active cell goes along, if it is still shown (pitfall 4).
   */
  putSheet(sheet: Sheet<Row>): void;
};

/** The same for React: `use` gives a part of the state, again whenever it changes. */
export type ReadSheetStore<Row extends SheetRow> = SheetStore<Row> & {
  readonly use: UseBoundStore<StoreApi<SelectionState<Row>>>;
};

/** Each sheet has a store of its own, which outlives its grid: what is selected is still there when it comes back. */
export function makeSheetStore<Row extends SheetRow>(): ReadSheetStore<Row> {
  const use = create<SelectionState<Row>>(() => ({
    sheet: { rows: [], columns: [] },
    selection: null,
    clipped: [],
  }));
  const { getState, setState, subscribe } = use;
  return {
    use,
    getState,
    subscribe,
    putSelection: (selection) => {
      if (getState().selection !== selection) setState({ selection });
    },
    putClipped: (clipped) => {
      if (getState().clipped.length > 0 || clipped.length > 0) setState({ clipped });
    },
    putSheet: (sheet) => {
      const { sheet: before, selection } = getState();
      if (sameShape(before, sheet)) setState({ sheet });
      else setState({ sheet, selection: selection && followed(selection, before, sheet), clipped: [] });
    },
  };
}

/** The sheet as shown now, if places counted in `before` still mean the same in it; else `before` itself. */
export function shownSheet<Row extends SheetRow>(store: SheetStore<Row>, before: Sheet<Row>): Sheet<Row> {
  const { sheet } = store.getState();
  return sameShape(before, sheet) ? sheet : before;
}

function followed({ active }: Selection, before: Sheet, now: Sheet): Selection | null {
  const rowId = before.rows[active.row]?.id;
  const row = now.rows.findIndex((candidate) => candidate.id === rowId);
  const column = now.columns.indexOf(before.columns[active.column] ?? '');
  return row < 0 || column < 0 ? null : selectSpot({ row, column });
}
