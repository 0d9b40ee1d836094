import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createDataFile, openDataFile } from '#db/open.ts';
import { readOtherDataFile } from '#db/other-data-file.ts';
import { listPlans } from '#db/queries/plan.queries.ts';
import { createTestDb } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

let folder = '';
let own = '';
let other = '';

beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-')), '张 三的U盘');
  onTestFinished(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));
  fs.mkdirSync(folder);
  // Temporary files of these tests alone: a program that was ended elsewhere on the machine may have left some.
  const temporaryFolder = path.join(path.dirname(folder), 'tmp');
  fs.mkdirSync(temporaryFolder);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporaryFolder);
  onTestFinished(() => void vi.unstubAllEnvs());
  [own, other] = [path.join(folder, '责任矩阵.db'), path.join(folder, '乡镇 责任矩阵.db')];
  for (const file of [own, other]) createDataFile(file, (db) => void createTestDb({ tasks: 2, agencies: 2 }, db));
});

const titles = (file: string) => readOtherDataFile(file, own, (db) => listPlans(db).map(({ title }) => title));
const temporary = () => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('zeren-other-'));

/** Changes a data file behind the program's back. */
function tamper(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

test('another data file is read from a copy: it stays byte for byte, its folder too, and the copy is gone', () => {
  const before = fs.readFileSync(other);
  fs.chmodSync(other, 0o444);
  const kept = readOtherDataFile(other, own, (db, file) => {
    expect(listPlans(db)).toHaveLength(1);
    expect(temporary()).not.toEqual([]);
    return file;
  });
  expect(kept.content).toEqual(before);
  expect(kept.sha256).toBe(createHash('sha256').update(before).digest('hex'));
  expect(fs.readFileSync(other)).toEqual(before);
  expect(fs.readdirSync(folder).toSorted()).toEqual(['乡镇 责任矩阵.db', '责任矩阵.db'].toSorted());
  expect(temporary()).toEqual([]);
});

test.each(['format-10.db', 'format-20.db'])(
  'a file of an older program (%s) is brought up to date in the copy alone',
  (name) => {
    const file = path.join(folder, name);
    fs.copyFileSync(fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)), file);
    const before = fs.readFileSync(file);
    expect(titles(file)).toHaveLength(1);
    expect(fs.readFileSync(file)).toEqual(before);
    expect(fs.readdirSync(folder).filter((entry) => entry.includes('备份'))).toEqual([]);
  },
);

test.each<[string, string, (file: string) => void]>([
  ['a newer program', 'DATA_FILE_NEWER', (file) => tamper(file, 'PRAGMA user_version = 9990')],
  ['another program', 'DATA_FILE_FOREIGN', (file) => tamper(file, 'PRAGMA application_id = 7')],
  ['no program of ours', 'DATA_FILE_DAMAGED', (file) => fs.writeFileSync(file, '序号,任务\n'.repeat(50))],
  ['nobody, it is empty', 'DATA_FILE_DAMAGED', (file) => fs.writeFileSync(file, '')],
  [
    'somebody who pulled the stick out too early',
    'DATA_FILE_DAMAGED',
    (file) => fs.truncateSync(file, fs.statSync(file).size / 2),
  ],
  [
    'somebody with a view of his own',
    'DATA_FILE_FOREIGN',
    (file) =>
      tamper(
        file,
        'DROP VIEW owed; CREATE VIEW owed AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
      ),
  ],
  [
    'somebody with a trigger of his own',
    'DATA_FILE_FOREIGN',
    (file) => tamper(file, 'CREATE TRIGGER t AFTER INSERT ON task BEGIN DELETE FROM progress; END'),
  ],
  ['somebody who is working in it', 'DATA_FILE_BUSY', (file) => fs.writeFileSync(`${file}-journal`, 'half')],
  ['nobody, it is gone', 'DATA_FILE_MISSING', (file) => fs.rmSync(file)],
])('a file of %s is refused with %s', (_, code, change) => {
  change(other);
  const before = fs.existsSync(other) ? fs.readFileSync(other) : null;
  expect(codeOf(() => titles(other))).toBe(code);
  expect(fs.existsSync(other) ? fs.readFileSync(other) : null).toEqual(before);
  expect(temporary()).toEqual([]);
});

test('the file that is open is no other, under any of its names', () => {
  const link = path.join(folder, '链接.db');
  fs.symlinkSync(own, link);
  expect(codeOf(() => titles(own))).toBe('DATA_FILE_SAME');
  expect(codeOf(() => titles(link))).toBe('DATA_FILE_SAME');
});

test('data files that the other one keeps are not kept again, and what else it keeps is', () => {
  const keep = (content: Uint8Array, name: string) => {
    const db = openDataFile(other);
    const sha256 = createHash('sha256').update(content).digest('hex');
    db.prepare('INSERT INTO stored_file VALUES (?, ?, ?, ?, ?)').run(sha256, name, content.byteLength, content, '2021');
    db.close();
  };
  const form = new Uint8Array([0x50, 0x4b, 3, 4]);
  keep(form, '表.xlsx');
  keep(fs.readFileSync(own), '责任矩阵.db');
  const before = fs.readFileSync(other);
  const read = () => readOtherDataFile(other, own, (_, file) => file);
  const { content, sha256 } = read();
  expect(content.byteLength).toBeLessThan(before.byteLength);
  expect(read().sha256).toBe(sha256);
  expect(fs.readFileSync(other)).toEqual(before);
  const kept = path.join(folder, '留存.db');
  fs.writeFileSync(kept, content);
  expect(titles(kept)).toHaveLength(1);
  const db = openDataFile(kept);
  const files = db.prepare('SELECT name, length(content) AS length FROM stored_file ORDER BY length').all();
  expect(files).toEqual([
    { name: '责任矩阵.db', length: 0 },
    { name: '表.xlsx', length: 4 },
  ]);
  db.close();
});
