import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { step } from './call.ts';

const NOTE_TEXT_MAX = 2_000;

export const NoteSchema = z.strictObject({
  taskId: TaskIdSchema,
  /** `null`: the note stands on the task itself. */
  agencyId: AgencyIdSchema.nullable(),
  /** An empty text takes the note away. */
  text: z.string().trim().max(NOTE_TEXT_MAX),
});

/** Notes on cells and tasks, as a clerk knows them from Excel. They are not printed or sent. */
export const noteContract = {
  /** Sets or takes away notes. One call, one step. */
  set: step.input(z.strictObject({ notes: z.array(NoteSchema).min(1).max(10_000) })).output(type<StepReport>()),
};
