import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnDecision, ReturnFileReview, ReturnReview, ReturnSummary } from '#shared/domain/return-review.ts';
import { orpc } from '../bridge/client.ts';
import { queryClient } from '../bridge/query-client.ts';

const listOptions = (planId: PlanId) => orpc.returns.list.queryOptions({ input: { planId } });

const reviewOptions = (returnIds: readonly ReturnId[]) =>
  orpc.returns.review.queryOptions({ input: { returnIds: [...returnIds] } });

/** A picture of a sheet is large, and soon made again. */
const PICTURE_GONE_AFTER_MS = 60_000;

/** What came back, compared with what stands now, and what had been decided about it. */
export type ReviewAnswer = ReturnReview & {
  readonly decisions: Readonly<Record<number, readonly ReturnDecision[]>>;
};

/** @param enabled false while nobody looks: what a step made old is read again when somebody does */
export function useReturnList(planId: PlanId, enabled: boolean): readonly ReturnSummary[] | undefined {
  return useQuery({ ...listOptions(planId), enabled }).data;
}

/** The returns that wait for the clerk, in the order they came. */
export function waitingReturns(list: readonly ReturnSummary[]): ReturnId[] {
  return list.filter(({ state }) => state === 'received' || state === 'to-review').map(({ returnId }) => returnId);
}

/**
 * How many returns wait for the clerk; 0 while that is not known. Their reviews are asked for meanwhile, so that the
 * screen opens on them without a wait.
 */
export function useWaitingReturns(planId: PlanId, enabled: boolean): number {
  const list = useReturnList(planId, enabled);
  useEffect(() => {
    const waiting = waitingReturns(list ?? []);
    if (waiting.length === 0) return;
    const idle = requestIdleCallback(() => void queryClient.prefetchQuery(reviewOptions(waiting)));
    return () => cancelIdleCallback(idle);
  }, [list]);
  return waitingReturns(list ?? []).length;
}

/** The list, and the reviews of those that wait, for code outside of React; `null` until both have been read. */
export function returnsShown(
  planId: PlanId,
): { readonly list: readonly ReturnSummary[]; readonly files: readonly ReturnFileReview[] } | null {
  const list = queryClient.getQueryData(listOptions(planId).queryKey);
  if (list === undefined) return null;
  const waiting = waitingReturns(list);
  if (waiting.length === 0) return { list, files: [] };
  const review = queryClient.getQueryData(reviewOptions(waiting).queryKey);
  return review ? { list, files: review.files } : null;
}

/**
 * Reviews of returns, made in one answer: two files on one cell are a conflict only there.
 *
 * @param returnIds none: nothing is asked
 */
export function useReturnReviews(returnIds: readonly ReturnId[], enabled: boolean): ReviewAnswer | undefined {
  return useQuery({
    ...reviewOptions(returnIds),
    enabled: enabled && returnIds.length > 0,
    placeholderData: keepPreviousData,
  }).data;
}

export function useReturnPicture(returnId: ReturnId, enabled: boolean) {
  return useQuery({
    ...orpc.returns.picture.queryOptions({ input: { returnId } }),
    enabled,
    gcTime: PICTURE_GONE_AFTER_MS,
  });
}

/** A review that has been read, for code outside of React. */
export function returnFileShown(returnId: ReturnId): ReturnFileReview | undefined {
  return queryClient
    .getQueriesData<ReviewAnswer>({ queryKey: orpc.returns.review.key() })
    .flatMap(([, answer]) => answer?.files ?? [])
    .findLast((file) => file.returnId === returnId);
}

/** Files were received, which is a step of its own: what undo would take back is another one now. */
export async function refreshAfterReceipt(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: orpc.workspace.overview.key() });
  void queryClient.invalidateQueries({ queryKey: orpc.history.list.key() });
  await refreshReturns();
}

/** After a step: all that is known of returns is asked again by whoever shows it. */
export async function refreshReturns(): Promise<void> {
  // Every return that is decided leaves another set of those that wait: answers about older sets are not kept.
  queryClient.removeQueries({ queryKey: orpc.returns.review.key(), type: 'inactive' });
  await Promise.all(
    [orpc.returns.list.key(), orpc.returns.review.key(), orpc.returns.overview.key()].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
