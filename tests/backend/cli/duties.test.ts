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

function aFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-duties-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  return db;
}

// Ten starts of the real program; a busy machine takes a second or two for each.
const ROUND_TIMEOUT_MS = 60_000;

test('regular duties are listed, recorded and defined on the command line', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aFile();
  const duties = (day: string) => JSON.parse(matrix('duties', db, '--json', '--today', day).out);
  const october = { task: 52, agency: '各乡镇人民政府', period: '2021-10', dueOn: '2021-10-15' };
  expect(duties('2021-10-16')).toHaveLength(22);
  expect(duties('2021-10-16')).toContainEqual(
    expect.objectContaining({ ...october, needed: 1, received: 0, short: 1, state: 'overdue' }),
  );
  const piece = ['--task', '52', '--agency', '各乡镇', '--period', '2021-10', '--title', '冷链检查'];
  expect(matrix('duty', 'record', db, ...piece, '--on', '2021-10-12').out).toBe(
    '2\t登记报送：各乡镇 2021年10月《冷链检查》\n',
  );
  expect(duties('2021-10-16')).toContainEqual(
    expect.objectContaining({ ...october, needed: 1, received: 1, short: 0, state: 'delivered' }),
  );
  expect(matrix('duty', 'record', db, ...piece.with(1, '51')).err).toMatch(/^DUTY_UNKNOWN: /u);
  expect(matrix('duty', 'record', db, ...piece.with(5, '2021-13')).err).toMatch(/^DUTY_PERIOD_UNKNOWN: .*2021-01/u);
  const weekly = ['--task', '5', '--title', '周报', '--cadence', 'week'];
  expect(matrix('duty', 'set', db, ...weekly, '--due-day', '9')).toMatchObject({ exit: 2, out: '' });
  expect(matrix('duty', 'set', db, ...weekly, '--due-day', '5').exit).toBe(0);
  expect(duties('2021-01-05')[0]).toMatchObject({ task: 5, period: '2021年第1周', dueOn: '2021-01-08' });
});

test('who owes what is told, and kept, on the command line', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aFile();
  const october = ['--period', '2021-10', '--today', '2021-10-28'];
  const owing = JSON.parse(matrix('remind', db, ...october, '--json').out);
  expect(owing.find(({ agency }: { agency: string }) => agency === '县教育局')).toMatchObject({
    ...{ tasks: [12, 42], daysLate: 13, proposed: 'red', text: expect.stringMatching(/^县教育局：\n/u) },
  });
  const told = ['--agency', '县教育局', ...october];
  expect(matrix('reminder', 'add', db, ...told, '--told', '张三', '--promised', '2021-10-30').exit).toBe(0);
  expect(matrix('reminder', 'add', db, ...told, '--slip', 'red').out).toBe('3\t开红单：教育局 (2021)红1号\n');
  expect(matrix('reminder', 'answer', db, '--id', '2', '--answer', '明天报', ...october).exit).toBe(0);
  expect(JSON.parse(matrix('reminder', 'list', db, '--json', '--today', '2021-11-02').out)).toMatchObject([
    { id: 2, agency: '县教育局', period: '2021-10', tasks: [12, 42], number: '(2021)红1号', answer: '明天报' },
    { id: 1, manner: 'call', told: '张三', promisedOn: '2021-10-30', promise: 'passed' },
  ]);
  expect(matrix('remind', db, '--period', '2021-12', '--today', '2021-10-28', '--json').out).toBe('[]\n');
});
