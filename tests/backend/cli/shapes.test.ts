// What others script against: the fields of every answer, refusals with a code and a sentence, and what is late when.
// One file a test, in one process: the program itself is started by the other tests of this folder.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCli } from '#backend/cli/run-cli.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-shapes-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function matrix(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text) => void out.push(String(text)));
  const error = vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)));
  const usage = vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  try {
    return { exit: await runCli(args), out: out.join('\n'), err: err.join('\n') };
  } finally {
    for (const spy of [log, error, usage]) spy.mockRestore();
  }
}

async function json(...args: readonly string[]) {
  const { exit, out, err } = await matrix(...args, '--json');
  expect([exit, err], args.join(' ')).toEqual([0, '']);
  return JSON.parse(out);
}

let db = '';
let made = 0;
beforeEach(async () => {
  db = path.join(folder, `${made++} 张三.db`);
  expect((await matrix('init', db)).exit).toBe(0);
});

const NOVEMBER = ['--period', '2021-11'] as const;
const ROWS: Readonly<Record<string, { readonly args: readonly string[]; readonly fields: readonly string[] }>> = {
  periods: { args: [], fields: ['label', 'kind', 'startsOn', 'endsOn', 'dueOn', 'closedOn'] },
  ledger: {
    args: NOVEMBER,
    fields: [
      ...['task', 'agency', 'role', 'status', 'percent', 'narrative', 'problems', 'nextSteps', 'reportedOn'],
      ...['targets', 'light', 'because'],
    ],
  },
  lights: { args: NOVEMBER, fields: ['task', 'agency', 'light', 'word', 'because', 'dueOn'] },
  overdue: { args: [], fields: ['task', 'agency', 'dueOn', 'days', 'because'] },
  duties: { args: [], fields: ['task', 'agency', 'period', 'dueOn', 'needed', 'received', 'short'] },
  remind: { args: NOVEMBER, fields: ['agency', 'tasks', 'text'] },
};
const STATISTICS = ['byStatus', 'byLight', 'byRole', 'bySection', 'byAgency', 'byKind', 'targets', 'ranking'] as const;
const READERS = { ...ROWS, stats: { args: [], fields: STATISTICS } };

async function expectShapes(file: string, plan: readonly string[]): Promise<void> {
  for (const [command, { args, fields }] of Object.entries(ROWS)) {
    const rows = await json(command, file, ...args, ...plan, '--today', '2021-12-16');
    expect(Array.isArray(rows), command).toBe(true);
    for (const row of rows) expect(Object.keys(row), command).toEqual(expect.arrayContaining([...fields]));
  }
  const figures = await json('stats', file, ...plan, '--today', '2021-12-16');
  for (const field of STATISTICS) expect(figures[field], field).toBeInstanceOf(Array);
  for (const row of figures.ranking)
    expect(row).toMatchObject({ agency: expect.any(String), because: expect.any(String) });
  expect(await json('history', file, '--at', '2099-01-01', ...plan)).toEqual(await json('dump', file, ...plan));
  expect(await matrix('check', file)).toMatchObject({ exit: 0 });
}

describe('the shapes', { timeout: 60_000 }, () => {
  test('of a plan that has nothing yet, and of two plans in one file', async () => {
    await expectShapes(db, []);
    const [row] = await json('ledger', db, '--period', '2021-11', '--today', '2021-11-01');
    expect(row).toMatchObject({ task: 1, agency: '县市场监督管理局', role: 'lead', status: null, targets: [] });
    await json('year', 'new', db);
    for (const [command, { args }] of Object.entries(READERS)) {
      expect(await matrix(command, db, ...args), command).toMatchObject({
        exit: 1,
        err: expect.stringMatching(/^PLAN_NOT_CHOSEN: .*2022年/u),
      });
    }
    await expectShapes(db, ['--plan', '2021']);
    expect((await json('periods', db, '--plan', '2022'))[0]).toMatchObject({ label: '2022-01', dueOn: '2022-01-15' });
    expect(await matrix('year', 'new', db, '--plan', '2021')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/^PLAN_ALREADY_IN_FILE: /u),
    });
  });

  test.each([10, 20, 30, 40])('of a file of format %i', async (format) => {
    const file = path.join(folder, `format-${format}.db`);
    fs.copyFileSync(new URL(`../../fixtures/format-${format}.db`, import.meta.url), file);
    const [plan] = await json('plans', file);
    await expectShapes(file, ['--plan', String(plan.id)]);
  });
});

test('what is wrong is refused with a code and a sentence, and nothing is written', { timeout: 60_000 }, async () => {
  const place = ['--task', '5', '--agency', '县农业农村局'];
  const extension = ['--due', '2021-12-01', '--reason', '汛情', '--approver', '张三'];
  const refused: readonly (readonly [code: string, ...args: readonly string[]])[] = [
    ...['ledger', 'lights', 'remind', 'stats'].map(
      (name) => ['PERIOD_UNKNOWN', name, db, '--period', '2031-01'] as const,
    ),
    ...Object.entries(READERS).map(([name, { args }]) => ['PLAN_UNKNOWN', name, db, ...args, '--plan', '无'] as const),
    ['LIGHT_RULES_UNKNOWN', 'lights', db, ...NOVEMBER, '--rules', '无'],
    ['AGENCY_UNKNOWN', 'target', 'set', db, '--task', '14', '--agency', '火星局', ...NOVEMBER, '--value', '1'],
    ['TARGET_UNKNOWN', 'target', 'set', db, ...place, ...NOVEMBER, '--value', '1'],
    ['DUTY_UNKNOWN', 'duty', 'record', db, ...place, ...NOVEMBER, '--title', '信息'],
    ['NOT_ASSIGNED', 'extension', db, '--task', '5', '--agency', '县委宣传部', ...extension],
    ['NOT_ASSIGNED', 'closing', db, '--task', '5', '--agency', '宣传部', '--basis', '验收'],
    ['TASK_UNKNOWN', 'extension', db, '--task', '99', ...extension],
    ['APPROVAL_MISSING', 'closing', db, '--task', '5'],
    ['NOT_YET_CLOSED', 'closing', db, '--task', '5', '--reopen', '--reason', '复查'],
    ['PERIOD_NOT_CLOSED', 'period', 'reopen', db, ...NOVEMBER, '--reason', '补报'],
    ['PERIOD_UNKNOWN', 'period', 'close', db, '--period', '2031-01'],
    ['BEFORE_FIRST_STEP', 'history', db, '--at', '2001-01-01T00:00:00Z'],
    ['YEAR_NONE_BEFORE', 'year', 'compare', db],
  ];
  for (const [code, ...args] of refused) {
    const { exit, out, err } = await matrix(...args);
    expect([exit, out], args.join(' ')).toEqual([1, '']);
    expect(err, args.join(' ')).toMatch(new RegExp(`^${code}: .*[\\u4e00-\\u9fff]`, 'u'));
  }
  for (const [name, { args }] of Object.entries(READERS)) {
    for (const day of ['2021-02-30', '昨天', '']) {
      expect((await matrix(name, db, ...args, '--today', day)).exit, `${name} ${day}`).toBe(2);
    }
  }
  const rules = path.join(folder, 'rules.json');
  fs.writeFileSync(rules, '{"name":1}');
  expect(await matrix('light-rules', 'save', db, rules)).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/^BAD_PARAMS: /u),
  });
  expect(await json('history', db)).toHaveLength(1);
  expect((await matrix('check', db)).exit).toBe(0);
});

describe('what is late', { timeout: 60_000 }, () => {
  type Late = { readonly task: number; readonly agency: string; readonly dueOn: string };
  const of = (rows: readonly Late[], task: number) => rows.filter((row) => row.task === task);
  const overdue = async (today: string) => json('overdue', db, '--today', today);

  test('task 53 on 19, 20 and 21 November, once for each unit, and no more once its report came', async () => {
    expect(of(await overdue('2021-11-19'), 53)).toEqual([]);
    expect(of(await overdue('2021-11-20'), 53)).toEqual([]);
    const late = { dueOn: '2021-11-20', days: 1, period: '2021-11' };
    expect(of(await overdue('2021-11-21'), 53)).toMatchObject([
      { agency: '各乡镇人民政府', ...late },
      { agency: '县食品安全委员会各成员单位', ...late },
    ]);
    const record = ['--task', '53', '--agency', '各乡镇人民政府', '--period', '2021年', '--title', '年度报告'];
    await json('duty', 'record', db, ...record, '--on', '2021-11-18', '--today', '2021-11-18');
    expect(of(await overdue('2021-11-21'), 53)).toMatchObject([{ agency: '县食品安全委员会各成员单位', ...late }]);
    const lights = of(await json('lights', db, '--period', '2021-10', '--today', '2021-11-21'), 53);
    expect(lights).toMatchObject([
      { agency: '县食品安全委员会各成员单位', light: 'overdue', dueOn: '2021-11-20' },
      { agency: '各乡镇人民政府', light: 'waiting', because: expect.stringContaining('不再催报') },
    ]);
  });

  test('nothing that was due before the plan was issued', async () => {
    const rows = await overdue('2021-11-08');
    expect(new Set(rows.map(({ dueOn }: { dueOn: string }) => dueOn))).toEqual(new Set(['2021-10-15']));
    const [light] = await json('lights', db, '--period', '2021-01', '--today', '2021-11-08');
    expect(light).toMatchObject({ light: 'waiting', missing: true, because: expect.stringContaining('不计逾期') });
  });

  test('is what lights and the reminder say, each task by its number', async () => {
    const today = ['--today', '2021-11-16'] as const;
    const lights = await json('lights', db, ...NOVEMBER, ...today);
    const isLate = ({ light }: { readonly light: string }) => light === 'overdue';
    const place = ({ task, agency }: { readonly task: number; readonly agency: string }) => `${task} ${agency}`;
    const rows = (await overdue('2021-11-16')).filter(({ period }: { period: string }) => period === '2021-11');
    expect(new Set(rows.map(place))).toEqual(new Set(lights.filter(isLate).map(place)));
    const told = (await json('remind', db, ...NOVEMBER, ...today)).flatMap(
      ({ agency, text }: { readonly agency: string; readonly text: string }) =>
        [...text.matchAll(/第 (\d+) 项/gu)].map(([, task]) => `${task} ${agency}`),
    );
    // Of 53 the text tells as well: its day is near.
    const near = lights.filter(({ task }: { task: number }) => task === 53).map(place);
    expect(new Set(told)).toEqual(new Set([...lights.filter(isLate).map(place), ...near]));
  });

  test('a due day on 国庆 that moves or stays, and a report that was put off', async () => {
    const due = ['period', 'due', db, '--period', '2021-10', '--due', '2021-10-01'] as const;
    const dueOn = async () =>
      (await json('periods', db)).find(({ label }: { label: string }) => label === '2021-10').dueOn;
    await json(...due, '--on-holiday', 'next-workday');
    expect(await dueOn()).toBe('2021-10-08');
    expect(of(await overdue('2021-10-08'), 1)).toEqual([]);
    expect(of(await overdue('2021-10-09'), 1)).not.toEqual([]);
    await json(...due);
    expect(await dueOn()).toBe('2021-10-01');
    const put = ['--task', '5', '--period', '2021-11', '--due', '2021-11-30', '--reason', '汛情', '--approver', '张三'];
    await json('extension', db, ...put);
    const november = async (today: string) => {
      const rows = of(await overdue(today), 5) as readonly { readonly task: number; readonly dueOn: string }[];
      return rows.map((row) => row.dueOn).filter((day) => day > '2021-11-01');
    };
    expect(await november('2021-11-30')).toEqual([]);
    expect(await november('2021-12-01')).toEqual(['2021-11-30']);
    const close = ['closing', db, '--task', '5', '--basis', '验收', '--on', '2021-11-20'] as const;
    await json(...close);
    expect(await november('2021-12-01')).toEqual([]);
    await json('closing', db, '--task', '5', '--reopen', '--reason', '复查', '--on', '2021-11-25');
    expect(await november('2021-12-01')).toEqual(['2021-11-30']);
  });

  test('a matter by its workdays over a holiday, and nothing of it from before it came up', async () => {
    const words = ['--kind', '会议议定', '--content', '整改农贸市场', '--lead', '县公安局'];
    const { task } = await json('matter', 'add', db, ...words, '--on', '2021-09-29', '--workdays', '5');
    expect(of(await overdue('2021-10-12'), task)).toEqual([]);
    expect(of(await overdue('2021-10-13'), task)).toMatchObject([{ agency: '县公安局', dueOn: '2021-10-12', days: 1 }]);
  });
});

test('a period is closed with a reason, what is written says its day, each step is printed for programs', async () => {
  const place = ['--task', '5', '--agency', '农业农村局', '--period', '2021-10'];
  const written = ['--status', 'done', '--narrative', '办结', '--today', '2021-10-14'];
  expect(await json('progress', 'set', db, ...place, ...written)).toMatchObject({ step: 2 });
  const rows = await json('ledger', db, '--period', '2021-10');
  expect(rows.find(({ task, role }: { task: number; role: string }) => task === 5 && role === 'lead')).toMatchObject({
    reportedOn: '2021-10-14',
  });
  const close = ['period', 'close', db, '--period', '2021-10', '--today', '2021-10-31', '--reason', '月报\n已上报'];
  expect(await json(...close)).toMatchObject({
    label: '关闭2021年10月（应报 103 项，未报 102 项；原因：月报 已上报）',
    period: { closedOn: '2021-10-31' },
  });
  expect(await json('undo', db)).toMatchObject({ step: 4 });
});
