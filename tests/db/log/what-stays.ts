import type { WritableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';

/** The forms that were sent, each with its rows, in their order. */
export function formsOf(db: WritableDb): readonly unknown[] {
  return prepared(
    db,
    `SELECT form.*, (SELECT json_group_array(json_array(id, task_id, base)) FROM form_item WHERE form_id = form.id) AS items
     FROM form ORDER BY id`,
  ).all();
}

/** The returns as they stand. */
export function returnsOf(db: WritableDb): readonly string[] {
  return prepared(db, 'SELECT * FROM "return" ORDER BY id')
    .all()
    .map((row) => JSON.stringify(row));
}

/** The returns as the steps left them that kept what came. */
export function returnsAsReceived(db: WritableDb): readonly string[] {
  const sql = `SELECT after FROM change WHERE id IN (
                 SELECT max(change.id) FROM change JOIN step ON step.id = step_id
                 WHERE code = 'returns.receive' AND table_name = 'return' GROUP BY row_id) ORDER BY row_id`;
  return (prepared(db, sql).all() as { readonly after: string }[]).map(({ after }) => after);
}

/** The log of exports as it stands. */
export function exportsOf(db: WritableDb): readonly string[] {
  return prepared(db, 'SELECT * FROM export ORDER BY id')
    .all()
    .map((row) => JSON.stringify(row));
}

/** The log of exports as the steps left it that recorded what went out. */
export function exportsAsRecorded(db: WritableDb): readonly string[] {
  const sql = `SELECT after FROM change JOIN step ON step.id = step_id
               WHERE code = 'exports.record' AND table_name = 'export' ORDER BY row_id`;
  return (prepared(db, sql).all() as { readonly after: string }[]).map(({ after }) => after);
}
