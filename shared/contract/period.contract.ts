import { type } from '@orpc/contract';
import { z } from 'zod';
import type { KindRule } from '#shared/domain/period-rule.ts';
import type { PeriodGaps, PeriodStanding } from '#shared/domain/period-standing.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { CARRIED_FIELDS, type CarryPreview } from '../domain/carry.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { CADENCES, ON_HOLIDAY } from '../domain/period.ts';
import { read, step } from './call.ts';

/** Longest reason for opening a closed period again: it stands in a line of the history. */
export const REASON_MAX = 200;

const onePeriod = z.strictObject({ periodId: PeriodIdSchema });

const KindRuleSchema = z.strictObject({
  kind: z.enum(CADENCES),
  dueDay: z.int().min(1).max(31).nullable(),
  dueIn: z.enum(['same', 'next']),
  onHoliday: z.enum(ON_HOLIDAY),
});

const CarrySchema = z.strictObject({
  fromPeriodId: PeriodIdSchema,
  intoPeriodId: PeriodIdSchema,
  fields: z.array(z.enum(CARRIED_FIELDS)).min(1),
  taskIds: z.array(TaskIdSchema).optional(),
  agencyIds: z.array(AgencyIdSchema).optional(),
});

/** The periods of a plan: how far their reporting has come, closing them and opening them again. */
export const periodContract = {
  /** From the first to the last, each with the day that counts as the calendar has it. */
  list: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly PeriodStanding[]>()),
  /** What is not reported in a period, by agency, in the order of the directory. */
  gaps: read.input(onePeriod).output(type<PeriodGaps>()),
  /** Freezes a period: its progress can no longer be written. */
  close: step.input(onePeriod.extend({ reason: z.string().max(REASON_MAX).optional() })).output(type<StepReport>()),
  /** Opens a closed period again; the reason stays in the history. */
  reopen: step.input(onePeriod.extend({ reason: z.string().max(REASON_MAX) })).output(type<StepReport>()),
  /** How the periods of each kind are made ahead. */
  rules: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly KindRule[]>()),
  /** Makes periods ahead and sets the rules of their due days; open periods nobody changed by hand follow a new rule. */
  make: step
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        kinds: z.array(z.enum(CADENCES)),
        years: z.array(z.int().min(1950).max(2200)).max(10),
        rules: z.array(KindRuleSchema).default([]),
      }),
    )
    .output(type<StepReport>()),
  /** Adds a period from one day to another, for which every task is reported. */
  addOwn: step
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        label: z.string().trim().min(1).max(50),
        startsOn: z.iso.date(),
        endsOn: z.iso.date(),
        /** Left out: its last day. */
        dueOn: z.iso.date().optional(),
        onHoliday: z.enum(ON_HOLIDAY).default('stays'),
      }),
    )
    .output(type<StepReport>()),
  /** Gives one period another due day. */
  setDue: step
    .input(onePeriod.extend({ dueOn: z.iso.date(), onHoliday: z.enum(ON_HOLIDAY) }))
    .output(type<StepReport>()),
  /** Takes away a period that nothing hangs on. */
  remove: step.input(onePeriod).output(type<StepReport>()),
  /** By which kind of period the plan is reported. */
  setPlanCadence: step
    .input(z.strictObject({ planId: PlanIdSchema, cadence: z.enum(CADENCES) }))
    .output(type<StepReport>()),
  /** By which kind of period tasks are reported; `null`: as the plan. */
  setTaskCadence: step
    .input(z.strictObject({ taskIds: z.array(TaskIdSchema).min(1).max(10_000), cadence: z.enum(CADENCES).nullable() }))
    .output(type<StepReport>()),
  /** What a period could take over from an earlier one. */
  previewCarry: read.input(CarrySchema).output(type<CarryPreview>()),
  /** Takes over what was reported for an earlier period, wherever this one has no entry yet: no report of its own. */
  carry: step.input(CarrySchema).output(type<StepReport>()),
  /** Makes reports of entries that were carried over. */
  confirmCarried: step
    .input(
      onePeriod.extend({
        cells: z
          .array(z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema }))
          .min(1)
          .max(10_000),
      }),
    )
    .output(type<StepReport>()),
};
