import { expect } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import type { WritableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { AT } from './a-plan.ts';
import { snapshotDb } from './snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

/** Does, looks; undoes, looks; redoes, looks: the file is byte for byte what it was, and healthy. */
export function doUndoRedo(db: WritableDb, work: () => unknown, look: () => void): void {
  const start = snapshotDb(db);
  work();
  look();
  expect(runChecks(db)).toEqual([]);
  const done = snapshotDb(db);
  undoStep(db, made);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, made);
  expect(snapshotDb(db)).toBe(done);
}
