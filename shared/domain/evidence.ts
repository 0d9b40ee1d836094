import type { AgencyId, PeriodId, RowId, TaskId } from './ids.ts';

/** 佐证材料: a file that proves what was reported. It lies beside the data file under its hash, see docs/adr. */
export type EvidenceRow = {
  readonly id: RowId;
  readonly taskId: TaskId;
  /** Whose it is; `null`: of the whole task. */
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly closingId: RowId | null;
  readonly title: string;
  /** What it was called where it came from; never a path. */
  readonly fileName: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly addedOn: string;
  readonly note: string;
};

/** How the file of a piece of evidence was found. `changed`: there, but not with the bytes that were added. */
export const EVIDENCE_STATES = ['whole', 'missing', 'changed'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

export const EVIDENCE_STATE_LABELS: Readonly<Record<EvidenceState, string>> = {
  whole: '完好',
  missing: '文件不在',
  changed: '文件被改动',
};

/** A line of the catalogue for an inspection: 任务序号-单位-编号. */
export type EvidenceLine = EvidenceRow & {
  readonly catalogueNumber: string;
  readonly taskNumber: number;
  readonly taskTitle: string;
  /** Empty for the whole task. */
  readonly agencyName: string;
  readonly periodLabel: string;
  /** Told without reading the file through: there, and of the right size. */
  readonly state: EvidenceState;
};
