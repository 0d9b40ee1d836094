import fs from 'node:fs';
import path from 'node:path';

/** What hard links are refused with where a disk has none: FAT and exFAT sticks. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS'];

/**
 * Makes a file that is whole under its name or not there at all, whenever the power goes or the program is killed:
 * written and checked under another name in the same folder, flushed, and only then given its own. A file that has the
 * name is never replaced.
 *
 * @param target where it shall be
 * @param fill writes the file of the path it is handed, and throws when what it wrote is not sound
 * @throws Error `EEXIST` when the name is taken, and whatever `fill` or the system throws; nothing is left behind then
 */
export function writeWhole(target: string, fill: (draft: string) => void): void {
  removeAbandoned(target);
  const draft = `${draftStem(target)}${process.pid}${DRAFT_ENDING}`;
  try {
    fill(draft);
    flush(draft);
    takeName(draft, target);
    flushFolder(path.dirname(target));
  } finally {
    for (const suffix of ['', '-journal']) fs.rmSync(draft + suffix, { force: true });
  }
}

/** Whether a failed file operation has one of these codes. */
export function hasErrno(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

const DRAFT_ENDING = '.new';

function draftStem(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.`);
}

/** Fails when another program made the same file meanwhile, instead of replacing its work. */
function takeName(draft: string, target: string): void {
  try {
    fs.linkSync(draft, target);
  } catch (error) {
    if (!hasErrno(error, ...NO_LINKS)) throw error;
    if (fs.existsSync(target)) throw Object.assign(new Error('the name is taken'), { code: 'EEXIST' });
    fs.renameSync(draft, target);
  }
}

function flush(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The name itself is on disk as well. Windows opens no folders; its file systems log names by themselves. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Drafts of the same file by programs that were killed: nobody will finish them, and a copy can be large. */
function removeAbandoned(target: string): void {
  const folder = path.dirname(target);
  const stem = path.basename(draftStem(target));
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(stem)) continue;
    const number = /^(\d+)\.new(?:-journal)?$/.exec(name.slice(stem.length))?.[1];
    if (number !== undefined && !isRunning(Number(number))) fs.rmSync(path.join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return !hasErrno(error, 'ESRCH');
  }
}
