import type { ProgressField } from './progress.ts';
import type { StepView } from './step.ts';

/** What can change in a cell of the matrix or, without an agency, in a task itself. */
export const CELL_FACTS = [
  'role',
  'note',
  'number',
  'title',
  'content',
  'section',
  'removed',
  'leadLeader',
  'leaderInCharge',
  'personInCharge',
  'cadence',
  'reporter',
  'target',
  'milestone',
  'subItem',
  'verification',
  'evidence',
  'extension',
  'closing',
  'summary',
  'piece',
  'matter',
] as const;
export type CellFact = (typeof CELL_FACTS)[number] | ProgressField;

/** A fact before and after a step, as texts; empty: there was none. */
type FactChange<Fact> = {
  readonly fact: Fact;
  /** The period of what was reported for one. */
  readonly period: string | null;
  readonly before: string;
  readonly after: string;
};

/** One step as far as it changed one cell: who, when, how, from where, old and new as texts. */
export type CellHistoryEntry = {
  readonly step: Pick<StepView, 'id' | 'kind' | 'label' | 'client' | 'manner' | 'at' | 'actor'>;
  /** A later step took it back (or, for an undo, did it again). */
  readonly reversed: boolean;
  /** The returned workbook it came from. */
  readonly file: string | null;
  readonly changes: readonly FactChange<CellFact>[];
};

/** One thing that a step changed. Without a task and an agency it is about the plan or the data file. */
export type StepFact = FactChange<CellFact | 'other'> & {
  /** The task's number. */
  readonly task: number | null;
  readonly agency: string | null;
};
