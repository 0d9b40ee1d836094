import type { BackendContext } from '#backend/calls/context.ts';
import type { ReviewedReturn } from './view-of-return.ts';

/** Returns of which it is remembered what was shown; a window shows a few dozen. More: more memory, nothing else. */
const SHOWN_MAX = 2_000;

/** Remembers what stood in the cells of a review: what is decided now, is decided on that. */
export function rememberShown({ shown }: Pick<BackendContext, 'shown'>, reviewed: readonly ReviewedReturn[]): void {
  for (const { view } of reviewed) {
    if (view.returnId === null) continue;
    // Put behind the others, which are forgotten first.
    shown.delete(view.returnId);
    shown.set(view.returnId, new Map(view.items.map(({ key, ours }) => [key, ours])));
  }
  for (const returnId of shown.keys()) {
    if (shown.size <= SHOWN_MAX) break;
    shown.delete(returnId);
  }
}
