import type { LongCallEvent } from '#shared/contract/call.ts';
import { AppError } from '#shared/errors.ts';

export type Progress = { readonly done: number; readonly total: number; readonly label: string };

/**
 * Follows a long call to its result.
 *
 * @param events the stream the call answered with; aborting the call's signal ends it
 * @param onProgress told of every step of the work
 * @throws AppError `CANCELLED` when the stream ended without a result
 */
export async function followLongCall<Result>(
  events: AsyncIterable<LongCallEvent<Result>>,
  onProgress: (progress: Progress) => void,
): Promise<Result> {
  for await (const event of events) {
    if (event.kind === 'result') return event.result;
    onProgress({ done: event.done, total: event.total, label: event.label });
  }
  throw new AppError('CANCELLED');
}
