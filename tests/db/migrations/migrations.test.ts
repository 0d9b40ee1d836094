import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { CURRENT_FORMAT, MIGRATIONS } from '#db/migrations/migrate.ts';
import { openDataFile } from '#db/open.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import { listSteps } from '#db/queries/step.queries.ts';
import { AT } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

/**
 * Files written by released programs. format-10.db: four tasks, progress of two cells, a role set, one taken away,
 * one set and undone; made with the command line of 0.1.0.
 */
const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

function anOldFile(format: number): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, '责任 矩阵.db');
  fs.copyFileSync(path.join(FIXTURES, `format-${format}.db`), file);
  return file;
}

const OLD_FORMATS = MIGRATIONS.map((migration) => migration.number).filter((number) => number < CURRENT_FORMAT);

test.each(OLD_FORMATS)('a file of format %i opens with every row it had', (format) => {
  const file = anOldFile(format);
  const old = new Database(file, { readonly: true });
  const tables = old.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
  const rows = new Map(tables.map((table) => [table, old.prepare(`SELECT * FROM "${table}"`).all()]));
  old.close();
  const db = openDataFile(file);
  onTestFinished(() => void db.close());
  expect(runChecks(db)).toEqual([]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  for (const [table, before] of rows) {
    const after = db.prepare(`SELECT * FROM "${table}"`).all();
    expect(after, String(table)).toMatchObject(table === 'sqlite_sequence' ? expect.any(Array) : before);
    expect(after.length, String(table)).toBeGreaterThanOrEqual(before.length);
  }
  expect(listTasks(db).map((task) => task.number)).toEqual([1, 2, 3, 4]);
});

test('steps made before the upgrade can be undone after it', () => {
  const db = openDataFile(anOldFile(10));
  onTestFinished(() => void db.close());
  const made = { origin: 'window', at: AT } as const;
  expect(undoStep(db, made).label).toBe('清除责任：第 3 项 公安局');
  expect(undoStep(db, made).label).toBe('设为配合：第 2 项 公安局');
  for (let step = 0; step < 3; step++) undoStep(db, made);
  expect(listProgress(db)).toEqual([]);
  expect(new Set(listAssignments(db).map((row) => row.origin))).toEqual(new Set(['parsed']));
  expect(runChecks(db)).toEqual([]);
  expect(listSteps(db, 1)).toMatchObject([{ kind: 'undo', actor: os.userInfo().username }]);
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
