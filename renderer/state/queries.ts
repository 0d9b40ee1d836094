import { hashKey, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { LightDef } from '#shared/domain/light.ts';
import type { MatrixTask, TaskDetail } from '#shared/domain/matrix.ts';
import type { DatedPeriod, Overview, PeriodView } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { forget, recallNumber, remember } from '../bridge/remembered.ts';
import { planKey, shownPeriod, withPeriod } from './shown-period.ts';
import { keepPeriods, useWindowState } from './window-state.ts';

/** Reads of the window, and where their answers are kept. */
export const overviewOptions = (planId: PlanId | null) =>
  orpc.workspace.overview.queryOptions({ input: planId === null ? {} : { planId } });

export const matrixOptions = (periodId: PeriodId) => orpc.matrix.read.queryOptions({ input: { periodId } });

const taskOptions = (taskId: TaskId, periodId: PeriodId) =>
  orpc.matrix.task.queryOptions({ input: { taskId, periodId } });

/** Where the id of the period that was current last time waits for {@link askEarly}. It never decides what is shown. */
const LIKELY_PERIOD = 'likely-period';

/**
 * Asks for the overview and, without waiting for it, for the matrix that will most likely be shown. The overview alone
 * decides which one is: a wrong guess is an answer, or an error, that nobody looks at.
 */
export function askEarly(): void {
  markFirstMatrix();
  forget('period');
  void queryClient.fetchQuery(overviewOptions(null)).then(
    ({ currentPeriodId }) => remember(LIKELY_PERIOD, String(currentPeriodId)),
    () => undefined,
  );
  const likely = recallNumber(LIKELY_PERIOD, 0);
  if (Number.isInteger(likely) && likely > 0) {
    // A remembered number is a period's id or names nothing; the backend decides which.
    void queryClient.prefetchQuery(matrixOptions(likely as PeriodId));
  }
}

/** Mark that benches count from: the rows are in the window's memory. */
function markFirstMatrix(): void {
  const cache = queryClient.getQueryCache();
  const [path] = orpc.matrix.read.key();
  const stop = cache.subscribe(({ query }) => {
    if (query.state.data === undefined || JSON.stringify(query.queryKey[0]) !== JSON.stringify(path)) return;
    performance.mark('zeren:matrix-read');
    stop();
  });
}

export function useOverview(): UseQueryResult<Overview> {
  return useQuery(overviewOptions(useWindowState((state) => state.planId)));
}

/** The lights of the set of rules that the plan uses; none before the overview is there. */
export function useLights(): readonly LightDef[] {
  return useOverview().data?.lights ?? NO_LIGHTS;
}

const NO_LIGHTS: readonly LightDef[] = [];

/** @returns the period on show, once the overview is there */
export function usePeriod(): DatedPeriod | undefined {
  const chosen = useWindowState((state) => state.chosenPeriods);
  const overview = useOverview().data;
  return overview && shownPeriod(overview, chosen);
}

export function useMatrix(
  overview: Overview | undefined,
  period: PeriodView | undefined,
): UseQueryResult<readonly MatrixTask[]> {
  // Without a period nothing is asked; the id then stands for nothing.
  return useQuery({
    ...matrixOptions(period?.id ?? (0 as PeriodId)),
    enabled: period !== undefined,
    // The grid stays where it is while another period's rows are on their way; another plan has rows of its own.
    placeholderData: (rows, before) =>
      overview?.periods.some(({ id }) => before?.queryHash === hashKey(matrixOptions(id).queryKey)) ? rows : undefined,
  });
}

export function useTaskDetail(taskId: TaskId | undefined, period: PeriodView | undefined): UseQueryResult<TaskDetail> {
  return useQuery({
    // As above: the zeros are never sent.
    ...taskOptions(taskId ?? (0 as TaskId), period?.id ?? (0 as PeriodId)),
    enabled: taskId !== undefined && period !== undefined,
    placeholderData: (previous) => (previous?.id === taskId ? previous : undefined),
  });
}

/** The period on show, for code outside of React. */
export function currentPeriodShown(): DatedPeriod | undefined {
  const overview = overviewShown();
  return overview && shownPeriod(overview, useWindowState.getState().chosenPeriods);
}

/** What is known about the data file, for code outside of React. */
export function overviewShown(): Overview | undefined {
  return queryClient.getQueryData(overviewOptions(useWindowState.getState().planId).queryKey);
}

/** The plan on show, for calls. @throws AppError PLAN_GONE before anything is shown */
export function planIdShown(): PlanId {
  const overview = overviewShown();
  if (!overview) throw new AppError('PLAN_GONE');
  return overview.plan.id;
}

/** Another day has begun: all that was read is read again, what is on show at once. */
export function askForToday(): Promise<void> {
  return queryClient.invalidateQueries();
}

/** Stays in the period on show even if another one becomes the current one. */
export function stayInPeriod(): void {
  const overview = overviewShown();
  const period = currentPeriodShown();
  if (!overview || !period) return;
  keepPeriods({ ...useWindowState.getState().chosenPeriods, [planKey(overview)]: period.id });
}

/** A chosen period that has become the current one is no choice any more: the window moves on with the calendar. */
export function settlePeriod(overview: Overview): void {
  const { chosenPeriods } = useWindowState.getState();
  if (chosenPeriods[planKey(overview)] !== overview.currentPeriodId) return;
  keepPeriods(withPeriod(overview, chosenPeriods, overview.currentPeriodId));
}

/** Shows another period of the plan, or the current one again; one that the plan does not have changes nothing. */
export function choosePeriod(periodId: PeriodId): void {
  const overview = overviewShown();
  if (overview) keepPeriods(withPeriod(overview, useWindowState.getState().chosenPeriods, periodId));
}

/** The plan and the matrix of the period on show, for code outside of React; `null` until both are there. */
export function matrixShown(): { readonly overview: Overview; readonly tasks: readonly MatrixTask[] } | null {
  const overview = overviewShown();
  const period = currentPeriodShown();
  const tasks = period && queryClient.getQueryData(matrixOptions(period.id).queryKey);
  return overview && tasks ? { overview, tasks } : null;
}
