import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { refuseImpossibleTarget } from '#backend/files/check-target.ts';
import {
  type EvidenceFile,
  evidenceFolderOf,
  evidencePath,
  glanceAtEvidence,
  takeOutOfFolder,
} from '#backend/files/evidence-folder.ts';
import { writeFailure } from '#backend/files/save-failure.ts';
import { copyDataFile } from '#db/copy-data-file.ts';
import { listEvidenceFiles } from '#db/queries/evidence.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { DataFileCopy, EvidenceOverview } from '#shared/domain/evidence.ts';
import { AppError } from '#shared/errors.ts';

/** What lies beside the data file, for whoever is about to carry it away. */
export function evidenceOverview({ db, dataFile }: Pick<BackendContext, 'db' | 'dataFile'>): EvidenceOverview {
  const folder = evidenceFolderOf(dataFile);
  const files = listEvidenceFiles(db);
  return {
    folder: path.basename(folder),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    troubled: files.filter((file) => glanceAtEvidence(folder, file) !== 'whole').map(({ fileName }) => fileName),
  };
}

/**
 * Copies the open data file to another place, and its evidence with it or not. The data file comes first, whole and
 * checked; a file of evidence that cannot come along is named, and the copy stands.
 *
 * @param target full path; nothing is replaced
 * @throws AppError DATA_FILE_EXISTS, FOLDER_MISSING, FOLDER_READ_ONLY, DISK_FULL
 */
export async function* copyWithEvidence(
  context: BackendContext,
  target: string,
  withEvidence: boolean,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, DataFileCopy, void> {
  const files = listEvidenceFiles(context.db);
  yield progress(0, files.length + 1, '正在复制数据文件');
  await context.writes.run(() => copyNow(context, target), signal);
  const { size } = await stat(target);
  const fileName = path.basename(target);
  if (!withEvidence || files.length === 0) {
    return { fileName, bytes: size, copied: 0, troubled: files.map((file) => file.fileName) };
  }
  const [from, to] = [evidenceFolderOf(context.dataFile), evidenceFolderOf(target)];
  await mkdir(to, { recursive: true }).catch((error: unknown) => {
    throw writeFailure(error, path.join(to, fileName));
  });
  const troubled: string[] = [];
  for (const [index, file] of files.entries()) {
    yield progress(index + 1, files.length + 1, `正在复制 ${file.fileName}`);
    if (!(await cameAlong(file, from, to, signal))) troubled.push(file.fileName);
  }
  return { fileName, bytes: size, copied: files.length - troubled.length, troubled };
}

function copyNow({ db }: BackendContext, target: string): void {
  refuseImpossibleTarget(target);
  if (!existsSync(path.dirname(target))) throw new AppError('FOLDER_MISSING', { folder: path.dirname(target) });
  try {
    copyDataFile(db, target);
  } catch (error) {
    throw error instanceof AppError ? error : writeFailure(error, target);
  }
}

async function cameAlong(
  file: EvidenceFile,
  from: string,
  to: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (glanceAtEvidence(to, file) === 'whole') return true;
  try {
    await takeOutOfFolder(from, file, evidencePath(to, file), file.fileName, signal);
    return true;
  } catch (error) {
    if (error instanceof AppError && ['EVIDENCE_MISSING', 'EVIDENCE_CHANGED'].includes(error.code)) return false;
    throw error;
  }
}
