import type { LongCallEvent } from '#shared/contract/call.ts';
import type { BackendContext } from './context.ts';
import { toClientError } from './implementer.ts';

/** Tells the client how far a long call is. */
export type ReportProgress = (done: number, total: number, label: string) => LongCallEvent<never>;

const progress: ReportProgress = (done, total, label) => ({ kind: 'progress', done, total, label });

/**
 * Runs a long call: progress events while it works, the result last. The client cancels by ending the iteration
 * or aborting the call; the work then ends at its current `yield` and its `finally` blocks run.
 *
 * @param work yields {@link ReportProgress} events and returns the result
 */
export async function* runLongCall<Result>(
  context: BackendContext,
  call: string,
  work: (progress: ReportProgress) => AsyncGenerator<LongCallEvent<never>, Result, void>,
): AsyncGenerator<LongCallEvent<Result>, void, void> {
  const release = context.calls.hold();
  try {
    // Delegating also hands on the client's cancelling, so the work's `finally` blocks run.
    const result = yield* work(progress);
    yield { kind: 'result', result };
  } catch (error) {
    // Errors inside a stream do not pass the wrapper of backend/calls/implementer.ts.
    throw toClientError(error, context, call);
  } finally {
    release();
  }
}
