import { AppError } from '#shared/errors.ts';

/**
 * Changes of the data file, strictly one after another in the order they came. A call of kind `step` is one turn from
 * the check of its params to its commit; a call of kind `file` runs beside the queue and takes a turn only for the
 * part that reads what it will write, or commits it.
 *
 * A turn may wait (for a library, for a thread): nothing else is written meanwhile, so what it read before still
 * stands. It must not ask for another turn, which could only come after its own.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param turn what is done when everything that came before has ended, well or badly
   * @param signal drops a turn that has not begun; one that has is not interrupted
   * @throws AppError CANCELLED for a dropped turn, and whatever `turn` throws
   */
  run<Result>(turn: () => Result | PromiseLike<Result>, signal?: AbortSignal): Promise<Result> {
    const result = this.#last.then(() => {
      if (signal?.aborted) throw new AppError('CANCELLED');
      return turn();
    });
    // A failed turn is told to its own caller and does not hold up the next.
    this.#last = result.catch(() => undefined);
    return result;
  }
}
