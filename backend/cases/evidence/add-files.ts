import { type BackendContext, made } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { addEvidence } from '#db/commands/evidence.commands.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { reportStep } from '../step-report.ts';
import { type FileToTake, takeFiles } from './take-files.ts';

export type EvidenceToAdd = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly files: readonly FileToTake[];
};

/**
 * Copies files into the evidence folder, then enters all of them as one step.
 *
 * @throws AppError those of takeFiles and of addEvidence
 */
export async function* addFiles(
  context: BackendContext,
  { taskId, agencyId, periodId, files }: EvidenceToAdd,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, StepReport, void> {
  const taken = yield* takeFiles(context, files, progress, signal);
  const items = taken.map((file) => ({ ...file, taskId, agencyId, periodId, closingId: null, note: '' }));
  const done = await context.writes.run(() => addEvidence(context.db, items, made(context, 'typed')), signal);
  return reportStep(context.db, done);
}
