import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { PlanIdSchema } from '../domain/ids.ts';
import { FileTicketSchema, longCall, read, step } from './call.ts';

/** Returns in: read, compared three ways, shown; nothing is written before the review is confirmed. */
export const returnsContract = {
  review: read
    .input(
      z.strictObject({
        /** For workbooks whose hidden ids were lost; one that says its plan belongs to that one, open or not. */
        planId: PlanIdSchema,
        files: z.array(FileTicketSchema).min(1).max(500),
      }),
    )
    .output(longCall<ReturnReview>()),
  /**
   * Takes in the chosen items of a review as one step and keeps the files with their hashes.
   * `accept` names the item ids whose value of theirs is taken; the rest keeps ours.
   */
  accept: step
    .input(z.strictObject({ reviewId: z.string(), accept: z.array(z.int().nonnegative()) }))
    .output(type<StepReport>()),
  /** Ends a review without a trace. */
  dismiss: read.input(z.strictObject({ reviewId: z.string() })).output(type<void>()),
};
