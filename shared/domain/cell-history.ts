import type { ProgressField } from './progress.ts';
import type { StepView } from './step.ts';

/** What can change in a cell of the matrix or, without an agency, in a task itself. */
export type CellFact = 'role' | ProgressField | 'note' | 'number' | 'title' | 'content' | 'section' | 'removed';

/** One step as far as it changed one cell: who, when, how, from where, old and new as texts. */
export type CellHistoryEntry = {
  readonly step: Pick<StepView, 'id' | 'kind' | 'label' | 'client' | 'manner' | 'at' | 'actor'>;
  /** A later step took it back (or, for an undo, did it again). */
  readonly reversed: boolean;
  /** The returned workbook it came from. */
  readonly file: string | null;
  readonly changes: readonly {
    readonly fact: CellFact;
    /** The period of a progress field. */
    readonly period: string | null;
    readonly before: string;
    readonly after: string;
  }[];
};
