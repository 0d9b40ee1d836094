import { afterAll } from 'vitest';
import type { StartIntake } from '#backend/intake/intake-messages.ts';
import { lendIntake } from './lend-intake.ts';

const lent = lendIntake();

afterAll(lent.end);

/** As `forkIntake`: real processes that read foreign files, lent by the offices of one test file to each other. */
export const keptIntake: StartIntake = lent.start;
