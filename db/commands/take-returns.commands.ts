import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { TargetValueEdit } from '#shared/contract/target.contract.ts';
import type { AgencyId, PeriodId, ReturnId, TaskId } from '#shared/domain/ids.ts';
import type { ReturnField } from '#shared/domain/return-field.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { findContact, listContactsOf } from '../queries/contact.queries.ts';
import { getReturn } from '../queries/return.queries.ts';
import { progressWrites } from './progress.commands.ts';
import type { ReturnPlace } from './return.commands.ts';
import { targetValueWrites } from './target-value.commands.ts';

export type TakenReturn = {
  readonly returnId: ReturnId;
  /** Whose it is by now; without an agency a ledger, each row of which has its own. */
  readonly place: ReturnPlace;
  readonly periodId: PeriodId;
  /** `to-review`: something of it is still undecided, and is not among the items. */
  readonly state: 'taken' | 'to-review';
  /** Every decided cell with the decision, for the audit and as what the agency told us. */
  readonly items: readonly {
    readonly taskId: TaskId;
    readonly agencyId: AgencyId;
    readonly field: ReturnField;
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
  /** The same of values of targets; left out: none. */
  readonly values?: readonly TargetValueEdit[];
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
    for (const { returnId, place, periodId, state, items, patches, values: figures = [], contact } of returns) {
      getReturn(db, returnId);
      const { planId: plan_id, agencyId: agency_id, formId: form_id } = place;
      const whose = { plan_id, agency_id, period_id: periodId, form_id };
      const values = { ...whose, state, taken_in_at: made.at, refusal: null };
      write({ table: 'return', id: returnId, values });
      const known = itemIdsOf(db, returnId);
      for (const { taskId, baseFrom, agencyId, ...item } of items) {
        // Taken in a second time, with more of it chosen: what was decided before and is not now, stands.
        const before = known.get(`${taskId}/${agencyId}/${item.field}`);
        if (before !== undefined) write({ table: 'return_item', id: before, values: null });
        const cell = { return_id: returnId, task_id: taskId, agency_id: agencyId === agency_id ? null : agencyId };
        write({ table: 'return_item', id: null, values: { ...cell, ...item, base_from: baseFrom } });
      }
      for (const { patch, ...cell } of patches) {
        for (const row of progressWrites(db, { ...cell, periodId, patch }, 'return')) write(row);
      }
      for (const row of targetValueWrites(db, figures)) write(row);
      if (agency_id !== null) {
        for (const row of contactWrites(db, agency_id, returnId, contact, made.at)) write(row);
      }
    }
  });
}

/**
 * Takes a return back that was taken in: cells as the step found them, and what it said of who fills in the forms. One
 * step; who a later return named stands.
 *
 * @param rows progress rows as they shall be, see backend/cases/returns/take-back.ts
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
    for (const id of itemIdsOf(db, returnId).values()) write({ table: 'return_item', id, values: null });
    for (const id of listContactsOf(db, returnId)) write({ table: 'agency_contact', id, values: null });
    write({ table: 'return', id: returnId, values: { state: 'to-review', taken_in_at: null } });
  });
}

/** Ids of the decided cells of a return, by `task/agency/field`. */
function itemIdsOf(db: WritableDb, returnId: ReturnId): ReadonlyMap<string, number> {
  const sql = `SELECT return_item.id, task_id || '/' || coalesce(return_item.agency_id, "return".agency_id) || '/' || field AS key
               FROM return_item JOIN "return" ON "return".id = return_id WHERE return_id = ?`;
  const rows = prepared(db, sql).all(returnId) as { readonly id: number; readonly key: string }[];
  return new Map(rows.map(({ id, key }) => [key, id]));
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
  // The post goes with the person.
  const { post = '', note = '' } = known && known.reporter === reporter ? known : {};
  const values = { agency_id: agencyId, reporter, phone, post, note, since: at, return_id: returnId };
  return [{ table: 'agency_contact', id: null, values }];
}
