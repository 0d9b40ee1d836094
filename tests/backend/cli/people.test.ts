import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

const json = (...args: readonly string[]) => JSON.parse(matrix(...args, '--json').out);

function aDataFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-people-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  return db;
}

// Some ten starts of the real program each; a busy machine takes a second or two for one.
const ROUND_TIMEOUT_MS = 90_000;

test('matters are added and listed, contacts named and listed', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aDataFile();
  const when = ['--on', '2021-09-24', '--workdays', '30', '--lead', '县教育局', '--coop', '县公安局'];
  const add = ['matter', 'add', db, '--kind', '会议议定', '--content', '开展专项整治。', '--source', '常务会议'];
  expect(json(...add, ...when)).toMatchObject({ step: 2, task: 54 });
  expect(json('matter', 'list', db)).toMatchObject([
    { task: 54, kind: 'meeting', source: '常务会议', aroseOn: '2021-09-24', workdays: 30, dueOn: '2021-11-10' },
  ]);
  expect(matrix(...add, '--kind', '通知')).toMatchObject({ exit: 2, out: '' });
  expect(matrix(...add, ...when, '--due', '2021-12-01').err).toMatch(/^MATTER_DUE_TWICE: /u);

  const set = ['contact', 'set', db, '--agency', '县教育局', '--today', '2021-10-12'];
  expect(json(...set, '--name', '张三', '--phone', '0356-1')).toMatchObject({ label: '联络员：教育局 张三' });
  expect(matrix(...set, '--name', '李四').out).toContain('联络员接替：教育局 张三 → 李四');
  expect(matrix(...set).err).toMatch(/^CONTACT_EMPTY: /u);
  expect(json('contacts', db, '--agency', '县教育局')).toMatchObject([
    { agency: '县教育局', reporter: '李四', since: '2021-10-12', stands: true },
    { reporter: '张三', phone: '0356-1', stands: false },
  ]);
  expect(json('leaders', db)).toEqual({ leaders: [], unlisted: [] });
});

test('a new year is made and compared with the old one', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aDataFile();
  expect(json('year', 'new', db, '--dry-run')).toMatchObject({ year: 2022, counts: { carried: 53, new: 0 } });
  expect(matrix('year', 'new', db, '--year', '2021').err).toMatch(/^YEAR_NOT_LATER: /u);
  expect(json('year', 'new', db)).toMatchObject({ step: 2, plan: 2 });
  const { items, previousYear } = json('year', 'compare', db, '--plan', '2022');
  expect([previousYear, items.length]).toEqual([2021, 53]);
  expect(items[0]).toMatchObject({ task: 1, previousTask: 1, state: 'carried', ending: { words: '去年：没有报送' } });
  expect(matrix('year', 'compare', db, '--plan', '2021').err).toMatch(/^YEAR_NONE_BEFORE: /u);
});
