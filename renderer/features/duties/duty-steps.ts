import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import type { DutyRecordEdit } from '#shared/domain/duty-table.ts';
import type { AgencyId, DutyId, TaskId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';

export type NewPiece = {
  readonly agencyId: AgencyId;
  /** The day its stretch begins. */
  readonly startsOn: string;
  readonly title: string;
  /** ISO date; left out, today. */
  readonly receivedOn?: string;
  readonly note?: string;
};

/** Records what came in. One step. @returns whether it is recorded */
export async function recordPieces(
  dutyId: DutyId,
  pieces: readonly NewPiece[],
  manner: 'typed' | 'pasted',
): Promise<boolean> {
  const records = pieces.map(({ startsOn, ...piece }) => ({ dutyId, period: startsOn, ...piece }));
  return succeeded(await runStep(() => (records.length === 0 ? null : client.duty.record({ records, manner }))));
}

/** Changes a record, or takes it away. One step. */
export async function editRecord(edit: DutyRecordEdit): Promise<void> {
  await runStep(() => client.duty.setRecords({ edits: [edit] }));
}

/** Adds a duty to a task, or changes one. One step. @returns whether it is stored */
export async function saveDuty(
  duty: { readonly taskId: TaskId } | { readonly dutyId: DutyId },
  definition: DutyDefinition,
): Promise<boolean> {
  return succeeded(await runStep(() => client.duty.set({ duty, definition })));
}

/** Takes a duty away with what was recorded for it. One step. */
export async function dropDuty(dutyId: DutyId): Promise<void> {
  await runStep(() => client.duty.remove({ dutyId }));
}
