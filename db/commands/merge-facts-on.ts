import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/**
 * What an agency still had before it on the day it is joined to another one: milestones and sub-items that are not
 * done, and days that were put off until then or later, are the other one's. What it had closed is closed for the other
 * one too, where that one owed nothing of its own. All else stays with who did it.
 *
 * Plans of years before that day are left as they are.
 *
 * @param on ISO date of the first day of the joined agency
 */
export function factWritesOn(db: ReadableDb, from: AgencyId, into: AgencyId, on: string): readonly RowWrite[] {
  const ofPlans = `task_id IN (SELECT task.id FROM task JOIN plan ON plan.id = plan_id WHERE plan.year >= @year)`;
  const year = Number(on.slice(0, 4));
  const moved = (table: 'milestone' | 'sub_item' | 'extension', open: string): readonly RowWrite[] => {
    const sql = `SELECT id FROM ${table} WHERE agency_id = @from AND ${ofPlans} AND ${open} ORDER BY id`;
    const ids = prepared(db, sql)
      .pluck()
      .all({ from, year, ...(open.includes('@on') ? { on } : {}) }) as number[];
    return ids.map((id) => ({ table, id, values: { agency_id: into } }));
  };
  return [
    ...moved('milestone', 'done_on IS NULL'),
    ...moved('sub_item', "done_on IS NULL AND (status IS NULL OR status NOT IN ('done', 'not-applicable'))"),
    // Of a period that was over by then it is about what was owed before.
    ...moved(
      'extension',
      'due_on >= @on AND (period_id IS NULL OR period_id IN (SELECT id FROM period WHERE ends_on >= @on))',
    ),
    ...closedToo(db, from, into, year, ofPlans),
  ];
}

type Closing = {
  readonly task_id: number;
  readonly closed_on: string;
  readonly basis: string;
  readonly approver: string;
};

function closedToo(db: ReadableDb, from: AgencyId, into: AgencyId, year: number, ofPlans: string): readonly RowWrite[] {
  const sql = `SELECT task_id, closed_on, basis, approver FROM closing
               WHERE agency_id = @from AND reopened_on IS NULL AND ${ofPlans}
                 AND task_id NOT IN (SELECT task_id FROM assignment WHERE agency_id = @into)
                 AND task_id NOT IN (SELECT task_id FROM closing WHERE agency_id = @into AND reopened_on IS NULL)
               ORDER BY id`;
  const rows = prepared(db, sql).all({ from, into, year }) as Closing[];
  return rows.map((row): RowWrite => ({ table: 'closing', id: null, values: { ...row, agency_id: into } }));
}
