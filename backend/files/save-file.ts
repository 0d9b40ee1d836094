import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errnoOf, renameFailure, writeFailure } from './save-failure.ts';
import { zipEntryNames } from './zip-directory.ts';

/**
 * Waits between attempts to put the finished file in its place. On Windows a virus scanner holds a fresh file for a
 * moment; a workbook that is open in WPS or Excel is still held after the last one. Longer waits: a slower refusal.
 */
const RENAME_WAITS_MS = [40, 120, 300] as const;

async function putInPlace(temporary: string, target: string): Promise<void> {
  for (const waitMs of RENAME_WAITS_MS) {
    try {
      await rename(temporary, target);
      return;
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error))) throw error;
      await wait(waitMs);
    }
  }
  await rename(temporary, target);
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether bytes are what the file's name says. @throws Error when they are not */
type ContentCheck = (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown> | undefined;

/** A PDF begins and ends with its own words (ISO 32000-1, 7.5.2 and 7.5.5). */
function checkPdf(bytes: Uint8Array): undefined {
  const text = new TextDecoder('latin1');
  const isWhole = text.decode(bytes.subarray(0, 5)) === '%PDF-' && text.decode(bytes.subarray(-8)).includes('%%EOF');
  if (!isWhole) throw new Error('not a whole PDF');
}

/** Reads the file back as a stranger would: a full disk or a bad stick can say yes and keep half. */
async function checkWritten(file: string, bytes: Uint8Array, check: ContentCheck): Promise<void> {
  const written = await readFile(file);
  if (written.byteLength !== bytes.byteLength) throw new Error('the file is shorter than what was written');
  await check(written);
}

/**
 * Writes a workbook so that the target is either the old file or the whole new one, never a part (pitfall 36):
 * a temporary file in the same folder, flushed, read back, renamed. Nothing is left behind on failure.
 *
 * @param target full path; an existing file is replaced
 * @param bytes an .xlsx workbook
 * @throws AppError FOLDER_MISSING, FOLDER_READ_ONLY, DISK_FULL; FILE_OPEN_ELSEWHERE when another program holds the
 *   target; FILE_EXISTS when a folder has its name; FILE_UNREADABLE when what was written cannot be read back
 */
export function saveFile(target: string, bytes: Uint8Array): Promise<void> {
  return saveChecked(target, bytes, zipEntryNames);
}

/** As {@link saveFile}, for a printed PDF. */
export function savePdf(target: string, bytes: Uint8Array): Promise<void> {
  return saveChecked(target, bytes, checkPdf);
}

async function saveChecked(target: string, bytes: Uint8Array, check: ContentCheck): Promise<void> {
  const temporary = path.join(path.dirname(target), `.~${randomUUID()}.tmp`);
  try {
    await writeDurably(temporary, bytes).catch((error: unknown) => Promise.reject(writeFailure(error, target)));
    await checkWritten(temporary, bytes, check).catch((error: unknown) => Promise.reject(writeFailure(error, target)));
    await putInPlace(temporary, target).catch((error: unknown) => Promise.reject(renameFailure(error, target)));
  } catch (error) {
    // What stopped the writing is what matters; a leftover that cannot be removed has a name nobody opens.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}
