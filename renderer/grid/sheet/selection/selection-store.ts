import { create } from 'zustand';
import type { Area } from './geometry.ts';
import { type Selection, selectSpot } from './selection.ts';
import { type Sheet, sameShape } from './sheet.ts';

/** What is selected in the matrix, and in what: the grid writes it, status bar and menus read it. */
export type SelectionState = {
  readonly sheet: Sheet;
  readonly selection: Selection | null;
  /** What was cut or copied last and still lies on the clipboard: it has a marching border. */
  readonly clipped: readonly Area[];
};

const EMPTY: SelectionState = { sheet: { tasks: [], columns: [] }, selection: null, clipped: [] };

export const useGridSelection = create<SelectionState>(() => EMPTY);

const { getState, setState } = useGridSelection;

export function putSelection(selection: Selection | null): void {
  if (getState().selection !== selection) setState({ selection });
}

export function putClipped(clipped: readonly Area[]): void {
  if (getState().clipped.length > 0 || clipped.length > 0) setState({ clipped });
}

/**
 * Takes the matrix as it is shown now. While the same tasks stand in the same columns the selection stays; after
 * sorting, filtering or other columns only its active cell goes along, if it is still shown (pitfall 4).
 */
export function putSheet(sheet: Sheet): void {
  const { sheet: before, selection } = getState();
  if (sameShape(before, sheet)) setState({ sheet });
  else setState({ sheet, selection: selection && followed(selection, before, sheet), clipped: [] });
}

/** The matrix as shown now, if places counted in `before` still mean the same in it; else `before` itself. */
export function shownSheet(before: Sheet): Sheet {
  const { sheet } = getState();
  return sameShape(before, sheet) ? sheet : before;
}

function followed({ active }: Selection, before: Sheet, now: Sheet): Selection | null {
  const taskId = before.tasks[active.row]?.id;
  const row = now.tasks.findIndex((task) => task.id === taskId);
  const column = now.columns.indexOf(before.columns[active.column] ?? '');
  return row < 0 || column < 0 ? null : selectSpot({ row, column });
}
