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

/** What a command printed for programs. */
function json(...args: readonly string[]) {
  const { exit, out, err } = matrix(...args, '--json');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out);
}

function aFile(): { readonly db: string; readonly folder: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-deadlines-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  return { db, folder };
}

// Some twenty starts of the real program; a busy machine takes a second or two for each.
const ROUND_TIMEOUT_MS = 120_000;

test('periods of all kinds are made, dated, carried on and listed with the day that counts', {
  timeout: ROUND_TIMEOUT_MS,
}, () => {
  const { db } = aFile();
  const made = json('period', 'make', db, '--kind', 'quarter', '--due-day', '20', '--on-holiday', 'next-workday');
  expect(made.label).toBe('生成 2021 年报送期 4 期（季）；设定报送时限：季报 季末月20日前');
  json('period', 'own', db, '--label', '专项行动', '--from', '2021-07-01', '--to', '2021-08-31', '--due', '2021-09-05');
  json('period', 'due', db, '--period', '2021-10', '--due', '2021-10-03', '--on-holiday', 'next-workday');
  const listed = json('periods', db);
  const due = (label: string) => listed.find((period: { label: string }) => period.label === label)?.dueOn;
  expect(due('2021年第二季度')).toBe('2021-06-21');
  expect(due('专项行动')).toBe('2021-09-05');
  expect(due('2021-10')).toBe('2021-10-08');
  expect(matrix('period', 'make', db, '--kind', 'quarter').err).toContain('NOTHING_TO_CHANGE');
  expect(matrix('period', 'due', db, '--period', '2021-10', '--due', 'morgen').exit).toBe(2);

  const cadence = json('cadence', db, '--task', '5,8', '--kind', 'quarter');
  expect(cadence.label).toBe('2 项任务改为按季报送');
  const set = ['--task', '1', '--agency', '县市场监督管理局', '--status', '推进中', '--narrative', '已排查'];
  expect(matrix('progress', 'set', db, ...set, '--period', '2021-09').exit).toBe(0);
  expect(json('period', 'carry', db, '--period', '2021-10', '--fields', 'status,narrative').label).toBe(
    '2021年10月沿用2021年9月 1 处内容',
  );
});

test('what is late is listed; putting off, closing and opening again change it', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db } = aFile();
  const late = () =>
    json('overdue', db, '--today', '2021-10-18').filter(
      (row: { task: number; period: string }) => row.task === 5 && row.period === '2021-10',
    );
  expect(late()).toMatchObject([
    { agency: '县农业农村局', dueOn: '2021-10-15', days: 3, because: expect.stringContaining('尚未报送') },
  ]);
  const place = ['--task', '5', '--agency', '县农业农村局'];
  const extended = json(
    'extension',
    db,
    ...place,
    '--period',
    '2021-10',
    '--due',
    '2021-10-25',
    '--reason',
    '汛期影响',
    '--approver',
    '张三',
    '--today',
    '2021-10-14',
  );
  expect(extended.tasks[0].extensions).toMatchObject([{ dueOn: '2021-10-25', approvedOn: '2021-10-14' }]);
  expect(late()).toEqual([]);
  const closed = json('closing', db, ...place, '--on', '2021-10-10', '--basis', '验收报告');
  expect(closed.tasks[0].closings).toMatchObject([{ closedOn: '2021-10-10', basis: '验收报告', reopenedOn: null }]);
  expect(matrix('closing', db, ...place, '--on', '2021-10-10', '--basis', '验收报告').err).toContain('ALREADY_CLOSED');
  expect(matrix('closing', db, ...place, '--reopen').err).toContain('APPROVAL_MISSING');
  const opened = json('closing', db, ...place, '--reopen', '--reason', '复查未通过', '--today', '2021-10-20');
  expect(opened.tasks[0].closings).toMatchObject([{ reopenedOn: '2021-10-20', reopenReason: '复查未通过' }]);
});

test('a closing is proven by files, and by evidence that is there', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db, folder } = aFile();
  const [record, opinion] = ['检查记录.pdf', '验收意见.pdf'].map((name) => path.join(folder, name));
  if (!record || !opinion) throw new Error('two files');
  fs.writeFileSync(record, '检查记录');
  fs.writeFileSync(opinion, '验收意见');
  const place = ['--task', '5', '--agency', '县农业农村局'];
  expect(matrix('evidence', 'add', db, record, ...place).exit).toBe(0);
  const close = ['closing', db, ...place, '--on', '2021-10-10', '--basis', '验收报告'];
  expect(matrix(...close, '--proven-by', '5-县农业农村局-07').err).toContain('EVIDENCE_UNKNOWN');
  const closed = json(...close, '--proven-by', '5-县农业农村局-01', '--evidence', opinion);
  expect(closed.label).toBe('办结：第 5 项 农业农村局（2021-10-10，依据：验收报告，佐证材料 2 份）');
  expect(closed.tasks[0].closings[0].evidence).toMatchObject([{ title: '检查记录' }, { title: '验收意见' }]);
  expect(json('evidence', 'list', db)).toMatchObject([
    { number: '5-县农业农村局-01', closing: '2021-10-10' },
    { number: '5-县农业农村局-02', closing: '2021-10-10', state: 'whole' },
  ]);
  expect(matrix('undo', db).exit).toBe(0);
  expect(json('evidence', 'list', db)).toMatchObject([{ number: '5-县农业农村局-01', closing: null }]);
});

test('the calendar is listed, imported and put back', { timeout: ROUND_TIMEOUT_MS }, () => {
  const { db, folder } = aFile();
  expect(json('calendar', 'list', db).map(({ year }: { year: number }) => year)).toEqual(
    Array.from({ length: 23 }, (_, index) => 2026 - index),
  );
  const notice = path.join(folder, '通知.txt');
  fs.writeFileSync(notice, '2021年国庆节：10月1日至3日放假，共3天。10月9日（周六）上班。');
  expect(json('calendar', 'import', db, notice).years).toMatchObject([{ year: 2021, workdays: ['2021-10-09'] }]);
  json('period', 'due', db, '--period', '2021-10', '--due', '2021-10-03', '--on-holiday', 'next-workday');
  expect(json('periods', db)[9].dueOn).toBe('2021-10-04');
  json('calendar', 'reset', db, '--year', '2021');
  expect(json('periods', db)[9].dueOn).toBe('2021-10-08');
  fs.writeFileSync(notice, '没有日期');
  expect(matrix('calendar', 'import', db, notice).err).toMatch(/^CALENDAR_UNREADABLE: 没有从中读到节假日安排/u);
});
