import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CellEntry, EntryWarning } from '#shared/domain/cell-entry.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read, step } from './call.ts';
import { ProgressPatchSchema, SetProgressSchema } from './progress.contract.ts';
import { TargetValueSchema } from './target.contract.ts';

const cell = z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema, periodId: PeriodIdSchema });

/** What one agency enters for one task and period, seen as a whole. */
export const entryContract = {
  /** Values, milestones, sub-items, verifications, evidence, and what was said in the period before. */
  read: read.input(cell).output(type<CellEntry>()),
  /** Progress and values of targets together, as one step. */
  set: step
    .input(SetProgressSchema.extend({ values: z.array(TargetValueSchema).min(1).max(10_000) }))
    .output(type<StepReport>()),
  /**
   * What may be wrong with an entry: as it stands, or as it would be with `draft`. The same rules and words as for
   * returns, and those that need the period before.
   */
  check: read.input(cell.extend({ draft: ProgressPatchSchema.optional() })).output(type<readonly EntryWarning[]>()),
};
