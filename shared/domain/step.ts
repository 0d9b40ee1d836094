import type { AgencyId, PeriodId, StepId, TaskId } from './ids.ts';

/**
 * A place of the matrix that a step touched: where undo brings the user back to. Without an agency it is the task
 * itself (its text, number or place), without a task the agency itself.
 */
export type CellRef = {
  readonly taskId: TaskId | null;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
};

/** What a write did, and what Ctrl+Z and Ctrl+Y would do next. */
export type StepReport = {
  readonly stepId: StepId;
  readonly label: string;
  /** When it was on disk (ISO date and time). */
  readonly savedAt: string;
  readonly touched: readonly CellRef[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

/** In which manner a change came in; kept in the log for ever. */
export const MANNERS = ['typed', 'pasted', 'filled', 'form', 'document', 'carried'] as const;

export type Manner = (typeof MANNERS)[number];

/** How a step came to be: what every command is told besides its own matter. */
export type Made = {
  /** When, as ISO date and time. */
  readonly at: string;
  readonly client: 'window' | 'command-line';
  readonly manner: Manner;
  /** Name of the file it came from. */
  readonly source?: string;
  /** Who works here, by the name a person gave; left out, the user name of the computer. */
  readonly operator?: string;
};

export type StepView = {
  readonly id: StepId;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly code: string;
  readonly label: string;
  readonly client: Made['client'];
  readonly manner: Manner;
  /** Name of the file it came from; unknown for steps of older versions. */
  readonly source: string | null;
  readonly at: string;
  /** The operator's name, or the user name of the computer it was made on; empty for steps of older versions. */
  readonly actor: string;
  /** The step this one reverses, for kinds `undo` and `redo`. */
  readonly reverses: StepId | null;
  /** Whether it can be undone by itself: an undo or a step already undone cannot. A later change may still refuse it. */
  readonly undoable: boolean;
  readonly changes: number;
};
