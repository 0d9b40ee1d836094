import { type } from '@orpc/contract';
import { z } from 'zod';
import type { LightCount, LightRow, LightSets } from '#shared/domain/light-views.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { PeriodIdSchema, PlanIdSchema } from '../domain/ids.ts';
import { LightRuleSetSchema } from '../domain/light-rule-set.ts';
import { read, step } from './call.ts';

const asked = z.strictObject({
  periodId: PeriodIdSchema,
  /** ISO date, also one to come; today when left out. */
  on: z.iso.date().optional(),
});

/** 亮灯规则: the sets there are, which one a plan uses, and the lights of a period by any of them. */
export const lightContract = {
  /** Sets that come with the program, then the office's own by name, and which one the plan uses. */
  sets: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<LightSets>()),
  /** Adds an own set, or changes the one called `was`. */
  saveSet: step
    .input(z.strictObject({ set: LightRuleSetSchema, was: z.string().optional() }))
    .output(type<StepReport>()),
  /** Removes an own set; refused while a plan uses it. */
  removeSet: step.input(z.strictObject({ name: z.string() })).output(type<StepReport>()),
  /** Has a plan use a set; '' is the default one. */
  choose: step.input(z.strictObject({ planId: PlanIdSchema, name: z.string() })).output(type<StepReport>()),
  /** The light of each duty of a period, by the plan's set or the one named. */
  read: read.input(asked.extend({ rules: z.string().optional() })).output(type<readonly LightRow[]>()),
  /** How many duties of a period would show which light by a set that need not be stored. */
  preview: read.input(asked.extend({ set: LightRuleSetSchema })).output(type<readonly LightCount[]>()),
};
