import { toAppError } from '#renderer/bridge/app-error.ts';
import { client } from '#renderer/bridge/client.ts';
import { showError } from '#renderer/ui/toasts.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnDecision } from '#shared/domain/return-review.ts';

/** After the last decision. Shorter: every tick is a write of its own; longer: a power cut costs more of them. */
const REST_MS = 400;

/** Decided and not yet in the data file. */
const waiting = new Map<ReturnId, readonly ReturnDecision[]>();

let timer: ReturnType<typeof setTimeout> | undefined;

/** Has the decisions of a return kept in the data file soon, so that closing the program loses none. */
export function keepSoon(returnId: ReturnId, decisions: readonly ReturnDecision[]): void {
  waiting.set(returnId, decisions);
  clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), REST_MS);
}

/** Keeps at once what waits; a failure is shown. */
export async function keepNow(): Promise<void> {
  clearTimeout(timer);
  const due = [...waiting];
  waiting.clear();
  try {
    await Promise.all(
      due.map(([returnId, decisions]) => client.returns.keepDecisions({ returnId, decisions: [...decisions] })),
    );
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Forgets what waits for returns that are being written: the call carries their decisions itself. */
export function dropWaiting(returnIds: readonly ReturnId[]): void {
  for (const returnId of returnIds) waiting.delete(returnId);
}
