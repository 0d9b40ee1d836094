import { type } from '@orpc/contract';
import { z } from 'zod';
import type { MatterDue, MatterView } from '#shared/domain/matter.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PlanIdSchema, type TaskId, TaskIdSchema } from '../domain/ids.ts';
import { ROLES } from '../domain/role.ts';
import { MATTER_KINDS } from '../domain/year-facts.ts';
import { read, step } from './call.ts';
import { NumberingSchema } from './task.contract.ts';

/** More workdays than this are no deadline of a year's work. */
const WORKDAYS_MAX = 500;
const MAX_AGENCIES = 2_000;

const day = z.iso.date();
const workdays = z.int().min(1).max(WORKDAYS_MAX);
const roles = z.array(z.strictObject({ agencyId: AgencyIdSchema, role: z.enum(ROLES) })).max(MAX_AGENCIES);

const MatterFields = {
  kind: z.enum(MATTER_KINDS),
  /** Which meeting, whose words: 县政府第12次常务会议, 李四县长在信访件上的批示. */
  source: z.string().trim().max(500),
  aroseOn: day,
  /** Within how many workdays of `aroseOn`; or a named day. Not both. */
  workdays: workdays.nullable(),
  dueOn: day.nullable(),
  /** Left out or empty: the first clause of the content. */
  title: z.string().trim().max(1_000),
  content: z.string().trim().min(1).max(32_767),
};

export const MatterDraftSchema = z.strictObject({
  planId: PlanIdSchema,
  ...MatterFields,
  workdays: MatterFields.workdays.default(null),
  dueOn: MatterFields.dueOn.default(null),
  title: MatterFields.title.default(''),
  roles: roles.default([]),
});
export type MatterDraft = z.infer<typeof MatterDraftSchema>;

export const MatterEditSchema = z
  .strictObject({ taskId: TaskIdSchema, ...MatterFields })
  .partial()
  .required({ taskId: true });
export type MatterEdit = z.infer<typeof MatterEditSchema>;

/** Matters that come up in the year (会议议定, 批示): tasks of the plan that are not the document's. Each change is one step. */
export const matterContract = {
  list: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly MatterView[]>()),
  /** Adds one with its units, behind the plan's tasks in a section of its own, with the next number never used. */
  add: step.input(MatterDraftSchema).output(type<StepReport & { readonly taskId: TaskId }>()),
  /** Corrects one; fields left out stay. Its units are changed as those of any task. */
  edit: step.input(MatterEditSchema).output(type<StepReport>()),
  /** Takes one out; what was reported on it is kept and comes back with undo. */
  remove: step.input(z.strictObject({ taskId: TaskIdSchema, numbering: NumberingSchema })).output(type<StepReport>()),
  /** The last of so many workdays after a day, for whoever is typing. */
  due: read.input(z.strictObject({ aroseOn: day, workdays })).output(type<MatterDue>()),
};
