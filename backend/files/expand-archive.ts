import path from 'node:path';
import type { Entry } from 'yauzl';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import { fileKind } from './file-kind.ts';
import { openZip } from './zip-directory.ts';
import { ZIP_LIMITS } from './zip-limits.ts';
import { entryName } from './zip-names.ts';
import { unpackEntry } from './zip-unpack.ts';

/** What an archive of files may hold. Forty returns with photos are some hundred megabytes. */
export const ARCHIVE_LIMITS = {
  /** The archive itself. */
  fileBytes: 300 * 1024 * 1024,
  files: 1_000,
  /** All files together, unpacked; each may be as large as any other file from outside. */
  totalBytes: 400 * 1024 * 1024,
} as const;

/** A file in an archive: its bytes, or why it cannot be had. */
export type ArchivedFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly refusal: { readonly code: ErrorCode; readonly details: ErrorDetails } };

/** What is not a file anybody sent: folders of macOS, locks of open workbooks, what the system leaves behind. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|~\$|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** @returns whether a file of that path (with slashes) is passed over in silence */
export function isLeftBehind(name: string): boolean {
  return LEFT_BEHIND.test(name);
}

/** A zip that is one document, of a kind that is not known. */
const DOCUMENT_ENTRY = /^\/?(?:\[content_types\]\.xml|mimetype|META-INF\/)/i;

/** @returns whether the bytes are a zip of files, and not a document in its container */
export async function isArchive(bytes: Uint8Array): Promise<boolean> {
  if ((await fileKind(bytes)) !== 'zip') return false;
  const { names } = await directoryOf(bytes, '');
  return !names.some((name) => DOCUMENT_ENTRY.test(name));
}

/**
 * The files in a zip, and in zips inside it, one level deep. Of a file's path only its last word counts, so that no
 * path leads anywhere; folders and what systems leave behind are passed over.
 *
 * @param file the zip's name, for the sentence of a refusal
 * @throws AppError ARCHIVE_TOO_LARGE, ARCHIVE_EMPTY, WORKBOOK_DAMAGED (its directory cannot be read)
 */
export async function expandArchive(bytes: Uint8Array, file: string): Promise<readonly ArchivedFile[]> {
  const room = { files: ARCHIVE_LIMITS.files, bytes: ARCHIVE_LIMITS.totalBytes as number };
  const files = await filesIn(bytes, file, room, true);
  if (files.length === 0) throw new AppError('ARCHIVE_EMPTY', { file });
  return files;
}

type Room = { files: number; bytes: number };

async function filesIn(bytes: Uint8Array, file: string, room: Room, goesDown: boolean): Promise<ArchivedFile[]> {
  const { zip, entries, names } = await directoryOf(bytes, file);
  const files: ArchivedFile[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = names[index] ?? '';
    const name = baseName(place);
    if (place.endsWith('/') || name === '' || isLeftBehind(place)) continue;
    if (--room.files < 0) throw new AppError('ARCHIVE_TOO_LARGE', { file, limit: `${ARCHIVE_LIMITS.files} 个文件` });
    if (entry.uncompressedSize > ZIP_LIMITS.fileBytes) {
      files.push(refused(name, 'FILE_TOO_LARGE', { limit: `${ZIP_LIMITS.fileBytes / 1024 / 1024} MB` }));
      continue;
    }
    room.bytes -= entry.uncompressedSize;
    if (room.bytes < 0) {
      throw new AppError('ARCHIVE_TOO_LARGE', { file, limit: `${ARCHIVE_LIMITS.totalBytes / 1024 / 1024} MB` });
    }
    if (entry.isEncrypted()) {
      files.push(refused(name, 'ARCHIVE_ENTRY_LOCKED'));
      continue;
    }
    const content = await unpackEntry(zip, entry, bytes).catch(() => undefined);
    if (content === undefined) files.push(refused(name, 'WORKBOOK_DAMAGED'));
    else if (goesDown && (await isArchive(content))) files.push(...(await inner(content, name, room)));
    else files.push({ name, bytes: new Uint8Array(content) });
  }
  return files;
}

/** A zip in the zip; when it cannot be opened, it alone is refused. */
async function inner(bytes: Uint8Array, name: string, room: Room): Promise<readonly ArchivedFile[]> {
  try {
    return await filesIn(bytes, name, room, false);
  } catch (error) {
    if (error instanceof AppError && error.code === 'WORKBOOK_DAMAGED') return [refused(name, error.code)];
    throw error;
  }
}

function refused(name: string, code: ErrorCode, details: ErrorDetails = {}): ArchivedFile {
  return { name, refusal: { code, details: { file: name, ...details } } };
}

function baseName(name: string): string {
  return path.posix.basename(name.replace(/[/]+$/, '')).replace(/^[.\s]+$/, '');
}

async function directoryOf(
  bytes: Uint8Array,
  file: string,
): Promise<{ zip: Awaited<ReturnType<typeof openZip>>; entries: readonly Entry[]; names: readonly string[] }> {
  try {
    const zip = await openZip(bytes);
    if (zip.entryCount > ARCHIVE_LIMITS.files * 10) {
      throw new AppError('ARCHIVE_TOO_LARGE', { file, limit: `${ARCHIVE_LIMITS.files} 个文件` });
    }
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries, names: entries.map(entryName) };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('WORKBOOK_DAMAGED', { file }, { cause });
  }
}
