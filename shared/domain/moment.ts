import type { StepId } from './ids.ts';

/** A moment of the log: what stood after a step. */
export type Moment = {
  /** The last step that had been made. */
  readonly stepId: StepId;
  /** When that step was made (ISO date and time). */
  readonly madeAt: string;
  /** The time that was asked for (ISO date and time); for a step, when it was made. */
  readonly at: string;
  /** The day of that time (ISO), by which lights are judged. */
  readonly on: string;
};

/**
 * Headers by which a call over the window's port says what it is about besides its params: the moment it looks at. They
 * go with every call, so that none is answered from another moment than the one that was on show when it was made.
 */
export const AS_OF_STEP_HEADER = 'x-as-of-step';
export const AS_OF_DAY_HEADER = 'x-as-of-day';
