import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { CURRENT_FORMAT, MIGRATIONS } from '#db/migrations/migrate.ts';
import { openDataFile, openMemory } from '#db/open.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { listReturns } from '#db/queries/return.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';
import { anOldFile, openOldFile as open } from './old-files.ts';

const OLD_FORMATS = MIGRATIONS.map((migration) => migration.number).filter((number) => number < CURRENT_FORMAT);

/** What the step log called client and manner in one word until format 20. */
const ORIGINS = {
  window: { client: 'window', manner: 'typed' },
  paste: { client: 'window', manner: 'pasted' },
  return: { client: 'window', manner: 'form' },
  'command-line': { client: 'command-line', manner: 'typed' },
  plan: { client: 'window', manner: 'document' },
} as const;

type OldRow = Readonly<Record<string, unknown>>;

/** A row as it shall be after the upgrade, in the columns that it had before. */
function upgraded(table: unknown, row: OldRow): OldRow {
  if (table !== 'step' || !('origin' in row)) return row;
  const { origin, ...rest } = row;
  return { ...rest, ...ORIGINS[origin as keyof typeof ORIGINS], source: null };
}

test.each(OLD_FORMATS)('a file of format %i opens with every row it had', (format) => {
  const file = anOldFile(format);
  const old = new Database(file, { readonly: true });
  const tables = old.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
  const rows = new Map(tables.map((table) => [table, old.prepare(`SELECT * FROM "${table}"`).all() as OldRow[]]));
  const shown = format === 10 ? [1, 2, 3, 4] : [1, 2, 3, 4, 5];
  old.close();
  const db = openDataFile(file);
  onTestFinished(() => void db.close());
  expect(runChecks(db)).toEqual([]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  rows.delete('sqlite_sequence');
  for (const [table, before] of rows) {
    const after = db.prepare(`SELECT * FROM "${table}"`).all();
    expect(after, String(table)).toMatchObject(before.map((row) => upgraded(table, row)));
  }
  expect(listTasks(db, PLAN).map((task) => task.number)).toEqual(shown);
});

test.each(OLD_FORMATS)('a file of format %i is built after the upgrade as a new one is', (format) => {
  const schemaOf = (db: WritableDb) =>
    db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  const fresh = openMemory();
  onTestFinished(() => void fresh.close());
  expect(schemaOf(open(format))).toEqual(schemaOf(fresh));
});

// A table that is built anew starts to count from its highest row. An id that was given to a row deleted since would
// be given again, and undoing the old step would bring its row back on top of the new one.
test.each(OLD_FORMATS)('in a file of format %i no id is given a second time after the upgrade', (format) => {
  const file = anOldFile(format);
  const old = new Database(file);
  const counters = 'SELECT name, seq FROM sqlite_sequence ORDER BY name';
  old.exec(`DELETE FROM progress; UPDATE sqlite_sequence SET seq = 700 WHERE name IN ('progress', 'period')`);
  const before = old.prepare(counters).all();
  old.close();
  const db = openDataFile(file);
  onTestFinished(() => void db.close());
  // A table that is new may have rows of its own.
  expect(db.prepare(counters).all()).toEqual(expect.arrayContaining(before));
});

test.each(OLD_FORMATS)('the log of a file of format %i can be neither changed nor cut after the upgrade', (format) => {
  const db = open(format);
  for (const table of ['step', 'change']) {
    expect(() => db.exec(`UPDATE ${table} SET id = id + 100`), table).toThrow('append-only');
    expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow('append-only');
  }
});

test('steps made before the upgrade can be undone after it', () => {
  const db = open(10);
  expect(undoStep(db, MADE).label).toBe('清除责任：第 3 项 公安局');
  expect(undoStep(db, MADE).label).toBe('设为配合：第 2 项 公安局');
  for (let step = 0; step < 3; step++) undoStep(db, MADE);
  expect(listProgress(db, PLAN)).toEqual([]);
  expect(new Set(listAssignments(db, PLAN).map((row) => row.origin))).toEqual(new Set(['parsed']));
  expect(runChecks(db)).toEqual([]);
  expect(listSteps(db, 1)).toMatchObject([{ kind: 'undo', actor: os.userInfo().username }]);
});

test('a year of steps made before the upgrade can be taken back after it, one by one, and done again', () => {
  const db = open(20);
  const start = snapshotDb(db);
  const labels: string[] = [];
  for (let left = 14; left > 0; left--) labels.push(undoStep(db, MADE).label);
  expect(codeOf(() => undoStep(db, MADE))).toBe('NOTHING_TO_UNDO');
  expect(labels).toContain('收回 1 份填报表，写入 2 处');
  expect(listProgress(db, PLAN)).toEqual([]);
  expect(runChecks(db)).toEqual([]);
  for (const _ of labels) redoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
});

test('returns that were taken in before the upgrade are taken in still, and can be undone and done again', () => {
  const db = open(30);
  const start = snapshotDb(db);
  expect(listReturns(db)).toMatchObject([
    { fileName: '县农业农村局-2021年10月填报表.xlsx', planId: PLAN, state: 'taken', version: 1, takenCells: 3 },
    { fileName: '县教育局-2021年10月填报表.xlsx', planId: PLAN, state: 'taken', version: 1, takenCells: 3 },
  ]);
  expect(listReturns(db).map(({ receivedAt, takenInAt }) => receivedAt === takenInAt)).toEqual([true, true]);
  for (let left = 3; left > 0; left--) undoStep(db, MADE);
  expect(listReturns(db)).toEqual([]);
  for (let left = 3; left > 0; left--) redoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
  expect(runChecks(db)).toEqual([]);
});

test('what the file knew of its returns before the upgrade can be asked for as it was then', () => {
  const db = open(30);
  const [first, second] = listReturns(db);
  if (!first?.agencyId || !second?.agencyId) throw new Error('no returns');
  mergeAgencies(db, second.agencyId, first.agencyId, MADE);
  const before = listSteps(db, 2).at(-1);
  if (!before) throw new Error('no step');
  // The row as the merge found it is of the new format, those of the undone step before it are of the old one.
  const then = readAsAfter(db, before.id, (past) =>
    listReturns(past).map(({ agencyId, state }) => ({ agencyId, state })),
  );
  expect(then).toEqual([
    { agencyId: first.agencyId, state: 'taken' },
    { agencyId: second.agencyId, state: 'taken' },
  ]);
  const ninth = readAsAfter(db, StepIdSchema.parse(9), (past) => listReturns(past).map(({ state }) => state));
  expect(ninth).toEqual(['taken', 'taken', 'taken']);
});

test('progress recorded before the upgrade is cleared after it and comes back with undo', () => {
  const db = open(20);
  const [entry] = listProgress(db, PLAN);
  if (!entry) throw new Error('no progress');
  const start = snapshotDb(db);
  setProgress(db, [{ ...entry, patch: null }], MADE);
  undoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
});

test('the file is copied beside itself before the upgrade, and an older copy is never replaced', () => {
  const file = anOldFile(10);
  const copy = path.join(path.dirname(file), '责任 矩阵（升级前备份）.db');
  fs.writeFileSync(copy, 'an older copy');
  openDataFile(file).close();
  expect(fs.readFileSync(copy, 'utf8')).toBe('an older copy');
  const kept = new Database(path.join(path.dirname(file), '责任 矩阵（升级前备份2）.db'), { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(10);
  expect(kept.prepare('SELECT count(*) FROM task').pluck().get()).toBe(4);
  kept.close();
});

test('a file that needs no upgrade is not copied', () => {
  const file = anOldFile(10);
  openDataFile(file).close();
  openDataFile(file).close();
  expect(fs.readdirSync(path.dirname(file))).toHaveLength(2);
});

test('a file whose rows point nowhere is refused as damaged, keeps its format, and leaves no copy behind', () => {
  const file = anOldFile(10);
  const damaged = new Database(file);
  damaged.pragma('foreign_keys = OFF');
  damaged.exec('DELETE FROM agency WHERE id = 1');
  damaged.close();
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_DAMAGED');
  expect(fs.readdirSync(path.dirname(file))).toHaveLength(1);
  const after = new Database(file, { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(10);
  expect(after.prepare('SELECT count(*) FROM task').pluck().get()).toBe(4);
  after.close();
});

// The copy was once written straight under its final name: a program killed meanwhile left half a copy that looked
// like a whole one, and the next start, finding the name taken, made a second copy beside it.
test('a program killed while it copies leaves no half copy under the name of a whole one, and the next start mends it', async () => {
  const file = anOldFile(20);
  const folder = path.dirname(file);
  const script = fileURLToPath(new URL('upgrade-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const drafts = fs.readdirSync(folder).filter((name) => name !== '责任 矩阵.db');
  expect(drafts).toEqual([`.责任 矩阵（升级前备份）.db.${child.pid}.new`]);
  child.kill('SIGKILL');
  await once(child, 'close');
  const untouched = new Database(file, { readonly: true });
  expect(untouched.pragma('user_version', { simple: true })).toBe(20);
  untouched.close();

  openDataFile(file).close();
  expect(fs.readdirSync(folder).toSorted()).toEqual(['责任 矩阵.db', '责任 矩阵（升级前备份）.db'].toSorted());
  const copy = new Database(path.join(folder, '责任 矩阵（升级前备份）.db'), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(20);
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

test('a draft that another running program is writing is left alone', () => {
  const file = anOldFile(20);
  const draft = path.join(path.dirname(file), `.责任 矩阵（升级前备份）.db.${process.ppid}.new`);
  fs.writeFileSync(draft, 'being written');
  openDataFile(file).close();
  expect(fs.readFileSync(draft, 'utf8')).toBe('being written');
});
