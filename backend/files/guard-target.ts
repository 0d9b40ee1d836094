import fs from 'node:fs';
import path from 'node:path';
import { HEADER_BYTES, isDataFileHeader } from '#shared/data-file-header.ts';
import { AppError } from '#shared/errors.ts';
import { refuseImpossibleTarget } from './check-target.ts';
import { errnoOf } from './save-failure.ts';

/** What SQLite keeps beside a data file. Another file under that name could be taken for a half-finished change. */
const BESIDE_DATA_FILE = /^(.+)-(?:journal|wal|shm)$/iu;

/**
 * What every writer asks before it writes: can a file stand there at all, and would it go over a data file?
 *
 * SECURITY: no writer goes over a data file. Every file that leaves the program passes here before it takes its place,
 * because the name is a person's choice: on the command line any path, in a dialog one click and a question too quickly
 * answered. A data file is told by what it holds, so neither its ending nor a link to it hides it; the open one also by
 * its place and by being the same file, should its beginning be damaged or the file be moved away at this moment.
 *
 * @param target where a file is to be written
 * @param openDataFile path of the data file that is open, when there is one
 * @throws AppError FILE_IS_DATA_FILE; those of check-target.ts; FILE_UNREADABLE for a file that may not be looked into,
 *   which is not replaced
 */
export function assertNotDataFile(target: string, openDataFile?: string): void {
  refuseImpossibleTarget(path.resolve(target));
  const isOpen = (file: string): boolean => openDataFile !== undefined && isSameFile(file, openDataFile);
  for (const place of new Set([path.resolve(target), realPath(target)])) {
    const owner = BESIDE_DATA_FILE.exec(place)?.[1];
    const claimed = [place, ...(owner === undefined ? [] : [owner])];
    if (claimed.some((file) => isOpen(file) || holdsPlan(file))) {
      throw new AppError('FILE_IS_DATA_FILE', { file: path.basename(target) });
    }
  }
}

/** Through links in the folder too; a file that is not there yet stands in its real folder. */
function realPath(target: string): string {
  const { dir, base } = path.parse(path.resolve(target));
  for (const [known, rest] of [
    [target, ''],
    [dir, base],
  ] as const) {
    try {
      return path.join(fs.realpathSync.native(known), rest);
    } catch (error) {
      // Not there: the writer will say so with the right code.
      if (errnoOf(error) === '') throw error;
    }
  }
  return path.resolve(target);
}

/**
 * The same file, or its place while it is away. Letter case is no difference: on Windows it is none, and a file made
 * under the other name elsewhere could not travel there beside it.
 */
export function isSameFile(file: string, other: string): boolean {
  const place = (name: string): string => realPath(name).toLowerCase();
  if (place(file) === place(other)) return true;
  const [one, two] = [identityOf(file), identityOf(other)];
  return one !== undefined && one === two;
}

/** Volume and number of a file, the same under all its names. Some network folders number none: 0. */
function identityOf(file: string): string | undefined {
  try {
    const entry = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
    return entry === undefined || entry.ino === 0n ? undefined : `${entry.dev}/${entry.ino}`;
  } catch (error) {
    // A folder that may not be looked into: the writer will say so.
    if (errnoOf(error) === '') throw error;
    return undefined;
  }
}

function holdsPlan(file: string): boolean {
  try {
    // Only a file is looked into: a pipe would wait for its writer.
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const header = Buffer.alloc(HEADER_BYTES);
    const descriptor = fs.openSync(file, 'r');
    try {
      const read = fs.readSync(descriptor, header, 0, HEADER_BYTES, 0);
      return isDataFileHeader(header.subarray(0, read));
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    const reason = errnoOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return false;
    throw new AppError(
      'FILE_UNREADABLE',
      { file: path.basename(file), reason: reason || '读取失败' },
      { cause: error },
    );
  }
}
