const DAY_MS = 86_400_000;

/** Calendar days from one ISO date to another, less than 0 when that is earlier: both are midnights of UTC. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
