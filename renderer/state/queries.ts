import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask, TaskDetail } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';
import { recallNumber } from '../bridge/remembered.ts';
import { useWindowState } from './window-state.ts';

/** Reads of the window, and where their answers are kept. */
export const overviewOptions = () => orpc.workspace.overview.queryOptions();

export const matrixOptions = (periodId: PeriodId) => orpc.matrix.read.queryOptions({ input: { periodId } });

const taskOptions = (taskId: TaskId, periodId: PeriodId) =>
  orpc.matrix.task.queryOptions({ input: { taskId, periodId } });

/**
 * Asks for the overview and, without waiting for it, for the matrix of the period that was shown last.
 * A remembered period that this data file does not have is answered with an error nobody looks at.
 */
export function askEarly(): void {
  markFirstMatrix();
  void queryClient.prefetchQuery(overviewOptions());
  const remembered = recallNumber('period', 0);
  if (Number.isInteger(remembered) && remembered > 0) {
    // A remembered number is a period's id or names nothing; the backend decides which.
    void queryClient.prefetchQuery(matrixOptions(remembered as PeriodId));
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
  return useQuery(overviewOptions());
}

/** The period shown: the chosen one if this plan has it, else the remembered one, else the current one. */
export function shownPeriod(overview: Overview, chosen: PeriodId | null): PeriodView | undefined {
  const wanted = [chosen, recallNumber('period', 0), overview.currentPeriodId];
  for (const id of wanted) {
    const period = overview.periods.find((candidate) => candidate.id === id);
    if (period) return period;
  }
  return overview.periods[0];
}

/** @returns the period on show, once the overview is there */
export function usePeriod(): PeriodView | undefined {
  const chosen = useWindowState((state) => state.periodId);
  const overview = useOverview().data;
  return overview && shownPeriod(overview, chosen);
}

export function useMatrix(period: PeriodView | undefined): UseQueryResult<readonly MatrixTask[]> {
  // Without a period nothing is asked; the id then stands for nothing.
  return useQuery({
    ...matrixOptions(period?.id ?? (0 as PeriodId)),
    enabled: period !== undefined,
    // The grid stays where it is while another period's rows are on their way.
    placeholderData: keepPreviousData,
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
export function currentPeriodShown(): PeriodView | undefined {
  const overview = queryClient.getQueryData(overviewOptions().queryKey);
  return overview && shownPeriod(overview, useWindowState.getState().periodId);
}

/** The plan and the matrix of the period on show, for code outside of React; `null` until both are there. */
export function matrixShown(): { readonly overview: Overview; readonly tasks: readonly MatrixTask[] } | null {
  const overview = queryClient.getQueryData(overviewOptions().queryKey);
  const period = currentPeriodShown();
  const tasks = period && queryClient.getQueryData(matrixOptions(period.id).queryKey);
  return overview && tasks ? { overview, tasks } : null;
}
