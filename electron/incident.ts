import { randomInt } from 'node:crypto';

/** A number that is short enough to be read out over the telephone and is found again in the log. */
export function newIncident(): number {
  return randomInt(100_000, 1_000_000);
}
