// What the operating system must bring: Electron's libraries, a screen, a compiler, an office suite for the tests.
// On Debian as root (a container, a CI machine) the missing packages are installed; anybody else gets the command.
import { execFile, execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { BuildProblem } from './build-problem.ts';

const run = promisify(execFile);

/** One thing the system must have, and the Debian packages that bring it. */
export type SystemNeed = {
  /** Each entry is one package, or the names it goes by in different releases, newest first. */
  readonly packages: readonly (readonly string[])[];
  readonly isMet: () => boolean;
};

/** Electron's shared libraries: these four bring the other two dozen with them. */
export function electronLibraries(executable: string): SystemNeed {
  return {
    packages: [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libasound2t64', 'libasound2'], ['libgbm1']],
    isMet: () => missingLibraries(executable).length === 0,
  };
}

export const COMPILER: SystemNeed = {
  packages: [['g++'], ['make'], ['python3']],
  isMet: () => hasCommand('g++') && hasCommand('make') && hasCommand('python3'),
};

/** A screen without a monitor, Chinese letters on it, and independent readers of what the program writes. */
export const TEST_TOOLS: readonly SystemNeed[] = [
  { packages: [['xvfb']], isMet: () => hasCommand('Xvfb') },
  { packages: [['fontconfig'], ['fonts-noto-cjk']], isMet: hasChineseFont },
  { packages: [['libreoffice-calc']], isMet: () => hasOfficePart('libsclo.so') },
  { packages: [['libreoffice-writer']], isMet: () => hasOfficePart('libswlo.so') },
  { packages: [['poppler-utils']], isMet: () => hasCommand('pdftotext') },
];

/**
 * Sees to it that every need is met. Only Linux has such needs: Electron for Windows brings its own.
 * @throws BuildProblem naming the packages, when they are missing and cannot be installed from here.
 */
export async function ensureSystemPackages(needs: readonly SystemNeed[], say: (line: string) => void): Promise<void> {
  const unmet = needs.filter((need) => !need.isMet());
  if (unmet.length === 0) return;
  const isDebianRoot = process.getuid?.() === 0 && hasCommand('apt-get');
  if (!isDebianRoot) throw new BuildProblem(missingPackagesMessage(unmet));
  say(`正在安装系统组件 Installing system packages: ${packageNames(unmet).join(' ')}`);
  await installPackages(unmet);
  const still = unmet.filter((need) => !need.isMet());
  if (still.length > 0) throw new BuildProblem(missingPackagesMessage(still));
}

/** The sentence for a person who must install the packages. */
export function missingPackagesMessage(unmet: readonly SystemNeed[]): string {
  const command = `sudo apt-get install --no-install-recommends ${packageNames(unmet).join(' ')}`;
  return `缺少系统组件，请执行后重试:${command}\nSystem packages are missing; run this and try again: ${command}`;
}

/** The name every Debian release understands: the oldest; newer ones point from it to their own. */
function packageNames(needs: readonly SystemNeed[]): readonly string[] {
  return needs.flatMap((need) => need.packages.map((names) => names.at(-1) ?? ''));
}

async function installPackages(needs: readonly SystemNeed[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another run may be installing the same: wait for it instead of failing.
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run('apt-get', ['update', '-qq', ...lock], { env });
    const names = needs.flatMap((need) => need.packages.map(pickKnownName));
    await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...lock, ...names], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    throw new BuildProblem(`${missingPackagesMessage(needs)}\n${String(cause).slice(-1000)}`, { cause });
  }
}

/** The first name this release has a package for; an old name that only points elsewhere can be ambiguous to apt. */
function pickKnownName(names: readonly string[]): string {
  return names.find((name) => readOutput('apt-cache', ['show', name]) !== '') ?? names.at(-1) ?? '';
}

/** The shared libraries that the loader does not find, by file name. */
function missingLibraries(executable: string): readonly string[] {
  const lines = readOutput('ldd', [executable]).split('\n');
  return lines.filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0] ?? line);
}

function hasChineseFont(): boolean {
  return hasCommand('fc-list') && readOutput('fc-list', [':lang=zh', 'family']).trim() !== '';
}

/** The office program comes in parts, one library each, in the folder its command leads to. */
function hasOfficePart(library: string): boolean {
  const command = commandPath('soffice');
  return command !== undefined && existsSync(path.join(path.dirname(realpathSync(command)), library));
}

function hasCommand(name: string): boolean {
  return commandPath(name) !== undefined;
}

function commandPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not here; the next folder on the PATH may have it.
    return false;
  }
}

function readOutput(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // A command that fails says nothing about what was asked.
    return '';
  }
}
