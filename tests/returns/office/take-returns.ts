import type { ReturnReview } from '#shared/domain/return-review.ts';
import { type Desk, finish, ticketOf } from './desk.ts';

/** What came of taking in some files in one go. */
export type Taken = {
  readonly review: ReturnReview;
  /** Whether anything was written. */
  readonly wrote: boolean;
};

/**
 * Receives the files and takes in what is chosen beforehand, as `returns FILE.db FILES --accept safe` does.
 *
 * @throws AppError as returns.receive and returns.accept
 */
export async function takeReturns(desk: Desk, files: readonly string[]): Promise<Taken> {
  const review = await receiveReturns(desk, files);
  const returns = review.files.flatMap(({ returnId, items, held, refusal }) => {
    const decisions = items.filter((item) => item.chosen).map(({ key }) => ({ key, choice: 'theirs' as const }));
    return returnId === null || held !== null || refusal !== null || decisions.length === 0
      ? []
      : [{ returnId, decisions }];
  });
  if (returns.length > 0) await desk.client.returns.accept({ returns });
  return { review, wrote: returns.length > 0 };
}

/** Receives the files and leaves them to be reviewed. @throws AppError as returns.receive */
export async function receiveReturns({ client, planId }: Desk, files: readonly string[]): Promise<ReturnReview> {
  return finish(await client.returns.receive({ planId, files: files.map((file) => ({ ticket: ticketOf(file) })) }));
}

/** Reads and compares the files and leaves nothing behind. @throws AppError as returns.preview */
export async function previewReturns({ client, planId }: Desk, files: readonly string[]): Promise<ReturnReview> {
  return finish(await client.returns.preview({ planId, files: files.map((file) => ({ ticket: ticketOf(file) })) }));
}
