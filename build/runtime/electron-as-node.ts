// Asks the prepared Electron questions, running it as a plain Node.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ELECTRON_DIST, ELECTRON_PACKAGE } from './places.ts';

/** The path of the prepared Electron's executable. */
export function electronExecutable(): string {
  return path.join(ELECTRON_DIST, readFileSync(path.join(ELECTRON_PACKAGE, 'path.txt'), 'utf8').trim());
}

/** The printed value of a JavaScript expression, evaluated by Electron's own Node. */
export function evaluateInElectron(expression: string, extraEnv: Readonly<Record<string, string>> = {}): string {
  return execFileSync(electronExecutable(), ['-p', expression], {
    encoding: 'utf8',
    env: { ...process.env, ...extraEnv, ELECTRON_RUN_AS_NODE: '1' },
  }).trim();
}
