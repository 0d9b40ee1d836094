import { runChecks } from '#db/checks/checks.ts';
import { markAsSample } from '#db/commands/sample.commands.ts';
import { openDataFile } from '#db/open.ts';
import type { Desk } from './program.ts';

/**
 * Lets a day come at the desk: the data file has a date of its own, as the sample has, so that the real program judges
 * by it whatever the clock of the machine says.
 *
 * @param day ISO date
 */
export function letComeDay({ dataFile }: Desk, day: string): void {
  const db = openDataFile(dataFile);
  try {
    markAsSample(db, day);
  } finally {
    db.close();
  }
}

/** What the named checks find in a data file that no program holds open; empty: it is healthy. */
export function faultsOf({ dataFile }: Desk): readonly string[] {
  const db = openDataFile(dataFile);
  try {
    return runChecks(db).map(({ check }) => check);
  } finally {
    db.close();
  }
}
