import type { AgencyId, FormId, TaskId } from './ids.ts';
import type { ProgressField } from './progress.ts';

/**
 * How a returned cell compares (design, section 7): base is what was sent, theirs what came back, ours what
 * stands now. Only theirs changed: `proposed`. Both changed, differently: `conflict`. A value that cannot be
 * read (a status of their own making, a date that is none): `unreadable`, shown and left alone.
 */
export type ReturnItemState = 'proposed' | 'conflict' | 'unreadable';

export type ReturnItem = {
  /** Unique within the review. */
  readonly id: number;
  readonly taskId: TaskId;
  readonly taskNumber: number;
  readonly taskTitle: string;
  readonly field: ProgressField;
  readonly base: string;
  readonly theirs: string;
  readonly ours: string;
  readonly state: ReturnItemState;
  /** A doubt in Chinese (row matched by text only, status read from a synonym …), or empty. */
  readonly doubt: string;
};

export type ReturnFileReview = {
  readonly fileName: string;
  readonly sha256: string;
  readonly agencyId: AgencyId | null;
  readonly agencyName: string;
  readonly periodLabel: string;
  readonly formId: FormId | null;
  /** Whether the same file (by hash) was already taken in. */
  readonly seenBefore: boolean;
  readonly items: readonly ReturnItem[];
  readonly unchangedCells: number;
  /** Chinese notes on rows that could not be placed, columns that were renamed, and the like. */
  readonly notes: readonly string[];
  /** Set when the whole file was refused. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
};

export type ReturnReview = {
  readonly reviewId: string;
  readonly files: readonly ReturnFileReview[];
};
