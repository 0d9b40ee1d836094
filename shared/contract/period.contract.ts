import { type } from '@orpc/contract';
import { z } from 'zod';
import type { PeriodGaps, PeriodStanding } from '#shared/domain/period-standing.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { PeriodIdSchema, PlanIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';

/** Longest reason for opening a closed period again: it stands in a line of the history. */
export const REASON_MAX = 200;

const onePeriod = z.strictObject({ periodId: PeriodIdSchema });

/** The periods of a plan: how far their reporting has come, closing them and opening them again. */
export const periodContract = {
  /** From the first to the last. */
  list: read.input(z.strictObject({ planId: PlanIdSchema })).output(type<readonly PeriodStanding[]>()),
  /** What is not reported in a period, by agency, in the order of the directory. */
  gaps: read.input(onePeriod).output(type<PeriodGaps>()),
  /** Freezes a period: its progress can no longer be written. */
  close: step.input(onePeriod).output(type<StepReport>()),
  /** Opens a closed period again; the reason stays in the history. */
  reopen: step.input(onePeriod.extend({ reason: z.string().max(REASON_MAX) })).output(type<StepReport>()),
};
