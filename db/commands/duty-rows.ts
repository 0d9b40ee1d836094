import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import { type DutyDraft, type DutyWords, deriveDuties } from '#shared/domain/derive-duties.ts';
import type { DutyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { WritableDb } from '../handle.ts';
import { dutiesOfTask, recordsOfDuty } from '../queries/duty.queries.ts';

type Write = (row: RowWrite) => number;

/** A regular duty as columns. */
export function dutyValues(draft: Partial<DutyDraft>): RowValues {
  return given({
    title: draft.title,
    cadence: draft.cadence,
    needed: draft.needed,
    unit: draft.unit,
    owed_by: draft.owedBy,
    due_day: draft.dueDay,
    due_month: draft.dueMonth,
    due_in: draft.dueIn,
    on_holiday: draft.onHoliday,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    verbatim: draft.verbatim,
  });
}

/** The columns that are to be set: those left out stay. */
export function given(columns: Readonly<Record<string, string | number | null | undefined>>): RowValues {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Writes the regular duties that the words of a new task make, as part of a step. */
export function writeDerivedDuties(
  write: Write,
  task: { readonly planId: number; readonly taskId: number; readonly words: DutyWords },
  year: number,
): void {
  deriveDuties(task.words, year).forEach((draft, index) => {
    const place = { plan_id: task.planId, task_id: task.taskId, position: index + 1 };
    write({ table: 'duty', id: null, values: { ...place, ...dutyValues(draft) } });
  });
}

/**
 * Brings the regular duties of a task to newer words, as part of a step. One whose words stay is left as a person may
 * have changed it; of the others the first old one becomes the first new one, and keeps what came in for it. A duty
 * whose words are gone goes with them, unless something came in for it. Duties that a person added stay.
 */
export function reviseDerivedDuties(
  db: WritableDb,
  write: Write,
  task: { readonly planId: PlanId; readonly taskId: TaskId; readonly words: DutyWords },
  year: number,
): void {
  const present = dutiesOfTask(db, task.taskId);
  const drafts = deriveDuties(task.words, year);
  const words = new Set(drafts.map(({ verbatim }) => verbatim));
  const known = new Set(present.map(({ verbatim }) => verbatim));
  const stale = present.filter(({ verbatim }) => verbatim !== '' && !words.has(verbatim));
  const fresh = drafts.filter(({ verbatim }) => !known.has(verbatim));
  let position = present.at(-1)?.position ?? 0;
  for (const [index, draft] of fresh.entries()) {
    const old = stale[index];
    if (old) write({ table: 'duty', id: old.id, values: dutyValues(draft) });
    else {
      position += 1;
      const place = { plan_id: task.planId, task_id: task.taskId, position };
      write({ table: 'duty', id: null, values: { ...place, ...dutyValues(draft) } });
    }
  }
  for (const { id } of stale.slice(fresh.length)) if (!hasRecords(db, id)) write({ table: 'duty', id, values: null });
}

function hasRecords(db: WritableDb, dutyId: DutyId): boolean {
  return recordsOfDuty(db, dutyId).length > 0;
}
