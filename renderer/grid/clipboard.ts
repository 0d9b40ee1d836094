import type { GridApi } from 'ag-grid-community';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { agencyOfColumn, cellOf } from './columns.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { type PastePlan, parseBlock, planPaste } from './paste.ts';

/** The part of a clipboard event that is used, native or React's. */
export type ClipboardMoment = {
  readonly target: EventTarget | null;
  readonly clipboardData: DataTransfer | null;
  readonly preventDefault: () => void;
};

/** Puts the chosen cell's mark on the clipboard. While an editor is open the text in it is meant (pitfall 5). */
export function copyMark(api: GridApi<MatrixRow>, event: ClipboardMoment): void {
  const place = chosenCell(api, event);
  if (!place) return;
  const cell = cellOf(place.row, place.agencyId);
  event.clipboardData?.setData('text/plain', cell ? ROLE_MARKS[cell.role] : '');
  event.preventDefault();
}

/** @returns what pasting at the chosen cell would do, or `null` when the paste is not the matrix's business */
export function readPaste(
  api: GridApi<MatrixRow>,
  event: ClipboardMoment,
  rows: readonly MatrixRow[],
): PastePlan | null {
  const place = chosenCell(api, event);
  if (!place) return null;
  event.preventDefault();
  const agencyIds = api
    .getAllDisplayedColumns()
    .map((column) => agencyOfColumn(column.getColId()))
    .filter((id) => id !== null);
  return planPaste(parseBlock(event.clipboardData?.getData('text/plain') ?? ''), place, rows, agencyIds);
}

function chosenCell(
  api: GridApi<MatrixRow>,
  event: ClipboardMoment,
): { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly row: MatrixRow } | null {
  if (event.target instanceof HTMLInputElement) return null;
  const focused = api.getFocusedCell();
  const row = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  const agencyId = focused && agencyOfColumn(focused.column.getColId());
  return row?.kind === 'task' && agencyId ? { taskId: row.task.id, agencyId, row } : null;
}
