import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ContactView, LeadersView, LeaderTask } from '#shared/domain/people.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, LeaderIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { PEOPLE_FIELDS } from '../domain/task-people.ts';
import { read, step } from './call.ts';

const MAX_TASKS = 10_000;

const name = z.string().trim().min(1).max(100);
const words = z.string().trim().max(200);
const people = z.string().max(1_000);
const day = z.iso.date();

/** Fields left out stay. Names may be parted in any usual way; they are kept parted by 、. */
export const TaskPeopleSchema = z.strictObject({
  taskId: TaskIdSchema,
  leadLeader: people.optional(),
  leaderInCharge: people.optional(),
  personInCharge: people.optional(),
});
export type TaskPeopleEdit = z.infer<typeof TaskPeopleSchema>;

export const LeaderPatchSchema = z.strictObject({
  /** Left out: a new one, behind the others. */
  leaderId: LeaderIdSchema.optional(),
  name,
  post: words,
  since: day.nullable().optional(),
  until: day.nullable().optional(),
  /** The plan on show: its tasks are corrected too, whatever its year. */
  planId: PlanIdSchema.optional(),
});
export type LeaderPatch = z.infer<typeof LeaderPatchSchema>;

export const SuccessionSchema = z.strictObject({
  /** Who leaves the post. */
  leaderId: LeaderIdSchema,
  /** Who takes it over. */
  name,
  /** The first day of the new holder. */
  on: day,
  /** In which fields of tasks the new name takes the old one's place; left out, in all three. */
  fields: z.array(z.enum(PEOPLE_FIELDS)).optional(),
  /** The plan on show: its tasks go over too, whatever its year. */
  planId: PlanIdSchema.optional(),
});
export type Succession = z.infer<typeof SuccessionSchema>;

export const ContactPatchSchema = z.strictObject({
  agencyId: AgencyIdSchema,
  /** Corrects this one; left out, a new one takes over and the earlier one stays in the history. */
  contactId: RowIdSchema.optional(),
  reporter: z.string().trim().max(100),
  phone: z.string().trim().max(100),
  post: words.default(''),
  note: words.default(''),
  /** The first day; left out, today. */
  since: day.optional(),
});
export type ContactPatch = z.infer<typeof ContactPatchSchema>;

/** Who answers for tasks, and whom to call. Each change is one step. */
export const peopleContract = {
  /** 领导名录, those in a post first, with how many tasks of the plan name each; and names it does not hold. */
  leaders: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<LeadersView>()),
  /** Tasks that name a person, in the order of the plan. */
  tasksOfLeader: read.input(z.strictObject({ planId: PlanIdSchema, name })).output(type<readonly LeaderTask[]>()),
  /** Adds a leader or corrects one; a corrected name is corrected in the tasks that are worked on. */
  setLeader: step.input(LeaderPatchSchema).output(type<StepReport>()),
  /** Takes one off the directory; tasks keep the name. */
  removeLeader: step.input(z.strictObject({ leaderId: LeaderIdSchema })).output(type<StepReport>()),
  /**
   * 职务接替: the post goes over, and with it the tasks that are worked on: of plans that are not put aside, none of a
   * year before that day but the one on show.
   */
  succeed: step.input(SuccessionSchema).output(type<StepReport>()),
  /** 牵头领导, 分管领导, 责任人 of tasks. */
  setOfTasks: step
    .input(z.strictObject({ edits: z.array(TaskPeopleSchema).min(1).max(MAX_TASKS) }))
    .output(type<StepReport>()),
  /** 联络员 of one agency with those before, or of every agency; the one that stands first. */
  contacts: read.input(z.strictObject({ agencyId: AgencyIdSchema.optional() })).output(type<readonly ContactView[]>()),
  /** Names the contact of an agency, or corrects one. */
  setContact: step.input(ContactPatchSchema).output(type<StepReport>()),
};
