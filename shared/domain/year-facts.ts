import type { AgencyId, PeriodId, RowId, TargetId, TaskId } from './ids.ts';
import type { Status } from './status.ts';

/**
 * What is known of a task besides its reports. Dates are ISO; an agency of `null` means the whole task, a period of
 * `null` no period of its own.
 */

/** 延期: a later day for the report of a period, or with no period for the task itself. Of several the last counts. */
export type ExtensionRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly dueOn: string;
  readonly reason: string;
  readonly approver: string;
  readonly approvedOn: string;
};

/** 办结, 销号. In force while it was not opened again. */
export type ClosingRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly closedOn: string;
  readonly basis: string;
  readonly approver: string;
  readonly reopenedOn: string | null;
  readonly reopenReason: string;
};

/** What an agency reported for a target: of the period, and when it said so since the beginning of the year. */
export type TargetValueRow = {
  readonly id: RowId;
  readonly targetId: TargetId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly value: number | null;
  readonly cumulative: number | null;
};

/** 节点. */
export type MilestoneRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly position: number;
  readonly title: string;
  /** The last day of the planned month or quarter, or the day itself. */
  readonly plannedOn: string;
  readonly doneOn: string | null;
  readonly note: string;
};

/** 子项. */
export type SubItemRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly position: number;
  readonly title: string;
  readonly dueOn: string | null;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly doneOn: string | null;
  readonly note: string;
};

export const VERIFICATION_RESULTS = ['confirmed', 'partly', 'not-confirmed'] as const;
export type VerificationResult = (typeof VERIFICATION_RESULTS)[number];

/** 核查: of several of a cell and period the last counts. */
export type VerificationRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly result: VerificationResult;
  readonly manner: string;
  readonly checker: string;
  readonly checkedOn: string;
  readonly note: string;
};

export const MATTER_KINDS = ['meeting', 'instruction', 'other'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Where a task came from that is not the document's: 会议议定, 批示. */
export type MatterRow = {
  readonly taskId: TaskId;
  readonly kind: MatterKind;
  readonly source: string;
  readonly aroseOn: string;
  /** Within how many workdays of `aroseOn` it is due; `null`: a day was named. */
  readonly workdays: number | null;
  readonly dueOn: string | null;
};
