import { forkIntake } from './fork-intake.ts';
import { createIntake, type Intake } from './intake.ts';

/** Reads foreign files without an open data file, as the command line does; the process ends with the work. */
export async function withIntake<Result>(work: (intake: Intake) => Promise<Result>): Promise<Result> {
  const intake = createIntake(forkIntake);
  try {
    return await work(intake);
  } finally {
    await intake.close();
  }
}
