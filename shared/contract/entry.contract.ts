import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CellEntry, EntryWarning } from '#shared/domain/cell-entry.ts';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '../domain/ids.ts';
import { read } from './call.ts';
import { ProgressPatchSchema } from './progress.contract.ts';

const cell = z.strictObject({ taskId: TaskIdSchema, agencyId: AgencyIdSchema, periodId: PeriodIdSchema });

/** What one agency enters for one task and period, seen as a whole. */
export const entryContract = {
  /** Values, milestones, sub-items, verifications, evidence, and what was said in the period before. */
  read: read.input(cell).output(type<CellEntry>()),
  /**
   * What may be wrong with an entry: as it stands, or as it would be with `draft`. The same rules and words as for
   * returns, and those that need the period before.
   */
  check: read.input(cell.extend({ draft: ProgressPatchSchema.optional() })).output(type<readonly EntryWarning[]>()),
};
