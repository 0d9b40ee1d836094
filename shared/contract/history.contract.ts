import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CellHistoryEntry } from '#shared/domain/cell-history.ts';
import type { StepReport, StepView } from '#shared/domain/step.ts';
import { AgencyIdSchema, StepIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

/** The log of steps, and going back and forth in it. */
export const historyContract = {
  /** Newest first. */
  list: read
    .input(
      z.strictObject({ limit: z.int().min(1).max(100_000).default(200), before: StepIdSchema.optional() }).prefault({}),
    )
    .output(type<readonly StepView[]>()),
  /** Every step that changed a cell's role, progress or note; with no agency, a task's text and own note. Newest first. */
  ofCell: read
    .input(z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema.nullable() }))
    .output(type<readonly CellHistoryEntry[]>()),
  /** Reverses the newest step that still stands, or the one named. */
  undo: step.input(z.strictObject({ stepId: StepIdSchema.optional() }).prefault({})).output(type<StepReport>()),
  /** Does again what was undone last. */
  redo: step.output(type<StepReport>()),
};
