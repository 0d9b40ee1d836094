import type { LongCallEvent } from '#shared/contract/call.ts';

type Told = LongCallEvent<never>;

/**
 * Work that calls back when it is a little further, as part of a long call (long-call.ts): what it tells is yielded,
 * what it returns is returned. When the client ends the iteration, the work is told by its signal and waited for, so
 * that nothing it began is left.
 *
 * @param work is handed a function that tells an event, and the signal that cancels it
 * @param outer the call's own signal
 */
export async function* tellProgress<Result>(
  work: (tell: (event: Told) => void, signal: AbortSignal) => Promise<Result>,
  outer: AbortSignal | undefined,
): AsyncGenerator<Told, Result, void> {
  const ended = new AbortController();
  const signal = outer ? AbortSignal.any([outer, ended.signal]) : ended.signal;
  const told: Told[] = [];
  let wake = Promise.withResolvers<void>();
  const tell = (event: Told): void => {
    told.push(event);
    wake.resolve();
  };
  let isDone = false;
  const result = work(tell, signal).finally(() => {
    isDone = true;
    wake.resolve();
  });
  // Looked at below; until then a failure is not one that nobody waits for.
  result.catch(() => undefined);
  try {
    while (told.length > 0 || !isDone) {
      const event = told.shift();
      if (event) {
        yield event;
        continue;
      }
      await wake.promise;
      wake = Promise.withResolvers<void>();
    }
    return await result;
  } finally {
    ended.abort();
    await result.catch(() => undefined);
  }
}
