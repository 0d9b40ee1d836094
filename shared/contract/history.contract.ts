import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CellHistoryEntry, StepFact } from '#shared/domain/cell-history.ts';
import type { Moment } from '#shared/domain/moment.ts';
import type { StepReport, StepView } from '#shared/domain/step.ts';
import { AgencyIdSchema, StepIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

const WORDS_MAX = 100;

/** Narrows the log; what is left out narrows nothing. */
const StepFilterSchema = z.strictObject({
  limit: z.int().min(1).max(100_000).default(200),
  before: StepIdSchema.optional(),
  /** Only steps that touched this task, this agency, or both: that cell. */
  taskId: TaskIdSchema.optional(),
  agencyId: AgencyIdSchema.optional(),
  /** Days, both included, in the machine's own time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  actor: z.string().min(1).max(WORDS_MAX).optional(),
  /** In the step's label or the name of its file. */
  words: z.string().min(1).max(WORDS_MAX).optional(),
});

/** The log of steps, and going back and forth in it. */
export const historyContract = {
  /** Newest first. */
  list: read.input(StepFilterSchema.prefault({})).output(type<readonly StepView[]>()),
  /** What one step changed: place, old and new as texts; at most a thousand rows of the log. */
  ofStep: read.input(z.strictObject({ stepId: StepIdSchema })).output(type<readonly StepFact[]>()),
  /** Everybody who made a step, for choosing one. */
  actors: read.output(type<readonly string[]>()),
  /** Every step that changed a cell's role, progress or note; with no agency, a task's text and own note. Newest first. */
  ofCell: read
    .input(z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema.nullable() }))
    .output(type<readonly CellHistoryEntry[]>()),
  /**
   * The moment that a time names: the last step of the log made by then. A date alone is the end of that day; a time
   * without an offset is the machine's own. Throws TIME_UNREADABLE and BEFORE_FIRST_STEP.
   */
  moment: read
    .input(
      z.union([z.strictObject({ at: z.string().min(1).max(WORDS_MAX) }), z.strictObject({ stepId: StepIdSchema })]),
    )
    .output(type<Moment>()),
  /** The window has returned to the present: the past is let go of. */
  leavePast: read.output(type<null>()),
  /** Reverses the newest step that still stands, or the one named. */
  undo: step.input(z.strictObject({ stepId: StepIdSchema.optional() }).prefault({})).output(type<StepReport>()),
  /** Does again what was undone last. */
  redo: step.output(type<StepReport>()),
};
