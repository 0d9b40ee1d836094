const DAY_MS = 86_400_000;

/**
 * Whole days from one ISO date to another, less than 0 when that lies before it. Both are midnights of UTC: neither time
 * zones nor summer time come in, and a plan of tens of thousands of duties is counted in no time.
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
