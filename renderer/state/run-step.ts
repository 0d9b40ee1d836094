import type { StepReport } from '#shared/domain/views.ts';
import { AppError } from '#shared/errors.ts';
import { toAppError } from '../bridge/app-error.ts';
import { client, orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { replaceTasks, samePlaces } from '../grid/matrix-rows.ts';
import { showError } from '../ui/toasts.ts';
import { currentPeriodShown, matrixOptions, overviewOptions } from './queries.ts';
import { setSave, setStepLabels } from './window-state.ts';

/** More touched tasks than this are read as a whole matrix: one large answer is cheaper than naming every row. */
const READ_ALL_ABOVE = 200;

/**
 * The one way in which this window changes data: typing, menus, forms, returns, undo.
 * The change is on disk when the call answers; only then are the touched rows read again and shown.
 *
 * @param write the call; its rejection is shown to the clerk
 * @returns the report, or the failure that was shown
 */
export async function runStep(write: () => Promise<StepReport>): Promise<StepReport | AppError> {
  underWay += 1;
  setSave({ kind: 'saving' });
  const outcome = await write().catch(toAppError);
  underWay -= 1;
  if (!succeeded(outcome)) {
    setSave(isHarmless(outcome) ? { kind: 'idle' } : { kind: 'failed', message: outcome.message });
    showError(outcome);
    return outcome;
  }
  // With another step still on its way, 已保存 would promise too much.
  if (underWay === 0) setSave({ kind: 'saved', at: outcome.savedAt });
  setStepLabels(outcome.undoLabel, outcome.redoLabel);
  // What was stored stays stored when reading it again fails; that is told as what it is.
  await refreshAfter(outcome).catch((reason: unknown) => showError(toAppError(reason)));
  return outcome;
}

/** Steps sent and not answered yet: a fast hand sends the next before the last one is stored. */
let underWay = 0;

/** Nothing was lost: there was nothing to do, or the clerk stopped it. */
function isHarmless(error: AppError): boolean {
  return ['NOTHING_TO_CHANGE', 'NOTHING_TO_UNDO', 'NOTHING_TO_REDO', 'CANCELLED', 'ROLE_TEXT_UNKNOWN'].includes(
    error.code,
  );
}

/** Reads again what a step touched, and forgets what it may have touched in other periods. */
async function refreshAfter(report: StepReport): Promise<void> {
  const period = currentPeriodShown();
  if (!period) return;
  const shown = matrixOptions(period.id).queryKey;
  queryClient.removeQueries({
    queryKey: orpc.matrix.read.key(),
    predicate: (query) => JSON.stringify(query.queryKey) !== JSON.stringify(shown),
  });
  const taskIds = [...new Set(report.touched.flatMap(({ taskId }) => taskId ?? []))];
  if (taskIds.length === 0 || taskIds.length > READ_ALL_ABOVE) {
    await queryClient.invalidateQueries({ queryKey: shown });
  } else {
    const fresh = await client.matrix.read({ periodId: period.id, taskIds });
    const before = queryClient.getQueryData(shown) ?? [];
    // Inserted, removed and moved tasks change the order of all: only the backend knows it.
    if (!samePlaces(before, fresh, taskIds)) await queryClient.invalidateQueries({ queryKey: shown });
    else queryClient.setQueryData(shown, (tasks) => tasks && replaceTasks(tasks, fresh));
  }
  void queryClient.invalidateQueries({ queryKey: orpc.matrix.task.key() });
  void queryClient.invalidateQueries({ queryKey: overviewOptions().queryKey });
  void queryClient.invalidateQueries({ queryKey: orpc.agency.similar.key() });
  void queryClient.invalidateQueries({ queryKey: orpc.progress.texts.key() });
  void queryClient.invalidateQueries({ queryKey: orpc.history.list.key() });
  // React Query tells its readers in a timer: whoever shows a row next must find it in its new place.
  await new Promise((resolve) => setTimeout(resolve));
}

/** Whether a step went through. */
export function succeeded(outcome: StepReport | AppError): outcome is StepReport {
  return !(outcome instanceof AppError);
}
