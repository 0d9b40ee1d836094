import type { LongCallEvent } from '#shared/contract/call.ts';
import { toAppError } from '../bridge/app-error.ts';
import { followLongCall } from '../bridge/long-call.ts';
import { showError } from '../ui/toasts.ts';
import { setBusy } from './window-state.ts';

/**
 * Runs a long call with a bar and a way to stop it.
 *
 * @param title what is being done, for the clerk
 * @param start makes the call with the signal that stops it
 * @returns the result, or `null` when it failed or was stopped; that has been shown already
 */
export async function runLongWork<Result>(
  title: string,
  start: (signal: AbortSignal) => Promise<AsyncIterable<LongCallEvent<Result>>>,
): Promise<Result | null> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  setBusy({ title, label: '', done: 0, total: 0, cancel });
  try {
    const events = await start(stop.signal);
    return await followLongCall(events, ({ done, total, label }) => setBusy({ title, label, done, total, cancel }));
  } catch (reason) {
    showError(toAppError(stop.signal.aborted ? stopped() : reason));
    return null;
  } finally {
    setBusy(null);
  }
}

/** However a stopped call ends on the wire, the clerk stopped it. */
function stopped(): DOMException {
  return new DOMException('stopped', 'AbortError');
}
