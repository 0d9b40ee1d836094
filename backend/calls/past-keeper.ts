import type { ReadableDb } from '#db/handle.ts';
import { openPast, type Past } from '#db/past.ts';
import type { StepId } from '#shared/domain/ids.ts';

/** The moment a call looks at: what stood after a step, judged on a day (ISO). */
export type LookedAt = { readonly stepId: StepId; readonly on: string };

/**
 * One past kept open while a window looks at it: a screen asks many times, and each table is rolled back once. Another
 * moment, or a change of the data file by anybody, takes its place.
 */
export class PastKeeper {
  #kept: { readonly stepId: StepId; readonly past: Past } | undefined;

  /** @throws AppError STEP_UNKNOWN */
  at(db: ReadableDb, stepId: StepId): ReadableDb {
    const kept = this.#kept;
    if (kept?.stepId === stepId && !kept.past.isStale()) return kept.past.db;
    this.leave();
    const past = openPast(db, stepId);
    this.#kept = { stepId, past };
    return past.db;
  }

  /** Nobody looks at it any more. */
  leave(): void {
    this.#kept?.past.close();
    this.#kept = undefined;
  }
}
