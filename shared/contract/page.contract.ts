import { type } from '@orpc/contract';
import { z } from 'zod';
import type { AgencyPage } from '#shared/domain/agency-page.ts';
import type { LeaderPage, LeaderSummary } from '#shared/domain/leader-page.ts';
import type { TaskPage } from '#shared/domain/task-page.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read } from './call.ts';

/** Whose standing is shown; left out, the current period's. */
const periodId = PeriodIdSchema.optional();

/** 档案: everything known of one task, one agency, one leader; and 本周. */
export const pageContract = {
  /** All agencies of a task side by side, all its periods below each other, and everything that hangs on it. */
  task: read.input(z.strictObject({ taskId: TaskIdSchema })).output(type<TaskPage>()),
  /** What an agency owes in a plan and how it has kept it. */
  agency: read
    .input(z.strictObject({ planId: PlanIdSchema, agencyId: AgencyIdSchema, periodId }))
    .output(type<AgencyPage>()),
  /** The tasks at which somebody is named, with who is late. */
  leader: read
    .input(z.strictObject({ planId: PlanIdSchema, name: z.string().min(1).max(100), periodId }))
    .output(type<LeaderPage>()),
  /** Everybody who is named at a task of the plan, those with posts first. */
  leaders: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly LeaderSummary[]>()),
  /** What wants doing in the week of a day; left out, of today. */
  week: read.input(z.strictObject({ planId: PlanIdSchema, on: z.iso.date().optional() })).output(type<WeekCard>()),
};
