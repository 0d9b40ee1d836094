import { choosePeriod, currentPeriodShown } from '#renderer/state/queries.ts';
import { showScreen } from '#renderer/state/screen.ts';
import { showCells } from '#renderer/steps/show-cell.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';

export type CellGoal = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  /** Left out: in whichever period is on show. */
  readonly periodId?: PeriodId | null;
};

/** Brings the clerk to a cell in the ledger of its period; one the ledger has no line for is shown in the matrix. */
export function goToCell({ taskId, agencyId, periodId = null }: CellGoal): void {
  if (periodId !== null && periodId !== currentPeriodShown()?.id) choosePeriod(periodId);
  showScreen(agencyId === null ? 'matrix' : 'ledger');
  // A frame later: the ledger of another period is asked for by then, and waits for its rows with the wish.
  requestAnimationFrame(() => showCells([{ taskId, agencyId, periodId: null }]));
}
