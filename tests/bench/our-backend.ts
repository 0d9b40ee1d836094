import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Backend, openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The real backend on a data file that is there. @param today the day it judges by; left out, the clock's */
export function openOurs(dataFile: string, today?: string): Promise<Backend> {
  return openBackend({
    dataFile,
    seedsFolder: path.join(PROJECT, 'seeds'),
    createIfMissing: false,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    resolveTicket: () => undefined,
    today,
  });
}
