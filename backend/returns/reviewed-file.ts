import type { AgencyId, FormId, PeriodId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';

/** A returned workbook under review: what the clerk sees, and what is needed to take it in. */
export type ReviewedFile = {
  readonly view: ReturnFileReview;
  /** Absent when the file was refused. */
  readonly taken: {
    readonly formId: FormId | null;
    readonly agencyId: AgencyId;
    readonly periodId: PeriodId;
    readonly content: Uint8Array;
  } | null;
};
