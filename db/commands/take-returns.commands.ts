import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { AgencyId, PeriodId, ReturnId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { findContact } from '../queries/contact.queries.ts';
import { getReturn } from '../queries/return.queries.ts';
import { progressWrites } from './progress.commands.ts';

export type TakenReturn = {
  readonly returnId: ReturnId;
  /** `null`: a ledger, each row of which has its own. */
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId;
  /** Every reviewed cell with the decision, for the audit and as what the agency told us. */
  readonly items: readonly {
    readonly taskId: TaskId;
    readonly agencyId: AgencyId;
    readonly field: ProgressField;
    readonly base: string;
    readonly baseFrom: ReturnItem['baseFrom'];
    readonly theirs: string;
    readonly ours: string;
    readonly decision: 'theirs' | 'ours';
    /** Typed in place of theirs. */
    readonly value: string | null;
  }[];
  /** What to write: the accepted values, gathered per cell. A cell that two returns write stands with one of them. */
  readonly patches: readonly {
    readonly taskId: TaskId;
    readonly agencyId: AgencyId;
    readonly patch: ProgressPatch;
  }[];
  /** 填报人 and 联系电话 of the form; empty ones are not kept. */
  readonly contact: { readonly reporter: string; readonly phone: string };
};

/**
 * Takes in reviewed returns: the accepted values, the decisions and who filled them in, as one step that can be undone
 * as a whole.
 *
 * @throws AppError RETURN_GONE | PERIOD_CLOSED | NOT_ASSIGNED — then nothing of any return is written
 */
export function acceptReturns(
  db: WritableDb,
  returns: readonly TakenReturn[],
  label: string,
  made: Made,
): CommittedStep {
  return commitStepWith(db, { code: 'returns.accept', label, ...made }, (write) => {
    for (const { returnId, agencyId, periodId, items, patches, contact } of returns) {
      getReturn(db, returnId);
      write({ table: 'return', id: returnId, values: { state: 'taken', taken_in_at: made.at } });
      // Of an earlier time it was taken in and taken back: the log knows them.
      for (const id of itemIdsOf(db, returnId)) write({ table: 'return_item', id, values: null });
      for (const { taskId, baseFrom, agencyId: itemAgency, ...item } of items) {
        const place = { return_id: returnId, task_id: taskId, agency_id: itemAgency === agencyId ? null : itemAgency };
        write({ table: 'return_item', id: null, values: { ...place, ...item, base_from: baseFrom } });
      }
      for (const { patch, ...cell } of patches) {
        for (const row of progressWrites(db, { ...cell, periodId, patch }, 'return')) write(row);
      }
      if (agencyId !== null) for (const row of contactWrites(db, agencyId, returnId, contact, made.at)) write(row);
    }
  });
}

/**
 * Takes a return back that was taken in: cells as the step found them, as one step.
 *
 * @param rows progress rows as they shall be, see backend/cases/returns/plan-taking-back.ts
 * @throws AppError RETURN_GONE
 */
export function takeBackReturn(
  db: WritableDb,
  returnId: ReturnId,
  rows: readonly RowWrite[],
  label: string,
  made: Made,
): CommittedStep {
  return commitStepWith(db, { code: 'returns.takeBack', label, ...made }, (write) => {
    getReturn(db, returnId);
    for (const row of rows) write(row);
    for (const id of itemIdsOf(db, returnId)) write({ table: 'return_item', id, values: null });
    write({ table: 'return', id: returnId, values: { state: 'to-review', taken_in_at: null } });
  });
}

function itemIdsOf(db: WritableDb, returnId: ReturnId): readonly number[] {
  const rows = prepared(db, 'SELECT id FROM return_item WHERE return_id = ? ORDER BY id').all(returnId);
  return (rows as { readonly id: number }[]).map(({ id }) => id);
}

/** The contact as the form says it, when it says another than is known. What it leaves empty is not unsaid. */
function contactWrites(
  db: WritableDb,
  agencyId: AgencyId,
  returnId: ReturnId,
  said: TakenReturn['contact'],
  at: string,
): readonly RowWrite[] {
  const known = findContact(db, agencyId);
  const reporter = said.reporter || (known?.reporter ?? '');
  // A new person has a telephone of their own: the old number is not handed on.
  const phone = said.phone || (known && known.reporter === reporter ? known.phone : '');
  if (reporter === (known?.reporter ?? '') && phone === (known?.phone ?? '')) return [];
  const values = { agency_id: agencyId, reporter, phone, since: at, return_id: returnId };
  return [{ table: 'agency_contact', id: null, values }];
}
