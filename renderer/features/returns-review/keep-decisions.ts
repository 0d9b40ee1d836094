import { toAppError } from '#renderer/bridge/app-error.ts';
import { client } from '#renderer/bridge/client.ts';
import { showError } from '#renderer/ui/toasts.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnDecision } from '#shared/domain/return-review.ts';

/** Decided and not yet on its way to the data file. */
const waiting = new Map<ReturnId, readonly ReturnDecision[]>();

let isUnderWay = false;

/**
 * Has the decisions of a return kept in the data file, so that closing the program loses none. The first goes at once:
 * the program may be closed within the blink of an eye. What is decided while a call is under way goes with the next.
 */
export function keepDecisions(returnId: ReturnId, decisions: readonly ReturnDecision[]): void {
  waiting.set(returnId, decisions);
  if (!isUnderWay) void keepWaiting();
}

async function keepWaiting(): Promise<void> {
  isUnderWay = true;
  try {
    for (let [first] = waiting; first; [first] = waiting) {
      const [returnId, decisions] = first;
      waiting.delete(returnId);
      await client.returns.keepDecisions({ returnId, decisions: [...decisions] });
    }
  } catch (reason) {
    showError(toAppError(reason));
  } finally {
    isUnderWay = false;
  }
}

/** Forgets what waits for returns that are being written: the call carries their decisions itself. */
export function dropWaiting(returnIds: readonly ReturnId[]): void {
  for (const returnId of returnIds) waiting.delete(returnId);
}
