import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertNotDataFile } from './guard-target.ts';
import { checkJson, checkPdf, checkZip, measured } from './read-back.ts';
import { errnoOf, renameFailure, writeFailure } from './save-failure.ts';
import { draftName, sweepDrafts } from './sweep-drafts.ts';

/**
 * How a file leaves the program: whole under a temporary name in the folder where it shall be (a draft), flushed, read
 * back as a stranger would read it, and only then moved to its final name. So the target is at any moment the old file
 * or the whole new one, never a part (pitfall 36), and what fails or is cancelled leaves nothing under a name that
 * anybody opens.
 *
 *   writeDraft(draft, …)   ->   putInPlace(draft, target)        one file: saveFile
 *                          ->   backend/files/place-together.ts  several that stand or fall together
 */

/**
 * Waits between attempts to put the finished file in its place. On Windows a virus scanner holds a fresh file for a
 * moment; a workbook that is open in WPS or Excel is still held after the last one. Longer waits: a slower refusal.
 */
export const RENAME_WAITS_MS: readonly number[] = [40, 120, 300];

/** What a file that leaves the program can be, each with how it is read back. */
const CHECKS = { workbook: checkZip, pdf: checkPdf, json: checkJson } as const satisfies Readonly<
  Record<string, (file: string) => Promise<void>>
>;
export type SavedKind = keyof typeof CHECKS;

/** @returns a name in the target's folder that nobody has and nobody opens */
export function draftBeside(target: string): string {
  return path.join(path.dirname(target), draftName());
}

/** What is written: bytes at hand, or bytes that are made while they are written. */
export type SavedContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Writes a draft and reads it back: a full disk or a bad stick can say yes and keep half. The caller removes it, also
 * when this fails.
 *
 * @param draft from {@link draftBeside}
 * @param target where it shall be, for the sentence of a refusal
 * @param content a piece of it is asked for when those before it are on their way to the disk
 * @returns size and SHA-256 of what was read back
 * @throws AppError FOLDER_MISSING, FOLDER_READ_ONLY, DISK_FULL; FILE_NOT_WRITTEN also when it cannot be read back; and
 *   whatever the making of the content throws
 */
export async function writeDraft(
  draft: string,
  target: string,
  content: SavedContent,
  kind: SavedKind,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const source = new Source(content);
  await sweepDrafts(path.dirname(draft));
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(source.pieces());
      await handle.sync();
    } finally {
      await handle.close();
    }
    const written = await measured(draft);
    if (written.bytes !== source.bytes) throw new Error('the file is shorter than what was written');
    await CHECKS[kind](draft);
    return written;
  } catch (error) {
    if (source.failure) throw source.failure.error;
    throw writeFailure(error, target);
  }
}

/** Counts what is written, and tells a failure of the making from one of the disk. */
class Source {
  readonly #content: SavedContent;
  bytes = 0;
  failure: { readonly error: unknown } | undefined;

  constructor(content: SavedContent) {
    this.#content = content;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of this.#content instanceof Uint8Array ? [this.#content] : this.#content) {
        this.bytes += piece.byteLength;
        yield piece;
      }
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

/**
 * Moves a finished draft to its final name; an older file is replaced.
 *
 * @param openDataFile path of the open data file
 * @throws AppError FILE_IS_DATA_FILE; FILE_OPEN_ELSEWHERE when another program holds the target; FILE_EXISTS when a
 *   folder has its name
 */
export async function putInPlace(draft: string, target: string, openDataFile: string | undefined): Promise<void> {
  assertNotDataFile(target, openDataFile);
  await moveInPlace(draft, target);
}

/** The move alone, for who knows what stands there. @throws AppError as {@link putInPlace} */
export async function moveInPlace(draft: string, target: string): Promise<void> {
  try {
    for (const waitMs of RENAME_WAITS_MS) {
      try {
        await rename(draft, target);
        return;
      } catch (error) {
        if (!['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error))) throw error;
        await wait(waitMs);
      }
    }
    await rename(draft, target);
  } catch (error) {
    throw renameFailure(error, target);
  }
}

/** Removes a draft. What stopped the work matters more: a leftover that cannot be removed has a name nobody opens. */
export async function removeDraft(draft: string): Promise<void> {
  await rm(draft, { force: true }).catch(() => undefined);
}

/**
 * Writes a file that is at hand as bytes, whole or not at all. Nothing is left behind on failure.
 *
 * @param target full path; an existing file is replaced
 * @param openDataFile path of the open data file
 * @returns the SHA-256 of the file
 * @throws AppError those of {@link writeDraft} and {@link putInPlace}
 */
export async function saveFile(
  target: string,
  bytes: Uint8Array,
  kind: SavedKind,
  openDataFile: string | undefined,
): Promise<string> {
  // Before anything is written: the folder of a data file stays as it is.
  assertNotDataFile(target, openDataFile);
  const draft = draftBeside(target);
  try {
    const { sha256 } = await writeDraft(draft, target, bytes, kind);
    await putInPlace(draft, target, openDataFile);
    return sha256;
  } finally {
    await removeDraft(draft);
  }
}
