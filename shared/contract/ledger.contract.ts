import { type } from '@orpc/contract';
import { z } from 'zod';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import { PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read } from './call.ts';

/** 台账: one row per task and agency. What is written into it is progress (progress.set). */
export const ledgerContract = {
  /** The rows of one period of its plan, in the plan's order; all rows, or only those of the tasks named. */
  read: read
    .input(z.strictObject({ periodId: PeriodIdSchema, taskIds: z.array(TaskIdSchema).optional() }))
    .output(type<readonly LedgerRow[]>()),
};
