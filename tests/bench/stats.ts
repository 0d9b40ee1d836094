/** Middle of the sorted samples; the mean of the two middle ones for an even count. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/**
 * @param share 0 to 1
 * @returns the sample below which that share of all samples lies, interpolated
 */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** Milliseconds one run of `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
