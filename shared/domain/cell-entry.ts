import type { EvidenceLine } from './evidence.ts';
import type { LedgerFacts } from './ledger.ts';
import type { ProgressField } from './progress.ts';
import type { MilestoneRow, SubItemRow, VerificationRow } from './year-facts.ts';

/** Everything that is entered for a task by one agency in one period, besides the progress itself. */
export type CellEntry = LedgerFacts & {
  /** Label of the period before; `null` when there is none. */
  readonly lastPeriod: string | null;
  /** 序时进度: the share of the plan's year that has gone, 0 to 1. */
  readonly timeShare: number;
  /** Of the task and of this agency. */
  readonly milestones: readonly MilestoneRow[];
  /** All of the task. */
  readonly subItems: readonly SubItemRow[];
  /** Of this cell and period, the newest first. */
  readonly verifications: readonly VerificationRow[];
  /** Of the task and of this agency. */
  readonly evidenceLines: readonly EvidenceLine[];
};

/** A doubt about what was entered. It is shown and holds nothing up. */
export type EntryWarning = {
  /** Where it is shown; `null`: of the entry as a whole. */
  readonly field: ProgressField | 'target' | 'evidence' | null;
  /** In Chinese, without a full stop. */
  readonly sentence: string;
};
