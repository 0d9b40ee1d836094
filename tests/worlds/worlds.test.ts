import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPlanFile } from '#backend/cases/plan/create-data-file.ts';
import { liveYear } from '#backend/sample/live-year.ts';
import { runChecks } from '#db/checks/checks.ts';
import type { WritableDb } from '#db/handle.ts';
import { openDataFile } from '#db/open.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';
import { manyEdits } from './many-edits.ts';
import { WORLD_TODAY, writeWorld } from './write-world.ts';

function aPath(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, '世界.db');
}

function open(file: string): WritableDb {
  const db = openDataFile(file);
  onTestFinished(() => void db.close());
  return db;
}

async function aSeedWorld(): Promise<WritableDb> {
  const file = aPath();
  await writeWorld('seed', file);
  return open(file);
}

function share(db: WritableDb, part: string, whole: string): number {
  return Number(db.prepare(part).pluck().get()) / Number(db.prepare(whole).pluck().get());
}

test('a lived year is healthy, eleven months are closed, a fifth of the forms came late, one cell in twenty was corrected', async () => {
  const db = await aSeedWorld();
  expect(runChecks(db)).toEqual([]);
  const open = listPeriods(db, PLAN).filter(({ closedOn }) => closedOn === null);
  expect(open.map(({ label }) => label)).toEqual(['2021-12']);
  const late = `SELECT count(*) FROM "return" JOIN period ON period.id = period_id
                WHERE period.closed_on IS NOT NULL AND substr(received_at, 1, 10) > due_on`;
  const back = `SELECT count(*) FROM "return" JOIN period ON period.id = period_id WHERE period.closed_on IS NOT NULL`;
  expect(share(db, late, back)).toBeCloseTo(0.2, 1);
  const corrected = `SELECT count(*) FROM step WHERE code = 'progress.set'`;
  expect(share(db, corrected, 'SELECT count(*) FROM progress')).toBeCloseTo(0.05, 1);
  const steps = listSteps(db, 100_000).toReversed();
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
});

test('every kind of fact of a year is there', async () => {
  const db = await aSeedWorld();
  const tables = ['target_value', 'milestone', 'verification', 'extension', 'closing', 'duty_record', 'reminder'];
  const empty = tables.filter((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0);
  expect(empty).toEqual([]);
});

test('the same seed makes the same world, byte for byte', async () => {
  expect(snapshotDb(await aSeedWorld())).toBe(snapshotDb(await aSeedWorld()));
});

test('a log of many edits is healthy, and any moment of it can be read', async () => {
  const file = aPath();
  await createPlanFile({ file, seedsFolder: SEEDS, made: { ...MADE, at: '2021-01-04T01:00:00.000Z' } });
  const db = open(file);
  const habits = { late: 0.2, missing: 0.03, corrected: 0.05 };
  liveYear(db, { planId: PLAN, until: WORLD_TODAY, habits, seed: 1, ...manyEdits(db, 30_000) });
  expect(Number(db.prepare('SELECT count(*) FROM change').pluck().get())).toBeGreaterThanOrEqual(30_000);
  expect(runChecks(db)).toEqual([]);
  const [edit] = listSteps(db, 100_000).filter(({ label }) => label === '填写进展');
  if (!edit) throw new Error('no edit');
  const change = db.prepare('SELECT row_id AS id, after FROM change WHERE step_id = ?').get(edit.id) as {
    readonly id: number;
    readonly after: string;
  };
  const then = readAsAfter(db, edit.id, (past) => listProgress(past, PLAN).find(({ id }) => id === change.id));
  expect(then?.percent).toBe(JSON.parse(change.after).percent);
});
