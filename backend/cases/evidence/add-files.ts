import path from 'node:path';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { evidenceFolderOf, takeIntoFolder } from '#backend/files/evidence-folder.ts';
import { addEvidence } from '#db/commands/evidence.commands.ts';
import type { FileTicket, LongCallEvent } from '#shared/contract/call.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { reportStep } from '../step-report.ts';

export type EvidenceToAdd = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly files: readonly { readonly file: FileTicket; readonly title?: string | undefined }[];
};

/**
 * Copies files into the evidence folder, beside the steps, then enters all of them as one step. What fails or is
 * cancelled enters nothing; a file that was copied already stays in the folder, where nothing names it.
 *
 * @throws AppError those of backend/files/evidence-folder.ts and of addEvidence
 */
export async function* addFiles(
  context: BackendContext,
  { taskId, agencyId, periodId, files }: EvidenceToAdd,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, StepReport, void> {
  const folder = evidenceFolderOf(context.dataFile);
  const items: Omit<EvidenceRow, 'id'>[] = [];
  for (const [index, { file, title }] of files.entries()) {
    const source = pathOf(context, file, 'read');
    const fileName = path.basename(source);
    yield progress(index, files.length, `正在复制 ${fileName}`);
    const stored = await takeIntoFolder(source, folder, signal);
    items.push({
      taskId,
      agencyId,
      periodId,
      closingId: null,
      title: title || path.parse(fileName).name,
      fileName,
      ...stored,
      addedOn: context.today(),
      note: '',
    });
  }
  const done = await context.writes.run(() => addEvidence(context.db, items, made(context, 'typed')), signal);
  return reportStep(context.db, done);
}
