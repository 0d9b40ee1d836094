import type { LivedYear } from '#backend/sample/live-year.ts';
import type { WritableDb } from '#db/handle.ts';
import { actor } from '#db/log/actor.ts';
import { readRow } from '#db/log/row-writer.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';

const MONTHS_CLOSED = 11;

/**
 * Edits of cells before each closing, so many in all that the log comes to a number of changes. Written as commitStep
 * writes them, row by row, only faster: each step one change, its before the row as it stood, its after as it stands
 * then.
 */
export function manyEdits(db: WritableDb, changes: number): Pick<LivedYear, 'beforeClosing'> {
  const count = db.prepare('SELECT count(*) FROM change').pluck();
  const insertStep = db.prepare(
    `INSERT INTO step (kind, code, label, client, manner, source, at, actor, undoable)
     VALUES ('do', 'progress.set', '填写进展', 'window', 'typed', NULL, ?, ?, 1)`,
  );
  const insertChange = db.prepare(
    `INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (?, 'progress', ?, ?, ?)`,
  );
  const update = db.prepare('UPDATE progress SET percent = ? WHERE id = ?');
  let closed = 0;
  let ofYear: number | undefined;
  return {
    beforeClosing: (period, at) => {
      const rows = listProgress(db, PLAN, { periodId: period.id });
      // What the year itself logs is known after its first month, nearly: the last closing makes up the difference.
      ofYear ??= Number(count.get()) * (MONTHS_CLOSED + 1);
      closed += 1;
      const left = closed === MONTHS_CLOSED ? changes - Number(count.get()) : (changes - ofYear) / MONTHS_CLOSED;
      for (let edit = 0; edit < left; edit++) {
        const row = rows[edit % rows.length];
        if (row === undefined) return;
        const before = readRow(db, 'progress', row.id);
        update.run((edit * 7 + Math.floor(edit / rows.length)) % 100, row.id);
        const after = readRow(db, 'progress', row.id);
        if (before === after) continue;
        insertChange.run(insertStep.run(at, actor).lastInsertRowid, row.id, before, after);
      }
    },
  };
}
