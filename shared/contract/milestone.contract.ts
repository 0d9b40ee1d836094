import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';
import { AgencyIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

/** Milestones of one task; offices plan 3 to 11. */
const MILESTONES_MAX = 200;

export const MilestoneEditSchema = z.strictObject({
  /** `null` adds one. */
  id: RowIdSchema.nullable(),
  /** Whose it is; `null`: of the whole task. */
  agencyId: AgencyIdSchema.nullable(),
  title: z.string().trim().min(1).max(500),
  /** The last day of the planned month or quarter, or the day itself. */
  plannedOn: z.iso.date(),
  doneOn: z.iso.date().nullable(),
  note: z.string().trim().max(2_000),
});
export type MilestoneEdit = z.infer<typeof MilestoneEditSchema>;

/** 节点: what shall have happened by when on the way to a task's end. */
export const milestoneContract = {
  /** Of a plan, by task, in their order. */
  list: read
    .input(z.strictObject({ planId: PlanIdSchema, taskIds: z.array(TaskIdSchema).optional() }))
    .output(type<readonly MilestoneRow[]>()),
  /** The milestones of a task as they shall be, in this order; one that is left out goes. One step. */
  setOfTask: step
    .input(z.strictObject({ taskId: TaskIdSchema, milestones: z.array(MilestoneEditSchema).max(MILESTONES_MAX) }))
    .output(type<StepReport>()),
};
