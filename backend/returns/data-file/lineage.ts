/** Where the log of a data file stood: how many steps it had, and the hash of the last of them. */
export type LogMark = { readonly steps: number; readonly hash: string };

/**
 * Names where the log of another file stood when it came; kept with its returns, so that a later version of the same
 * file is known again.
 */
export function lineageOf({ steps, hash }: LogMark): string {
  return `data-file ${steps} ${hash}`;
}

/** What {@link lineageOf} wrote; `null` for any other text. */
export function markOfLineage(lineage: string): LogMark | null {
  const [, steps, hash] = /^data-file (\d+) ([0-9a-f]+)$/.exec(lineage) ?? [];
  return hash === undefined ? null : { steps: Number(steps), hash };
}
