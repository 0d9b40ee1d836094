import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';

/** What must be kept of a document until its plan is created: where it came from and what it says. */
export type ReviewedDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
};

/** Documents under review. They live in memory only: closing the program ends them without a trace. */
export type PlanReviewShelf = {
  /** @returns the id by which the review is created or dismissed */
  readonly put: (document: ReviewedDocument) => string;
  /** @throws AppError PLAN_REVIEW_GONE when the review was created, dismissed or pushed out by newer ones */
  readonly get: (reviewId: string) => ReviewedDocument;
  readonly drop: (reviewId: string) => void;
};

/** Reviews kept at most; each holds its text. A window shows one at a time, its reload may leave one behind. */
const REVIEWS_MAX = 2;

export function createPlanReviewShelf(): PlanReviewShelf {
  const reviews = new Map<string, ReviewedDocument>();
  return {
    put: (document) => {
      const reviewId = randomUUID();
      reviews.set(reviewId, document);
      const [oldest] = reviews.keys();
      if (reviews.size > REVIEWS_MAX && oldest !== undefined) reviews.delete(oldest);
      return reviewId;
    },
    get: (reviewId) => {
      const document = reviews.get(reviewId);
      if (!document) throw new AppError('PLAN_REVIEW_GONE');
      return document;
    },
    drop: (reviewId) => {
      reviews.delete(reviewId);
    },
  };
}
