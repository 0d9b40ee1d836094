import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ProgressText } from '#shared/domain/progress.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { STATUSES } from '../domain/status.ts';
import { read, step } from './call.ts';

/** Longest text a progress field takes: what one workbook cell can hold (pitfall 34). */
export const PROGRESS_TEXT_MAX = 32_767;

/** A name, with a telephone number at most. */
const REPORTER_MAX = 100;

const text = z.string().max(PROGRESS_TEXT_MAX);

/** The fields of a progress entry; those left out stay as they are. */
export const ProgressPatchSchema = z.strictObject({
  /** `null`: nobody said one. */
  status: z.enum(STATUSES).nullable().optional(),
  percent: z.number().min(0).max(100).nullable().optional(),
  narrative: text.optional(),
  problems: text.optional(),
  nextSteps: text.optional(),
  reportedOn: z.iso.date().nullable().optional(),
  reporter: z.string().max(REPORTER_MAX).optional(),
});
export type ProgressPatch = z.infer<typeof ProgressPatchSchema>;

export const SetProgressSchema = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        taskId: TaskIdSchema,
        agencyId: AgencyIdSchema,
        periodId: PeriodIdSchema,
        /** `null` clears the entry. */
        patch: ProgressPatchSchema.nullable(),
      }),
    )
    .min(1)
    .max(10_000),
  /** In which manner the entries were changed; a paste or a fill is one step. */
  manner: z.enum(['typed', 'pasted', 'filled']).default('typed'),
});

export const progressContract = {
  /** The words of all progress entries of a period, for finding something in them. */
  texts: read.input(z.strictObject({ periodId: PeriodIdSchema })).output(type<readonly ProgressText[]>()),
  /** Records progress of agencies on tasks for a period. One call, one step. */
  set: step.input(SetProgressSchema).output(type<StepReport>()),
};
