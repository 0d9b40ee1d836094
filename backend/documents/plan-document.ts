import type { PlanReading } from '#shared/domain/plan-reading.ts';

/** A document from outside, read: what it is called, what it says, and what was understood of it. */
export type PlanDocument = {
  /** File name without its folder. */
  readonly name: string;
  /** Lower-case hex of the file's SHA-256. */
  readonly sha256: string;
  /** The text taken out of the file; the spans of {@link reading} are offsets in it. */
  readonly text: string;
  readonly reading: PlanReading;
};
