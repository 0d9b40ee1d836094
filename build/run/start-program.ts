// npm start: the program in a window, from this folder.
import { spawn } from 'node:child_process';
import { ensureBundles } from '../bundle/build-bundles.ts';
import { BuildProblem } from '../runtime/build-problem.ts';
import { hasDisplay, NO_DISPLAY_MESSAGE } from '../runtime/display.ts';
import { electronExecutable } from '../runtime/electron-as-node.ts';
import { PROJECT_ROOT } from '../runtime/places.ts';
import { sandboxEnvironment } from '../runtime/sandbox.ts';

/**
 * Opens the program and waits until it is closed.
 * @param args handed on to the program, for example a data file to open
 * @returns the program's exit code
 * @throws BuildProblem when there is no display to open a window on.
 */
export async function startProgram(args: readonly string[]): Promise<number> {
  if (!hasDisplay()) throw new BuildProblem(NO_DISPLAY_MESSAGE);
  await ensureBundles(PROJECT_ROOT, console.log);
  const program = spawn(electronExecutable(), [PROJECT_ROOT, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...sandboxEnvironment(console.log) },
  });
  // Ctrl+C reaches the program as well, which closes its data file first; this process waits for that.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => program.kill('SIGTERM'));
  return await new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code) => resolve(code ?? 1));
  });
}
