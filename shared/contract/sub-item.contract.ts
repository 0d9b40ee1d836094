import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import type { SubItemRow } from '#shared/domain/year-facts.ts';
import { AgencyIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { STATUSES } from '../domain/status.ts';
import { read, step } from './call.ts';

/** Parts of one task. 145 targets of a county had been split into 222 (layouts, D). */
const SUB_ITEMS_MAX = 500;

export const SubItemEditSchema = z.strictObject({
  /** `null` adds one. */
  id: RowIdSchema.nullable(),
  /** The unit that answers for it; `null`: nobody named. */
  agencyId: AgencyIdSchema.nullable(),
  title: z.string().trim().min(1).max(500),
  dueOn: z.iso.date().nullable(),
  status: z.enum(STATUSES).nullable(),
  percent: z.number().min(0).max(100).nullable(),
  doneOn: z.iso.date().nullable(),
  note: z.string().trim().max(2_000),
});
export type SubItemEdit = z.infer<typeof SubItemEditSchema>;

/** 子项: parts of a task, each with a unit, a due date and a light of its own. */
export const subItemContract = {
  /** Of a plan, by task, in their order. */
  list: read
    .input(z.strictObject({ planId: PlanIdSchema, taskIds: z.array(TaskIdSchema).optional() }))
    .output(type<readonly SubItemRow[]>()),
  /** The sub-items of a task as they shall be, in this order; one that is left out goes. One step. */
  setOfTask: step
    .input(z.strictObject({ taskId: TaskIdSchema, subItems: z.array(SubItemEditSchema).max(SUB_ITEMS_MAX) }))
    .output(type<StepReport>()),
};
