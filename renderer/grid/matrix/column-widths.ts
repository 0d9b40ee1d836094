import { agencyOfColumn, FOLDED_KIND_PREFIX, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { ViewKind } from '#renderer/view/matrix-view.ts';

/** Widths in CSS pixels of the matrix's columns. */
export type ColumnWidths = { readonly task: number; readonly agency: number };

export const NUMBER_WIDTH = 44;

/** A folded family of agencies: room for two digits and its name above. */
export const FOLDED_KIND_WIDTH = 34;

/** Room for the vertical scroll bar and the borders. Too small: a horizontal bar appears for nothing. */
const RESERVED = NUMBER_WIDTH + 20;

/** Narrower than `min`: mark and light touch each other. Wider than `max`: the eye loses the row. */
const MARK = { min: 30, usual: 37, max: 52 } as const;

/** A column of the progress view; `min` is the room for “● 推进中 100%”. */
const WORDS = { min: 92, usual: 96, max: 120 } as const;

/** Narrower than `min`: fewer than fourteen characters of the title. */
const TASK = { min: 196, enough: 400, max: 620 } as const;

/**
 * Shares the width so that all agencies stand side by side without a horizontal scroll bar, if that can be;
 * what is left goes to the task's title first, then to the columns, then to the title again.
 *
 * @param width of the grid
 * @param agencies how many columns are shown
 * @param kind what stands in them
 */
export function fitColumns(width: number, agencies: number, kind: ViewKind = 'roles'): ColumnWidths {
  const bounds = kind === 'roles' ? MARK : WORDS;
  const room = Math.max(0, width - RESERVED);
  if (agencies === 0) return { task: clamp(room, TASK.min, TASK.max), agency: bounds.usual };
  const perAgency = (task: number): number => Math.floor((room - task) / agencies);
  let agency: number = bounds.usual;
  if (room - agency * agencies < TASK.min) agency = clamp(perAgency(TASK.min), bounds.min, bounds.usual);
  else if (room - agency * agencies > TASK.enough) agency = clamp(perAgency(TASK.enough), bounds.usual, bounds.max);
  return { task: clamp(room - agency * agencies, TASK.min, TASK.max), agency };
}

/** @returns what every column of the matrix gets of the room, by its id */
export function usualWidths(columnIds: readonly string[], room: number, kind: ViewKind): (columnId: string) => number {
  const folded = columnIds.filter((id) => id.startsWith(FOLDED_KIND_PREFIX)).length;
  const agencies = columnIds.filter((id) => agencyOfColumn(id) !== null).length;
  const fit = fitColumns(room - folded * FOLDED_KIND_WIDTH, agencies, kind);
  return (id) => {
    if (id === TITLE_COLUMN) return fit.task;
    if (agencyOfColumn(id) !== null) return fit.agency;
    return id.startsWith(FOLDED_KIND_PREFIX) ? FOLDED_KIND_WIDTH : NUMBER_WIDTH;
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
