/** Reads that make the first picture of a window: what they look at was checked when the file was opened. */
const FIRST_PICTURE: ReadonlySet<string> = new Set(['workspace.overview', 'matrix.read', 'ledger.read']);

/** Longer, and a window that shows something else first would seem to hang. */
const PICTURE_LIMIT_MS = 1_000;

/**
 * The part of a data file's check that need not be done before the first picture. Everything but the picture waits until it
 * has passed, so nothing is written to a damaged file, and nothing read out of a damaged part.
 */
export class RestOfFile {
  readonly #check: () => void;
  readonly #onDamage: (error: unknown) => void;
  readonly #checked = Promise.withResolvers<void>();
  #state: 'waiting' | 'over' | 'damaged' = 'waiting';
  #limit: NodeJS.Timeout | undefined;

  /**
   * @param check throws AppError DATA_FILE_DAMAGED
   * @param onDamage told once
   */
  constructor(check: () => void, onDamage: (error: unknown) => void) {
    this.#check = check;
    this.#onDamage = onDamage;
    // Whoever waits is told; nobody may be waiting.
    this.#checked.promise.catch(() => undefined);
  }

  /**
   * Runs a call as soon as it may.
   *
   * @param call its path, `matrix.read`; `undefined` for one that looks at the past, which is made from the log
   * @throws AppError those of the check, and whatever the call throws
   */
  async run<Result>(call: string | undefined, run: () => Result | PromiseLike<Result>): Promise<Result> {
    if (this.#state === 'over') return run();
    if (this.#state === 'damaged' || call === undefined || !FIRST_PICTURE.has(call)) {
      this.#limit ??= setTimeout(() => this.#finish(), PICTURE_LIMIT_MS);
      await this.#checked.promise;
      return run();
    }
    try {
      return await run();
    } finally {
      // After the answer has left.
      if (call !== 'workspace.overview') setImmediate(() => this.#finish());
    }
  }

  /** The file is about to be closed: whoever waits, a cell entered at the last moment, is let through first. */
  leave(): void {
    if (this.#limit) this.#finish();
    if (this.#state === 'waiting') this.#state = 'over';
  }

  #finish(): void {
    clearTimeout(this.#limit);
    if (this.#state !== 'waiting') return;
    try {
      this.#check();
      this.#state = 'over';
      this.#checked.resolve();
    } catch (error) {
      this.#state = 'damaged';
      this.#checked.reject(error);
      this.#onDamage(error);
    }
  }
}
