import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the parts of the built program are. build/bundle/targets.ts decides the layout of out/. */
export type Places = {
  readonly renderer: string;
  readonly preload: string;
  /** Of the hidden window that prints. */
  readonly printPreload: string;
  readonly backend: string;
  readonly intake: string;
  /** file: URL of the reading thread of an intake process. */
  readonly intakeWorker: string;
  /** file: URL of the backend's writing thread. */
  readonly outletWorker: string;
  readonly seeds: string;
};

/** @param mainFolder the folder of main.js */
export function placesAround(mainFolder: string): Places {
  const out = path.dirname(mainFolder);
  return {
    renderer: path.join(out, 'renderer'),
    preload: path.join(out, 'preload', 'preload.cjs'),
    printPreload: path.join(out, 'print-preload', 'print-preload.cjs'),
    backend: path.join(out, 'backend', 'backend.js'),
    intake: path.join(out, 'backend', 'intake-process.js'),
    intakeWorker: pathToFileURL(path.join(out, 'backend', 'intake-worker.js')).href,
    outletWorker: pathToFileURL(path.join(out, 'backend', 'outlet-worker.js')).href,
    seeds: path.join(out, 'seeds'),
  };
}
