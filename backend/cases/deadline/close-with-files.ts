import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { type ClosingDraft, closeTasks } from '#db/commands/closing.commands.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { type FileToTake, takeFiles } from '../evidence/take-files.ts';
import { reportStep } from '../step-report.ts';

/**
 * Closes tasks with new evidence: the files are copied beside the steps, then all is entered as one step.
 *
 * @throws AppError those of takeFiles and of closeTasks
 */
export async function* closeWithFiles(
  context: BackendContext,
  drafts: readonly ClosingDraft[],
  proof: { readonly evidenceIds?: readonly RowId[] | undefined; readonly files: readonly FileToTake[] },
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, StepReport, void> {
  const files = yield* takeFiles(context, proof.files, progress, signal);
  const { evidenceIds } = proof;
  const close = () => closeTasks(context.db, drafts, made(context, 'typed'), { evidenceIds, files });
  return reportStep(context.db, await context.writes.run(close, signal));
}
