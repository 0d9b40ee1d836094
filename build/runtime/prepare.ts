// npm's prestart and pretest, in order: screen, Electron, system packages, SQLite, and one line that says what will run.
import { BuildProblem } from './build-problem.ts';
import { hasDisplay, NO_DISPLAY_MESSAGE } from './display.ts';
import { electronExecutable, evaluateInElectron } from './electron-as-node.ts';
import { prepareElectron, type RuntimeKind } from './electron-runtime.ts';
import { needsCompiler, planAddon, prepareAddon } from './sqlite-addon.ts';
import { COMPILER, electronLibraries, ensureSystemPackages, TEST_TOOLS } from './system-packages.ts';

/**
 * Makes this machine ready: for `npm start`, or with `--test` for `npm test`.
 * @returns the exit code 0
 * @throws BuildProblem with the sentence for the person, when something is missing that only they can bring.
 */
export async function prepare(args: readonly string[]): Promise<number> {
  const isForTests = args.includes('--test');
  // First, because everything after it may take minutes on a fresh machine.
  if (!isForTests && !hasDisplay()) throw new BuildProblem(NO_DISPLAY_MESSAGE);
  const kind = await prepareElectron(console.log);
  if (process.platform === 'linux') await prepareLinux(isForTests);
  const addon = planAddon();
  if (needsCompiler(addon)) {
    await ensureSystemPackages([COMPILER], console.log);
    console.log('正在编译 SQLite 组件，约一分钟，只需一次。 Compiling the SQLite addon once, about a minute.');
  }
  const sqlite = await prepareAddon(addon);
  console.log(runtimeLine(kind, evaluateInElectron('process.versions.electron'), sqlite));
  return 0;
}

/** The line that tells which runtime the following output is about. */
export function runtimeLine(kind: RuntimeKind, electron: string, sqlite: string): string {
  const remark = kind === 'fallback' ? ' (fallback, tests only)' : '';
  return `运行时 runtime: Electron ${electron}${remark}, SQLite ${sqlite}, Node ${process.versions.node}`;
}

async function prepareLinux(isForTests: boolean): Promise<void> {
  const needs = [electronLibraries(electronExecutable()), ...(isForTests ? TEST_TOOLS : [])];
  await ensureSystemPackages(needs, console.log);
}
