import { closeSync, type Dirent, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { ARCHIVE_LIMITS, expandArchive, isArchive, isLeftBehind } from '#backend/files/expand-archive.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import { AppError } from '#shared/errors.ts';
import type { ExpandedFile } from './intake-messages.ts';

/** Files of a folder, those in its folders counted. */
const FOLDER_FILES_MAX = 2_000;
const FOLDER_DEPTH_MAX = 8;
/** First bytes of a zip; anything else is what it is. */
const ZIP_MARK = Buffer.from('PK');

/**
 * What a person means by a file or folder: a folder stands for the files in it, a zip for the files in that, any other
 * file for itself. Names of files in a folder are relative to it, with slashes.
 *
 * @param place full path
 * @throws AppError FILE_MISSING, FILE_UNREADABLE, ARCHIVE_TOO_LARGE, ARCHIVE_EMPTY, WORKBOOK_DAMAGED
 */
export async function expand(place: string): Promise<readonly ExpandedFile[]> {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return await expandFile(place, path.basename(place));
  const files: ExpandedFile[] = [];
  for (const name of filesIn(place)) {
    // One zip that cannot be opened costs itself, not the folder.
    try {
      files.push(...(await expandFile(path.join(place, name), name)));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      files.push({ name, refusal: { code: error.code, details: error.details } });
    }
  }
  if (files.length === 0) throw new AppError('ARCHIVE_EMPTY', { file: path.basename(place) });
  return files;
}

async function expandFile(place: string, name: string): Promise<readonly ExpandedFile[]> {
  const itself: ExpandedFile = { name, source: place };
  if (!beginsAsZip(place)) return [itself];
  const bytes = readForeignFile(place, 'ARCHIVE_TOO_LARGE', ARCHIVE_LIMITS.fileBytes);
  if (!(await isArchive(bytes))) return [itself];
  const files = await expandArchive(bytes, path.basename(place));
  return files.map((file): ExpandedFile => ('bytes' in file ? { name: file.name, source: file } : file));
}

/** Whether a file begins as a zip does. One that cannot be looked into says why when it is read. */
function beginsAsZip(place: string): boolean {
  try {
    const file = openSync(place, 'r');
    try {
      const mark = Buffer.alloc(ZIP_MARK.byteLength);
      return readSync(file, mark) === mark.byteLength && mark.equals(ZIP_MARK);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Names of the files in a folder and its folders, relative to it, sorted; links are not followed. */
function filesIn(folder: string): readonly string[] {
  const names: string[] = [];
  const walk = (inside: string, depth: number): void => {
    for (const entry of entriesOf(path.join(folder, inside))) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (isLeftBehind(entry.isDirectory() ? `${name}/` : name)) continue;
      if (entry.isDirectory() && depth < FOLDER_DEPTH_MAX) walk(name, depth + 1);
      else if (entry.isFile() && names.push(name) > FOLDER_FILES_MAX) {
        const limit = `${FOLDER_FILES_MAX} 个文件`;
        throw new AppError('ARCHIVE_TOO_LARGE', { file: path.basename(folder), limit });
      }
    }
  };
  walk('', 0);
  return names.toSorted((one, other) => one.localeCompare(other, 'zh-CN'));
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('FILE_UNREADABLE', { file: path.basename(folder), reason }, { cause });
  }
}
