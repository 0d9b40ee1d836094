import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/errors.ts';

/** No office has more returns at once; the contract's calls take no more files either. */
const MOST_FILES = 2_000;
/** Everything that is looked at, also what is left out: a whole disk that was dropped by mistake must not be walked. */
const MOST_ENTRIES = 20_000;
/** Deeper folders are no place where somebody keeps forms. */
const DEEPEST = 12;

/** Files that programs leave beside workbooks: locks of Excel and WPS, pictures of folders, links. */
const LEFT_BEHIND = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)|\.(?:lnk|url|tmp)$/iu;

/** Whether a path names a folder; what cannot be looked at is a file, and its reader says why. */
export async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

/**
 * The files of a folder and of the folders in it, in the order a file manager shows them. Hidden files, locks and links
 * are left out. SECURITY: links are not followed: they would lead out of what a person chose, or in circles.
 *
 * @param folder full path
 * @returns full paths
 * @throws AppError FOLDER_EMPTY, FOLDER_TOO_MANY_FILES, FOLDER_UNREADABLE (also for a folder inside it: a part of the
 *   returns must not be taken for all of them)
 */
export async function filesInFolder(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  let seen = 0;
  const walk = async (current: string, depth: number): Promise<void> => {
    const entries = await readdir(current, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw new AppError('FOLDER_UNREADABLE', { folder: path.basename(current), reason: error.code ?? '' });
    });
    seen += entries.length;
    const inOrder = entries.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }));
    for (const entry of inOrder) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      const full = path.join(current, entry.name);
      if (entry.isFile()) files.push(full);
      else if (entry.isDirectory() && depth < DEEPEST) await walk(full, depth + 1);
      if (files.length > MOST_FILES || seen > MOST_ENTRIES) {
        throw new AppError('FOLDER_TOO_MANY_FILES', { folder: path.basename(folder), limit: MOST_FILES });
      }
    }
  };
  await walk(folder, 0);
  if (files.length === 0) throw new AppError('FOLDER_EMPTY', { folder: path.basename(folder) });
  return files;
}
