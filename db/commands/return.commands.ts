import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, FormId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { progressWrites } from './progress.commands.ts';

export type TakenReturn = {
  readonly formId: FormId | null;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly file: { readonly name: string; readonly sha256: string; readonly content: Uint8Array };
  /** Every reviewed cell with the decision, for the audit. */
  readonly items: readonly {
    readonly taskId: TaskId;
    readonly field: ProgressField;
    readonly base: string;
    readonly theirs: string;
    readonly ours: string;
    readonly decision: 'theirs' | 'ours';
  }[];
  /** What to write: the accepted values, gathered per task. */
  readonly patches: readonly { readonly taskId: TaskId; readonly patch: ProgressPatch }[];
};

/**
 * Takes in reviewed returns: the accepted values, the decisions and the workbooks themselves, as one step that
 * can be undone as a whole. The workbooks stay in the file after an undo (pitfall 47: kept with their hash).
 *
 * @throws AppError PERIOD_CLOSED | NOT_ASSIGNED — then nothing of any return is written
 */
export function acceptReturns(
  db: WritableDb,
  returns: readonly TakenReturn[],
  label: string,
  made: Made,
): CommittedStep {
  return db
    .transaction(() => {
      for (const taken of returns) storeFile(db, taken.file, made.at);
      return commitStepWith(db, { code: 'returns.accept', label, ...made }, (write) => {
        for (const taken of returns) {
          const { agencyId, periodId } = taken;
          const returnId = write({
            table: 'return',
            id: null,
            values: {
              form_id: taken.formId,
              agency_id: agencyId,
              period_id: periodId,
              file_name: taken.file.name,
              sha256: taken.file.sha256,
              taken_in_at: made.at,
            },
          });
          for (const { taskId, ...item } of taken.items) {
            write({ table: 'return_item', id: null, values: { return_id: returnId, task_id: taskId, ...item } });
          }
          for (const { taskId, patch } of taken.patches) {
            for (const row of progressWrites(db, { taskId, agencyId, periodId, patch }, 'return')) write(row);
          }
        }
      });
    })
    .immediate();
}

function storeFile(db: WritableDb, file: TakenReturn['file'], at: string): void {
  db.prepare(
    `INSERT INTO stored_file (sha256, name, size, content, stored_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(file.sha256, file.name, file.content.byteLength, file.content, at);
}
