import type { AgencyId, PeriodId, RowId, TaskId } from './ids.ts';
import type { ClosingRow } from './year-facts.ts';

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

/** A file that lies in the evidence folder and is entered for no place yet. */
export type StoredEvidence = Pick<EvidenceRow, 'title' | 'fileName' | 'sha256' | 'size' | 'addedOn'>;

/** What opens the file of a piece of evidence. */
export type EvidenceRef = Pick<EvidenceRow, 'id' | 'title' | 'fileName' | 'sha256'>;

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
  /** The closing (办结) that it proves; `null`: none. */
  readonly closing: Pick<ClosingRow, 'closedOn' | 'reopenedOn'> | null;
  /** Told without reading the file through: there, and of the right size. */
  readonly state: EvidenceState;
};

/** What lies beside a data file. */
export type EvidenceOverview = {
  /** Name of the folder, without its place. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Titles of those that are missing or not as long as they should be. */
  readonly troubled: readonly string[];
};

/** What a catalogue left in its folder. */
export type CatalogueWritten = {
  readonly fileName: string;
  readonly lines: number;
  /** Files that were copied beside it. */
  readonly copied: number;
  /** Those that could not be, with what is wrong. */
  readonly troubled: readonly { readonly catalogueNumber: string; readonly title: string; readonly message: string }[];
  /** Chinese words on what of it does not stand in the workbook; left out when all does. */
  readonly notice?: string;
};

/** A copy of the data file. */
export type DataFileCopy = {
  readonly fileName: string;
  readonly bytes: number;
  readonly copied: number;
  /** Files of evidence that stayed behind, with what is wrong; empty when none was to come along. */
  readonly troubled: readonly string[];
};

/** Number in the catalogue: 任务序号-单位-编号, such as 16-县农业农村局-02; the whole task's: 16-整项-01. */
export function catalogueNumber(taskNumber: number, agencyName: string, index: number): string {
  return `${taskNumber}-${agencyName || '整项'}-${String(index + 1).padStart(2, '0')}`;
}

/**
 * Endings that are opened by a click: documents, pictures, sound and video. SECURITY: nothing that a system runs
 * (programs, scripts, links, web pages) is among them, whoever sent it.
 */
const OPENED =
  /\.(?:pdf|ofd|docx?|wps|rtf|txt|xlsx?|et|csv|pptx?|dps|jpe?g|png|gif|bmp|tiff?|webp|heic|mp4|avi|mov|wmv|mkv|mp3|wav|m4a|wma|zip|rar|7z)$/iu;

/** Whether the file of a piece of evidence may be opened by a click. */
export function opensByClick(fileName: string): boolean {
  return OPENED.test(fileName);
}
