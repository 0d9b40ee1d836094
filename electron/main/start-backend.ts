import { utilityProcess } from 'electron';
import { BackendHost, type BackendHostOptions } from './backend-host.ts';
import type { DataFileChoice } from './data-file/choose-data-file.ts';
import type { Places } from './places.ts';

type StartOptions = Omit<BackendHostOptions, 'child'> & {
  readonly places: Places;
  readonly choice: DataFileChoice;
  readonly logFile: string;
};

/** Starts a backend process on a data file. Returns at once; the process loads while the window is made. */
export function startBackend({ places, choice, logFile, ...host }: StartOptions): BackendHost {
  const child = utilityProcess.fork(places.backend, [logFile], { serviceName: 'zeren-backend' });
  const backend = new BackendHost({ ...host, child });
  backend.open({ ...choice, seedsFolder: places.seeds, intakeWorker: places.intakeWorker });
  return backend;
}
