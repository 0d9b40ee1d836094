import { AppError } from '#shared/errors.ts';

/** Counts calls under way, so that closing can refuse new ones and wait for the rest. */
export class RunningCalls {
  readonly #running = new Set<Promise<void>>();
  #closing = false;

  /**
   * Runs one call.
   *
   * @throws AppError CLOSING once {@link close} was called
   */
  async run<Result>(call: () => PromiseLike<Result>): Promise<Result> {
    const release = this.hold();
    try {
      return await call();
    } finally {
      release();
    }
  }

  /**
   * Marks a call as running until the returned function is called: for streams, which outlive their first answer.
   *
   * @throws AppError CLOSING once {@link close} was called
   */
  hold(): () => void {
    if (this.#closing) throw new AppError('CLOSING');
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#running.add(promise);
    return () => {
      this.#running.delete(promise);
      resolve();
    };
  }

  /** Resolves when the last running call has ended, well or badly. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all(this.#running);
  }
}
