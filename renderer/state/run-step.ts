import type { PeriodId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { toAppError } from '../bridge/app-error.ts';
import { client, orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { showError } from '../ui/toasts.ts';
import { refreshDuties } from './duty-query.ts';
import { refreshEntries } from './entry-query.ts';
import { refreshLedger } from './ledger-query.ts';
import { isInPast } from './past.ts';
import { currentPeriodShown, matrixOptions } from './queries.ts';
import { replaceTasks, samePlaces } from './replace-tasks.ts';
import { refreshReturns } from './returns-query.ts';
import { isSavingFailure } from './saving-failure.ts';
import { setSave, setStepLabels } from './window-state.ts';

/** More touched tasks than this are read as a whole matrix: one large answer is cheaper than naming every row. */
const READ_ALL_ABOVE = 200;

/** Makes the call of a step at its turn; `null`: nothing is to be changed after all. */
export type StepCall = () => Promise<StepReport> | null;

/**
 * The one way in which this window changes data: typing, menus, forms, returns, undo.
 * The change is on disk when the call answers; only then are the touched rows read again and shown.
 *
 * Steps run one after another: what a fast hand does next is worked out on what the last step has left, not on what
 * was shown while that was still on its way (a role typed, and cleared before it was stored).
 *
 * @param write makes the call when its turn has come; its rejection is shown to the clerk
 * @returns the report, or the failure that was shown; NOTHING_TO_CHANGE, unshown, when no call was made
 */
export function runStep(write: StepCall): Promise<StepReport | AppError> {
  underWay += 1;
  const step = queue.then(() => perform(write));
  // Waited for whether or not another step was asked for by then: the key may come while the rows are being painted, and
  // a Ctrl+D worked out on the rows of before would find nothing to do.
  queue = step.then(shown);
  return step;
}

/** Ends when what the newest step has left is shown; never rejects. */
let queue: Promise<unknown> = Promise.resolve();

/** Steps asked for and not answered yet. */
let underWay = 0;

async function perform(write: StepCall): Promise<StepReport | AppError> {
  // Nothing is worked out on rows of the past: what they say may be long gone.
  const call = isInPast() ? Promise.reject(new AppError('PAST_READ_ONLY')) : begun(write);
  if (call !== null) setSave({ kind: 'saving' });
  const outcome = await call?.catch(toAppError);
  underWay -= 1;
  if (outcome === undefined) return new AppError('NOTHING_TO_CHANGE');
  if (!succeeded(outcome)) {
    setSave(isSavingFailure(outcome.code) ? { kind: 'failed', message: outcome.message } : { kind: 'idle' });
    showError(outcome);
    return outcome;
  }
  // With another step still on its way, 已保存 would promise too much.
  if (underWay === 0) setSave({ kind: 'saved', at: outcome.savedAt });
  setStepLabels(outcome.undoLabel, outcome.redoLabel);
  // What was stored stays stored when reading it again fails; that is told as what it is.
  await refreshAfter(outcome).catch(tellUnread);
  return outcome;
}

/** A period that is gone went with this very step, a new plan taken back: the overview shows another one. */
function tellUnread(reason: unknown): void {
  const error = toAppError(reason);
  if (error.code !== 'PERIOD_UNKNOWN') showError(error);
}

/** What is refused while the call is worked out is refused like the call itself. */
function begun(write: StepCall): ReturnType<StepCall> {
  try {
    return write();
  } catch (reason) {
    return Promise.reject(reason);
  }
}

/** A window that is hidden paints no frame; the next step goes on after this time all the same. */
const NO_FRAME_MS = 100;

/** Two frames on, the rows that were read are in the grid. */
function shown(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, NO_FRAME_MS);
  });
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
  try {
    await refreshMatrix(report, period.id);
  } finally {
    // Also when the rows are gone together with their plan: the overview is what tells so.
    void queryClient.invalidateQueries({ queryKey: orpc.matrix.task.key() });
    void queryClient.invalidateQueries({ queryKey: orpc.workspace.overview.key() });
    void queryClient.invalidateQueries({ queryKey: orpc.period.list.key() });
    void queryClient.invalidateQueries({ queryKey: orpc.agency.similar.key() });
    void queryClient.invalidateQueries({ queryKey: orpc.progress.texts.key() });
    void queryClient.invalidateQueries({ queryKey: orpc.history.list.key() });
    for (const area of [orpc.layout, orpc.statistics, orpc.page, orpc.summary, orpc.people, orpc.matter, orpc.year]) {
      void queryClient.invalidateQueries({ queryKey: area.key() });
    }
    void refreshReturns();
    void refreshDuties();
    refreshEntries();
  }
  // React Query tells its readers in a timer: whoever shows a row next must find it in its new place.
  await new Promise((resolve) => setTimeout(resolve));
}

async function refreshMatrix(report: StepReport, periodId: PeriodId): Promise<void> {
  const shown = matrixOptions(periodId).queryKey;
  const taskIds = [...new Set(report.touched.flatMap(({ taskId }) => taskId ?? []))];
  const readAll = taskIds.length === 0 || taskIds.length > READ_ALL_ABOVE;
  const ledger = refreshLedger(periodId, readAll ? null : taskIds);
  if (readAll) {
    await queryClient.invalidateQueries({ queryKey: shown });
  } else {
    const fresh = await client.matrix.read({ periodId, taskIds });
    const before = queryClient.getQueryData(shown) ?? [];
    // Inserted, removed and moved tasks change the order of all: only the backend knows it.
    if (!samePlaces(before, fresh, taskIds)) await queryClient.invalidateQueries({ queryKey: shown });
    else queryClient.setQueryData(shown, (tasks) => tasks && replaceTasks(tasks, fresh));
  }
  await ledger;
}

/** Whether a step went through. */
export function succeeded(outcome: StepReport | AppError): outcome is StepReport {
  return !(outcome instanceof AppError);
}
