import { showCells } from '#renderer/steps/show-cell.ts';
import { ledgerColumn } from '#renderer/view/ledger-lines.ts';
import type { Hit } from './find-hits.ts';
import { changeFind } from './find-state.ts';

/** Brings a hit into view; the cursor stays in the find bar, so that Enter finds the next one. */
export function showHit(hit: Hit): void {
  changeFind({ at: hit.id });
  showCells([placeOf(hit)], 'show', ledgerColumn(hit.field));
}

/** Closes the bar and leaves the clerk on the hit, or where the cursor was in the matrix. */
export function leaveFind(current: Hit | null): void {
  changeFind({ bar: 'closed', listOpen: false });
  if (current?.taskId) showCells([placeOf(current)], 'go', ledgerColumn(current.field));
  else document.querySelector<HTMLElement>('.screen[data-front="true"] .ag-cell-focus')?.focus();
}

function placeOf({ taskId, agencyId }: Hit) {
  return { taskId, agencyId, periodId: null };
}
