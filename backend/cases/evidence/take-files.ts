import path from 'node:path';
import { type BackendContext, pathOf } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { evidenceFolderOf, takeIntoFolder } from '#backend/files/evidence-folder.ts';
import type { FileTicket, LongCallEvent } from '#shared/contract/call.ts';
import type { StoredEvidence } from '#shared/domain/evidence.ts';

export type FileToTake = { readonly file: FileTicket; readonly title?: string | undefined };

/**
 * Copies files into the evidence folder, beside the steps. What fails or is cancelled has entered nothing; a file that
 * was copied already stays in the folder, where nothing names it.
 *
 * @throws AppError those of backend/files/evidence-folder.ts
 */
export async function* takeFiles(
  context: BackendContext,
  files: readonly FileToTake[],
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly StoredEvidence[], void> {
  const folder = evidenceFolderOf(context.dataFile);
  const taken: StoredEvidence[] = [];
  for (const [index, { file, title }] of files.entries()) {
    const source = pathOf(context, file, 'read');
    const fileName = path.basename(source);
    yield progress(index, files.length, `正在复制 ${fileName}`);
    const stored = await takeIntoFolder(source, folder, signal);
    taken.push({ title: title || path.parse(fileName).name, fileName, ...stored, addedOn: context.today() });
  }
  return taken;
}
