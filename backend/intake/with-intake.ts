import { createIntake, type Intake } from './intake.ts';

/**
 * Reads foreign files without an open data file, as the command line does; the thread ends with the work.
 * For plain Node: the packaged program's worker is a bundle, whose place the shell knows.
 */
export async function withIntake<Result>(work: (intake: Intake) => Promise<Result>): Promise<Result> {
  const intake = createIntake(new URL('./intake-worker.ts', import.meta.url));
  try {
    return await work(intake);
  } finally {
    await intake.close();
  }
}
