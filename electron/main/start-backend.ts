import { MessageChannelMain, utilityProcess } from 'electron';
import type { IntakeStart } from '#backend/intake/intake-messages.ts';
import { BackendHost, type BackendHostOptions, type IntakeChild } from './backend-host.ts';
import type { DataFileChoice } from './data-file/choose-data-file.ts';
import type { Places } from './places.ts';

type StartOptions = Omit<BackendHostOptions, 'child' | 'startIntake'> & {
  readonly places: Places;
  readonly choice: DataFileChoice;
  readonly logFile: string;
  readonly operator: string | undefined;
};

/** Starts a backend process on a data file. Returns at once; the process loads while the window is made. */
export function startBackend({ places, choice, logFile, operator, ...host }: StartOptions): BackendHost {
  const child = utilityProcess.fork(places.backend, [logFile, places.outletWorker], { serviceName: 'zeren-backend' });
  const backend = new BackendHost({ ...host, child, startIntake: (start) => startIntake(places, start) });
  const { dataFile, createIfMissing } = choice;
  backend.open({ dataFile, createIfMissing, seedsFolder: places.seeds, operator });
  return backend;
}

function startIntake(places: Places, start: IntakeStart): IntakeChild {
  const child = utilityProcess.fork(places.intake, [places.intakeWorker], {
    serviceName: 'zeren-intake',
    // What V8 prints when it runs out of memory is told to the clerk as a sentence.
    stdio: 'ignore',
  });
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage(start, [port1]);
  return { port: port2, kill: () => child.kill() };
}
