import { chmod, mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { evidenceFolderOf, takeOutOfFolder } from '#backend/files/evidence-folder.ts';
import { opensByClick } from '#shared/domain/evidence.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileNameWithEnding } from '#shared/text/file-name.ts';

export type NamedEvidence = { readonly sha256: string; readonly fileName: string; readonly title: string };

/** Where copies lie that were opened; the system clears it away. */
const FOLDER = '责任矩阵-佐证材料';

/**
 * A copy of a file of evidence to be looked at: whole, with the bytes that were added, under the name it came with, and
 * not to be written. What somebody changes in it stays in the copy.
 *
 * @param dataFile path of the open data file
 * @throws AppError EVIDENCE_KIND_CLOSED, EVIDENCE_MISSING, EVIDENCE_CHANGED, and those of writing
 */
export async function checkedCopy(dataFile: string, { sha256, fileName, title }: NamedEvidence): Promise<string> {
  // SECURITY: asked here too; the page could be talked into anything.
  if (!opensByClick(fileName)) throw new AppError('EVIDENCE_KIND_CLOSED', { file: fileName });
  const folder = path.join(os.tmpdir(), FOLDER, sha256.slice(0, 16));
  await mkdir(folder, { recursive: true });
  const copy = path.join(folder, safeFileNameWithEnding(fileName));
  await rm(copy, { force: true });
  await takeOutOfFolder(evidenceFolderOf(dataFile), { sha256, fileName }, copy, title);
  await chmod(copy, 0o444);
  return copy;
}
