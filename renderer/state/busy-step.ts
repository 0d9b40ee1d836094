import type { LongCallEvent } from '#shared/contract/call.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { followLongCall } from '../bridge/long-call.ts';
import { setBusy } from './window-state.ts';

/** Follows a long call that ends in a step, showing how far it is; it can be cancelled. */
export async function runBusyStep(
  title: string,
  start: (signal: AbortSignal) => Promise<AsyncIterable<LongCallEvent<StepReport>>>,
): Promise<StepReport> {
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  setBusy({ title, label: '', done: 0, total: 0, cancel });
  try {
    const events = await start(stop.signal);
    return await followLongCall(events, ({ done, total, label }) => setBusy({ title, label, done, total, cancel }));
  } finally {
    setBusy(null);
  }
}
