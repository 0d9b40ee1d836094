import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { createDataFile, openDataFile, openDataFileToShow } from '#db/open.ts';
import { AT, createTestDb, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { damageTable } from '#tests/helpers/damage-table.ts';

let folder = '';
let file = '';

beforeEach(() => {
  // A user's folder as it is: Chinese, with a blank.
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-')), '张 三的文档');
  fs.mkdirSync(folder);
  file = path.join(folder, '责任 矩阵.db');
});
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

function create(): void {
  createDataFile(file, (db) => {
    createTestDb({ tasks: 3, agencies: 4 }, db);
  });
}

test('a new file opens again with safe settings, and leaves one file in its folder', () => {
  create();
  const db = openDataFile(file);
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
  expect(db.pragma('synchronous', { simple: true })).toBe(3);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(runChecks(db)).toEqual([]);
  db.close();
  expect(fs.readdirSync(folder)).toEqual(['责任 矩阵.db']);
});

test('a failed creation leaves nothing behind', () => {
  expect(() =>
    createDataFile(file, () => {
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('an existing file is not replaced', () => {
  fs.writeFileSync(file, 'mine');
  expect(codeOf(create)).toBe('DATA_FILE_EXISTS');
  expect(fs.readFileSync(file, 'utf8')).toBe('mine');
});

test('a missing file is said to be missing and not made', () => {
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_MISSING');
  expect(fs.existsSync(file)).toBe(false);
});

test.each([
  ['an empty file', () => Buffer.alloc(0)],
  ['garbage', () => Buffer.from('PK\u0003\u0004 not a database at all')],
  ['a file cut in half', () => fs.readFileSync(file).subarray(0, 60_000)],
  [
    'a file with garbage in the middle',
    () => {
      const bytes = fs.readFileSync(file);
      bytes.fill(0x5a, 4096, 4096 * 6);
      return bytes;
    },
  ],
])('%s is refused as damaged and left byte for byte as it was', (_, make) => {
  create();
  const bytes = make();
  fs.writeFileSync(file, bytes);
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_DAMAGED');
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
});

test('a file that is to be shown opens with a damaged log, and is refused when the rest is checked', () => {
  create();
  damageTable(file, 'change');
  const bytes = fs.readFileSync(file);
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_DAMAGED');
  const { db, checkRest } = openDataFileToShow(file);
  expect(codeOf(checkRest)).toBe('DATA_FILE_DAMAGED');
  db.close();
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
});

test.each(['assignment', 'task', 'agency', 'progress', 'step'])(
  'a damaged %s is refused before it is shown',
  (table) => {
    create();
    damageTable(file, table);
    expect(codeOf(() => openDataFileToShow(file))).toBe('DATA_FILE_DAMAGED');
  },
);

test('a whole file passes both looks', () => {
  create();
  const { db, checkRest } = openDataFileToShow(file);
  checkRest();
  expect(runChecks(db)).toEqual([]);
  db.close();
});

test("another program's database is refused and not touched", () => {
  const other = new Database(file);
  other.exec('CREATE TABLE t (a)');
  other.close();
  const bytes = fs.readFileSync(file);
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_FOREIGN');
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
});

test('a file from a newer program is refused and not touched', () => {
  create();
  const newer = new Database(file);
  newer.pragma('user_version = 990');
  newer.close();
  const bytes = fs.readFileSync(file);
  expect(codeOf(() => openDataFile(file))).toBe('DATA_FILE_NEWER');
  expect(fs.readFileSync(file).equals(bytes)).toBe(true);
});

test('a write that meets another program in the middle of one is refused, and nothing is half-written', () => {
  create();
  const db = openDataFile(file);
  db.pragma('busy_timeout = 50');
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const taskId = nth(db.prepare('SELECT id FROM task').pluck().all() as never[], 0);
  const agencyId = nth(db.prepare('SELECT id FROM agency ORDER BY id DESC').pluck().all() as never[], 0);
  expect(() =>
    setRoles(db, [{ taskId, agencyId, role: 'lead' }], { client: 'window', manner: 'typed', at: AT }),
  ).toThrow(/locked/);
  other.close();
  expect(
    setRoles(db, [{ taskId, agencyId, role: 'lead' }], { client: 'window', manner: 'typed', at: AT }).touched,
  ).toHaveLength(1);
  db.close();
});

test('after kill -9 in the middle of writing, every confirmed change is there and the file is healthy', async () => {
  create();
  const child = spawn(process.execPath, [fileURLToPath(new URL('write-until-killed.ts', import.meta.url)), file]);
  let confirmed = 0;
  for await (const chunk of child.stdout) {
    confirmed += String(chunk).split('\n').length - 1;
    if (confirmed >= 40) {
      child.kill('SIGKILL');
      break;
    }
  }
  await new Promise((resolve) => child.once('close', resolve));
  const db = openDataFile(file);
  expect(runChecks(db)).toEqual([]);
  const steps = Number(db.prepare(`SELECT count(*) FROM step WHERE code = 'progress.set'`).pluck().get());
  expect(steps).toBeGreaterThanOrEqual(confirmed);
  db.close();
});
