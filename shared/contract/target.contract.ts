import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import { ACCUMULATES } from '../domain/accumulates.ts';
import { AgencyIdSchema, PeriodIdSchema, TargetIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { COMPARATORS } from '../domain/plan-reading.ts';
import { step } from './call.ts';

/** More is a slip of the hand: SQLite and workbooks keep fifteen digits. */
const FIGURE_MAX = 1e15;
/** Targets of one task; a document names a handful. */
const TARGETS_MAX = 200;

const figure = z.number().min(-FIGURE_MAX).max(FIGURE_MAX);

export const TargetValueSchema = z.strictObject({
  targetId: TargetIdSchema,
  agencyId: AgencyIdSchema,
  periodId: PeriodIdSchema,
  /** Of the period. `null` takes it away; left out, it stays. */
  value: figure.nullable().optional(),
  /** Since the beginning of the year, as the agency says it; without one the program adds up. */
  cumulative: figure.nullable().optional(),
});
export type TargetValueEdit = z.infer<typeof TargetValueSchema>;

export const TargetEditSchema = z.strictObject({
  /** `null` adds one. */
  id: TargetIdSchema.nullable(),
  name: z.string().trim().min(1).max(200),
  comparator: z.enum(COMPARATORS),
  value: figure,
  unit: z.string().trim().max(50),
  /** `null`: as unit and name say. */
  accumulates: z.enum(ACCUMULATES).nullable(),
});
export type TargetEdit = z.infer<typeof TargetEditSchema>;

/** 量化指标: what they are, and what agencies report for them. Each call is one step. */
export const targetContract = {
  /** Records values, many cells at once; one left without value and cumulative value is taken away. */
  set: step
    .input(
      z.strictObject({
        cells: z.array(TargetValueSchema).min(1).max(10_000),
        manner: z.enum(['typed', 'pasted', 'filled']).default('typed'),
      }),
    )
    .output(type<StepReport>()),
  /** The targets of a task as they shall be, in this order; one that is left out goes, with its values. */
  setOfTask: step
    .input(z.strictObject({ taskId: TaskIdSchema, targets: z.array(TargetEditSchema).max(TARGETS_MAX) }))
    .output(type<StepReport>()),
};
