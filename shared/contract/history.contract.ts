import { type } from '@orpc/contract';
import { z } from 'zod';
import { StepIdSchema } from '../domain/ids.ts';
import type { StepReport, StepView } from '../domain/views.ts';
import { read, write } from './call.ts';

/** The log of steps, and going back and forth in it. */
export const historyContract = {
  /** Newest first. */
  list: read
    .input(
      z.strictObject({ limit: z.int().min(1).max(100_000).default(200), before: StepIdSchema.optional() }).prefault({}),
    )
    .output(type<readonly StepView[]>()),
  /** Reverses the newest step that still stands, or the one named. */
  undo: write.input(z.strictObject({ stepId: StepIdSchema.optional() }).prefault({})).output(type<StepReport>()),
  /** Does again what was undone last. */
  redo: write.output(type<StepReport>()),
};
