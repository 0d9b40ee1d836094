import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import type { CountedDuty, PlanStatistics, StatisticsComparison } from '#shared/domain/statistics.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { STATISTICS_VIEWS } from '../domain/figure-table.ts';
import { PeriodIdSchema, PlanIdSchema } from '../domain/ids.ts';
import { ScoringRuleSchema } from '../domain/scoring-rule.ts';
import { DIMENSIONS, FIGURES } from '../domain/statistics.ts';
import { FileTicketSchema, file, longCall, read, step } from './call.ts';

const oneView = z.strictObject({
  planId: PlanIdSchema,
  view: z.enum(STATISTICS_VIEWS),
  periodId: PeriodIdSchema.optional(),
  on: z.iso.date().optional(),
});

const twoDays = z.strictObject({
  planId: PlanIdSchema,
  view: z.literal('comparison'),
  from: z.iso.date(),
  to: z.iso.date(),
});

/** A plan in figures. */
export const statisticsContract = {
  /**
   * Counts, targets, load and ranking. Without a period: of all that have begun. With a day (ISO): as the plan was when
   * that day ended, judged on it; left out, as it is now.
   */
  read: read
    .input(z.strictObject({ planId: PlanIdSchema, periodId: PeriodIdSchema.optional(), on: z.iso.date().optional() }))
    .output(type<PlanStatistics>()),
  /** The duties behind one figure of that answer; without a dimension, of all. At most a few thousand. */
  duties: read
    .input(
      z.strictObject({
        planId: PlanIdSchema,
        periodId: PeriodIdSchema.optional(),
        on: z.iso.date().optional(),
        row: z.strictObject({ dimension: z.enum(DIMENSIONS), key: z.string().max(200) }).optional(),
        figure: z.enum(FIGURES),
      }),
    )
    .output(type<readonly CountedDuty[]>()),
  /** 自上期通报以来: the plan at the end of two days, each judged on its own day. */
  compare: read
    .input(z.strictObject({ planId: PlanIdSchema, from: z.iso.date(), to: z.iso.date() }))
    .output(type<StatisticsComparison>()),
  /** One of its tables as a workbook; `comparison`: of two days. */
  export: file
    .input(z.union([oneView.extend({ file: FileTicketSchema }), twoDays.extend({ file: FileTicketSchema })]))
    .output(longCall<ExportedFile>()),
  /** The same table for paper. */
  printTable: read.input(z.union([oneView, twoDays])).output(type<PrintTable>()),
  /** Sets how agencies are ranked; `null` goes back to the rule that comes with the program. */
  setScoring: step
    .input(z.strictObject({ planId: PlanIdSchema, rule: ScoringRuleSchema.nullable() }))
    .output(type<StepReport>()),
};
