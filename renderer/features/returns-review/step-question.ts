import { planIdShown } from '#renderer/state/queries.ts';
import { returnsShown } from '#renderer/state/returns-query.ts';
import { showNotice } from '#renderer/ui/toasts.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { inListOrder } from './list-lines.ts';
import { nextQuestion } from './question-walk.ts';
import { goToSpot, useReviewDesk } from './review-desk.ts';

/** F8 and Shift+F8: goes to the next thing a person must say, over all files that wait. */
export function stepQuestion(step: 1 | -1): void {
  const { returnId, cursor, decisions } = useReviewDesk.getState();
  const here = returnId === null ? null : { returnId, key: cursor };
  const files = waitingFiles();
  // Still on their way: of what has not been read nobody knows whether it asks anything.
  if (files === null) return;
  const next = nextQuestion(files, decisions, here, step);
  if (next) goToSpot(next);
  else showNotice('没有待处理的疑问了', '可以确认写入已核对的回收表。');
}

/** The files that wait, in the order of the list; `null` until they have been read. */
export function waitingFiles(): readonly ReturnFileReview[] | null {
  const shown = returnsShown(planIdShown());
  if (!shown) return null;
  const byId = new Map(shown.files.map((file) => [file.returnId, file]));
  return inListOrder(shown.list).flatMap(({ returnId }) => byId.get(returnId) ?? []);
}
