import path from 'node:path';
import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import type { ReviewedFile } from '#backend/returns/reviewed-file.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { acceptReview } from './accept-review.ts';
import { refusedReturn, reviewReturn } from './review-return.ts';

export const returnsHandlers = {
  review: os.returns.review.handler(({ context, input, signal }) =>
    runLongCall<ReturnReview>(context, 'returns.review', async function* (progress) {
      const reviewed: ReviewedFile[] = [];
      let nextId = 0;
      for (const [index, ticket] of input.files.entries()) {
        const file = pathOf(context, ticket, 'read');
        yield progress(index, input.files.length, path.basename(file));
        try {
          const read = await context.intake.readReturn(file, signal ? { signal } : {});
          const review = reviewReturn(context, input.planId, path.basename(file), read, nextId);
          nextId += review.view.items.length;
          reviewed.push(review);
        } catch (error) {
          // One bad workbook among forty is shown as refused; the others are reviewed all the same.
          if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
          reviewed.push(refusedReturn(file, error));
        }
      }
      return { reviewId: context.reviews.put(reviewed), files: reviewed.map(({ view }) => view) };
    }),
  ),
  accept: os.returns.accept.handler(({ context, input }) =>
    acceptReview(context, input.reviewId, new Set(input.accept)),
  ),
  dismiss: os.returns.dismiss.handler(({ context, input }) => context.reviews.drop(input.reviewId)),
};
