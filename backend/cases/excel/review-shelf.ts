import { randomUUID } from 'node:crypto';
import type { AgencyId, FormId, PeriodId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';

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

/** Reviews that wait for a decision. They live in memory only: closing the program ends them without a trace. */
export type ReviewShelf = {
  /** @returns the id by which the review is accepted or dismissed */
  readonly put: (files: readonly ReviewedFile[]) => string;
  /** @throws AppError REVIEW_GONE when the review was accepted, dismissed or pushed out by newer ones */
  readonly get: (reviewId: string) => readonly ReviewedFile[];
  readonly drop: (reviewId: string) => void;
};

/** Reviews kept at most; each holds its workbooks in memory. A window shows one at a time. */
const REVIEWS_MAX = 3;

export function createReviewShelf(): ReviewShelf {
  const reviews = new Map<string, readonly ReviewedFile[]>();
  return {
    put: (files) => {
      const reviewId = randomUUID();
      reviews.set(reviewId, files);
      const [oldest] = reviews.keys();
      if (reviews.size > REVIEWS_MAX && oldest !== undefined) reviews.delete(oldest);
      return reviewId;
    },
    get: (reviewId) => {
      const files = reviews.get(reviewId);
      if (!files) throw new AppError('REVIEW_GONE');
      return files;
    },
    drop: (reviewId) => {
      reviews.delete(reviewId);
    },
  };
}
