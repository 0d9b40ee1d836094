import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import { evidenceFolderOf, readThroughEvidence } from '#backend/files/evidence-folder.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import type { EvidenceLine, EvidenceState } from '#shared/domain/evidence.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { catalogueLines } from './write-catalogue.ts';

/** Reads every file of a plan's evidence through. @returns those that are missing or changed */
export async function* verifyFiles(
  context: BackendContext,
  planId: PlanId,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, readonly EvidenceLine[], void> {
  const folder = evidenceFolderOf(context.dataFile);
  const lines = catalogueLines(context, { planId });
  const states = new Map<string, EvidenceState>();
  for (const [index, line] of lines.entries()) {
    yield progress(index, lines.length, `正在核对 ${line.catalogueNumber}`);
    if (!states.has(line.sha256)) states.set(line.sha256, await readThroughEvidence(folder, line, signal));
  }
  return lines
    .map((line) => ({ ...line, state: states.get(line.sha256) ?? line.state }))
    .filter(({ state }) => state !== 'whole');
}
