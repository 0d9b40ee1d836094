import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';

/** Things under review that wait for a decision. They live in memory only: closing the program ends them without a trace. */
export type Shelf<Item> = {
  /** @returns the id by which the review is accepted or dismissed */
  readonly put: (item: Item) => string;
  /** @throws AppError with the shelf's own code when the review was taken, dismissed or pushed out by newer ones */
  readonly get: (reviewId: string) => Item;
  readonly drop: (reviewId: string) => void;
};

/**
 * @param most reviews kept at a time; the oldest is pushed out
 * @param gone what {@link Shelf.get} answers when there is no such review any more
 */
export function createShelf<Item>(most: number, gone: ErrorCode): Shelf<Item> {
  const items = new Map<string, Item>();
  return {
    put: (item) => {
      const reviewId = randomUUID();
      items.set(reviewId, item);
      const [oldest] = items.keys();
      if (items.size > most && oldest !== undefined) items.delete(oldest);
      return reviewId;
    },
    get: (reviewId) => {
      const item = items.get(reviewId);
      if (item === undefined) throw new AppError(gone);
      return item;
    },
    drop: (reviewId) => {
      items.delete(reviewId);
    },
  };
}
