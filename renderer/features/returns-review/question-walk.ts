import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { type FileDecisions, isOpenQuestion, NO_DECISIONS } from './review-choices.ts';

/** An item of a return; `null`: the return itself, which asks whose it is. */
export type ReviewSpot = { readonly returnId: ReturnId; readonly key: string | null };

/**
 * The next thing a person must say, over all files and round their end.
 *
 * @param files in the order of the list
 * @param here where the clerk stands; `null`: nowhere yet
 * @param step 1: the next one, -1: the one before
 * @returns `null` when nothing is left to answer
 */
export function nextQuestion(
  files: readonly ReturnFileReview[],
  decisions: ReadonlyMap<ReturnId, FileDecisions>,
  here: ReviewSpot | null,
  step: 1 | -1,
): ReviewSpot | null {
  const spots = files.flatMap((file) => spotsOf(file, decisions));
  const at = spots.findIndex(({ spot }) => spot.returnId === here?.returnId && spot.key === here.key);
  // Nowhere: forwards from the first, backwards from the last.
  const start = at < 0 && step < 0 ? 0 : at;
  for (let walked = 1; walked <= spots.length; walked++) {
    const candidate = spots[(start + step * walked + spots.length * 2) % spots.length];
    if (candidate?.open) return candidate.spot;
  }
  return null;
}

function spotsOf(file: ReturnFileReview, decisions: ReadonlyMap<ReturnId, FileDecisions>) {
  const { returnId } = file;
  if (returnId === null) return [];
  const own = decisions.get(returnId) ?? NO_DECISIONS;
  return [
    { spot: { returnId, key: null }, open: file.held !== null },
    ...file.items.map((item) => ({
      spot: { returnId, key: item.key },
      open: file.state === 'to-review' && isOpenQuestion(item, own),
    })),
  ];
}
