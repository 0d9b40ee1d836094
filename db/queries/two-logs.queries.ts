import { createHash } from 'node:crypto';
import type { StepId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** How many steps a log has, and the last of them; `null` for an empty one. */
export function logEnd(db: ReadableDb): { readonly steps: number; readonly last: StepId | null } {
  return prepared(db, 'SELECT count(*) AS steps, max(id) AS last FROM step').get() as {
    steps: number;
    last: StepId | null;
  };
}

/** The step of a log that so many came before, or `undefined`. */
export function stepAt(db: ReadableDb, before: number): StepId | undefined {
  const row = prepared(db, 'SELECT id FROM step ORDER BY id LIMIT 1 OFFSET ?').get(before);
  return (row as { readonly id: StepId } | undefined)?.id;
}

const LOG_ROWS = `SELECT step.id, step.at, step.code, step.label, change.table_name, change.row_id, change.before, change.after
                  FROM step LEFT JOIN change ON change.step_id = step.id`;

/** All that a step is and did, as a hash: two logs that have it at one place are of files that were one until then. */
export function hashOfStep(db: ReadableDb, stepId: StepId): string {
  const rows = db.prepare(`${LOG_ROWS} WHERE step.id = ? ORDER BY change.id`).raw().all(stepId);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/**
 * The last step up to which two logs are the same in all that was done, from the first one on: there the two files
 * were one.
 *
 * @returns `undefined` when already the first steps differ
 */
export function lastCommonStep(own: ReadableDb, other: ReadableDb): StepId | undefined {
  const rowsOf = (db: ReadableDb): IterableIterator<readonly [StepId, ...unknown[]]> =>
    db.prepare(`${LOG_ROWS} ORDER BY step.id, change.id`).raw().iterate() as IterableIterator<[StepId, ...unknown[]]>;
  const theirs = rowsOf(other);
  let common: StepId | undefined;
  let current: StepId | undefined;
  try {
    for (const row of rowsOf(own)) {
      const [stepId] = row;
      if (stepId !== current) [common, current] = [current, stepId];
      const { value, done } = theirs.next();
      if (done === true || !row.every((cell, index) => cell === value[index])) {
        // A step of theirs that goes on where ours is the next one already is not the same step.
        return done !== true && value[0] === common ? previousOf(own, common) : common;
      }
    }
    const { value, done } = theirs.next();
    return done !== true && value[0] === current ? common : current;
  } finally {
    theirs.return?.();
  }
}

function previousOf(db: ReadableDb, stepId: StepId): StepId | undefined {
  const row = prepared(db, 'SELECT max(id) AS id FROM step WHERE id < ?').get(stepId) as { readonly id: StepId | null };
  return row.id ?? undefined;
}
