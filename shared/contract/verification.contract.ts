import { type } from '@orpc/contract';
import { z } from 'zod';
import type { StepReport } from '#shared/domain/step.ts';
import type { VerificationLine } from '#shared/domain/verification.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, RowIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { VERIFICATION_RESULTS } from '../domain/year-facts.ts';
import { read, step } from './call.ts';

export const VerificationEditSchema = z.strictObject({
  taskId: TaskIdSchema,
  agencyId: AgencyIdSchema,
  periodId: PeriodIdSchema,
  result: z.enum(VERIFICATION_RESULTS),
  /** 实地, 资料, 抽查, 电话 …: words of the office's own. */
  manner: z.string().trim().min(1).max(50),
  checker: z.string().trim().min(1).max(100),
  checkedOn: z.iso.date(),
  note: z.string().trim().max(2_000).default(''),
});
export type VerificationEdit = z.infer<typeof VerificationEditSchema>;

/** 核查: what somebody looked at himself, beside what an agency reported. Also of closed periods. */
export const verificationContract = {
  /**
   * What was reported as done in a period, with its last verification, in the order of the ledger.
   * `open`: only 自报完成、核查未完成, those without one that confirms it.
   */
  list: read
    .input(z.strictObject({ planId: PlanIdSchema, periodId: PeriodIdSchema, open: z.boolean().default(false) }))
    .output(type<readonly VerificationLine[]>()),
  /** Adds verifications, one for each cell named; of several of a cell the last counts. One step. */
  add: step
    .input(z.strictObject({ verifications: z.array(VerificationEditSchema).min(1).max(10_000) }))
    .output(type<StepReport>()),
  /** Takes one away that was entered by mistake. */
  remove: step.input(z.strictObject({ id: RowIdSchema })).output(type<StepReport>()),
};
