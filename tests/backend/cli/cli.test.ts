import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';
import { fillIn } from '#tests/helpers/returned-forms.ts';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));
let folder = '';
let db = '';

beforeAll(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-cli-')), '张 三');
  fs.mkdirSync(folder);
  db = path.join(folder, '食品 安全.db');
  expect(matrix('init', db).exit).toBe(0);
});
afterAll(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

function matrix(...args: readonly string[]) {
  return matrixWith('', ...args);
}

function matrixWith(input: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { input, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

test('plan read prints the promised shape and nothing else', () => {
  const { exit, out } = matrix('plan', 'read', path.join(SEEDS, 'zezhou-2021-food-safety.txt'), '--json');
  expect(exit).toBe(0);
  const reading = PlanReadingSchema.parse(JSON.parse(out));
  expect(reading.tasks).toHaveLength(53);
});

test('plan phrase answers one JSON line a phrase, blank lines included', () => {
  const { exit, out } = matrixWith('〔县公安局牵头，县教育局配合〕\n\n〔县林业局〕\n', 'plan', 'phrase', '--json');
  expect(exit).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      roles: [
        { agency: '县公安局', role: 'lead' },
        { agency: '县教育局', role: 'cooperating' },
      ],
      scope: '',
    },
    { roles: [], scope: '' },
    { roles: [{ agency: '县林业局', role: 'lead' }], scope: '' },
  ]);
});

// Nine starts of the real program; a busy machine takes a second or two for each.
const ROUND_TIMEOUT_MS = 60_000;

test('progress, form, return, ledger and undo go round on the command line', { timeout: ROUND_TIMEOUT_MS }, () => {
  const set = ['--task', '5', '--agency', '农业农村局', '--period', '2021-10', '--status', '推进中'];
  expect(matrix('progress', 'set', db, ...set, '--narrative', '第一轮', '--percent', '40').exit).toBe(0);
  expect(matrix('forms', db, '--period', '2021-10', '--out', folder, '--agency', '县农业农村局').exit).toBe(0);
  const form = path.join(folder, '县农业农村局—2021年食品安全重点工作安排—2021年10月.xlsx');
  const review = JSON.parse(matrix('returns', db, form, '--json').out);
  expect(review).toMatchObject({ step: null, files: [{ agencyName: '县农业农村局', items: [] }] });
  const ledger = path.join(folder, '台账.xlsx');
  expect(matrix('export', db, '--layout', 'ledger', '--period', '2021-10', '--out', ledger).exit).toBe(0);
  expect(fs.existsSync(ledger)).toBe(true);
  expect(JSON.parse(matrix('dump', db, '--json').out).progress).toMatchObject([
    { task: 5, agency: '县农业农村局', period: '2021-10', percent: 40, origin: 'command-line' },
  ]);
  expect(matrix('undo', db).exit).toBe(0);
  expect(JSON.parse(matrix('dump', db, '--json').out).progress).toEqual([]);
  expect(JSON.parse(matrix('history', db, '--json').out)[0]).toMatchObject({
    ...{ kind: 'undo', code: 'progress.set', origin: 'command-line', client: 'command-line', manner: 'typed' },
  });
  const sent = JSON.parse(matrix('history', db, '--json').out).find(
    (step: { code: string }) => step.code === 'forms.send',
  );
  expect(sent).toMatchObject({ client: 'command-line', origin: 'command-line' });
  expect(matrix('check', db).exit).toBe(0);
});

test.each([
  [
    'an unknown agency',
    ['progress', 'set', '$db', '--task', '5', '--agency', '县气象局', '--status', 'done', '--narrative', 'x'],
    1,
    'AGENCY_UNKNOWN',
  ],
  [
    'an unknown period',
    ['export', '$db', '--layout', 'ledger', '--period', '2030-01', '--out', 'x.xlsx'],
    1,
    'PERIOD_UNKNOWN',
  ],
  [
    'a percentage above 100',
    [
      'progress',
      'set',
      '$db',
      '--task',
      '5',
      '--agency',
      '县农业农村局',
      '--status',
      'done',
      '--narrative',
      'x',
      '--percent',
      '140',
    ],
    2,
    'BAD_PARAMS',
  ],
  ['a missing data file', ['dump', '没有.db', '--json'], 1, 'DATA_FILE_MISSING'],
  ['a document that is no text', ['plan', 'read', process.execPath, '--json'], 1, 'PLAN_TOO_LARGE'],
  ['an existing data file', ['init', '$db'], 1, 'DATA_FILE_EXISTS'],
  ['an unknown command', ['foo'], 2, 'unknown command'],
  ['a missing option', ['forms', '$db'], 2, 'required option'],
  ['an unknown layout', ['export', '$db', '--layout', 'poster', '--out', 'x.xlsx'], 1, 'LAYOUT_UNKNOWN'],
])('%s is refused with its exit code, a reason on standard error, and an empty result', (_, args, exit, reason) => {
  const result = matrix(...args.map((argument) => (argument === '$db' ? db : argument)));
  expect(result).toMatchObject({ exit, out: '' });
  expect(result.err).toContain(reason);
});

test('a file that is no return is refused by its kind, told in the result, and nothing is written', () => {
  const before = matrix('dump', db, '--json').out;
  const document = path.join(SEEDS, 'zezhou-2021-food-safety.txt');
  const result = matrix('returns', db, document, '--accept', 'all', '--json');
  expect(result.exit).toBe(1);
  expect(result.err).toContain('WORKBOOK_KIND_UNSUPPORTED');
  // The plan itself, given as a return: the sentence says where it belongs.
  expect(result.err).toContain('新建计划（读取文件）');
  expect(JSON.parse(result.out)).toMatchObject({
    step: null,
    files: [{ refusal: { code: 'WORKBOOK_KIND_UNSUPPORTED' } }],
  });
  expect(matrix('dump', db, '--json').out).toBe(before);
});

test('returns: a preview writes nothing; what is safe is taken in; the rest says why; lists and 回收情况 know of it', {
  timeout: ROUND_TIMEOUT_MS,
}, async () => {
  const file = path.join(folder, '回收.db');
  const back = path.join(folder, '收 回');
  expect(matrix('init', file).exit).toBe(0);
  const out = ['--period', '2021-10', '--out', back];
  for (const agency of ['县农业农村局', '县林业局'])
    expect(matrix('forms', file, ...out, '--agency', agency).exit).toBe(0);
  const form = path.join(back, '县农业农村局—2021年食品安全重点工作安排—2021年10月.xlsx');
  await fillIn(form, 5, { 进展状态: '推进中', 完成比例: '0.8', 进展情况: '已排查 12 个乡镇' });
  fs.copyFileSync(form, path.join(back, '同一份.xlsx'));
  fs.writeFileSync(path.join(back, '坏的.xlsx'), 'PK');
  const read = (...args: readonly string[]) => JSON.parse(matrix('returns', file, back, ...args, '--json').out);

  const steps = matrix('history', file).out;
  const preview = read();
  expect(preview).toMatchObject({ step: null });
  expect(preview.files.map((each: { fate: string; returnId: null }) => [each.fate, each.returnId])).toEqual([
    ['refused', null],
    ['to-review', null],
    ['to-review', null],
  ]);
  expect(matrix('history', file).out).toBe(steps);
  expect(matrix('returns', 'list', file).out).toBe('');

  const { files, step } = read('--accept', 'safe');
  expect(step.label).toBe('收回 2 份填报表，写入 2 处');
  const taken = files.find(({ agencyName }: { agencyName: string }) => agencyName === '县农业农村局');
  // The percentage is in doubt: it stays undecided, and the return waits for it.
  expect(taken).toMatchObject({ fate: 'to-review', periodLabel: '2021-10', version: 1 });
  expect(taken.witnesses.map(({ about, source }: { about: string; source: string }) => `${about} ${source}`)).toEqual(
    expect.arrayContaining(['agency ids', 'period ids']),
  );
  expect(
    taken.items.map((item: Record<string, unknown>) =>
      ['field', 'base', 'theirs', 'ours', 'decision'].map((key) => item[key]),
    ),
  ).toEqual([
    ['status', '', '推进中', '', 'theirs'],
    ['percent', '', '80', '', null],
    ['narrative', '', '已排查 12 个乡镇', '', 'theirs'],
  ]);
  expect(taken.items[1].doubt).not.toBe('');
  expect(taken.notes.join()).toContain('内容相同');

  const listed = JSON.parse(matrix('returns', 'list', file, '--period', '2021-10', '--json').out);
  expect(listed).toMatchObject([{ state: 'to-review', takenCells: 2 }, { state: 'taken' }]);
  const overview = JSON.parse(matrix('returns', 'overview', file, '--period', '2021-10', '--json').out);
  const cells = new Map(overview.cells.map((cell: { agencyName: string }) => [cell.agencyName, cell]));
  expect(cells.get('县农业农村局')).toMatchObject({ state: 'to-review', version: 1, takenCells: 2, formsSent: 1 });
  expect(cells.get('县教育局')).toMatchObject({ state: 'not-sent', formsSent: 0 });
  const again = read('--accept', 'safe');
  expect(again).toMatchObject({ step: null });
  const waits = again.files.find(({ agencyName }: { agencyName: string }) => agencyName === '县农业农村局');
  expect(waits.items).toMatchObject([{ field: 'percent', theirs: '80', decision: null }]);
  expect(again.reviewId).not.toBe('');
  expect(matrix('check', file).exit).toBe(0);
});

test('forms make their folder when it is not there yet', () => {
  const target = path.join(folder, '填报表', '十月');
  expect(matrix('forms', db, '--period', '2021-10', '--out', target, '--agency', '县林业局').exit).toBe(0);
  expect(fs.readdirSync(target)).toEqual(['县林业局—2021年食品安全重点工作安排—2021年10月.xlsx']);
});

const NEXT_YEAR = `测试县人民政府办公室
关于印发测试县2022年食品安全工作安排的通知

测政办发〔2022〕1号

各乡镇人民政府，县人民政府各有关部门：
现将《测试县2022年食品安全工作安排》印发给你们，请认真贯彻执行。

测试县人民政府办公室
2022年3月5日

测试县2022年食品安全工作安排

一、强化源头治理
1.开展农药残留专项整治。〔县农业农村局牵头，县教育局配合〕
2.开展重金属污染排查。〔县教育局负责〕
`;

test('a second plan comes into the file, and each command says or is told which one it means', {
  timeout: ROUND_TIMEOUT_MS,
}, () => {
  const file = path.join(folder, '两年.db');
  const document = path.join(folder, '2022.txt');
  fs.writeFileSync(document, NEXT_YEAR);
  expect(matrix('init', file).exit).toBe(0);
  expect(matrix('plan', 'add', file, document)).toMatchObject({
    exit: 0,
    out: '2\t加入计划《测试县2022年食品安全工作安排》\n',
  });
  const plans = JSON.parse(matrix('plans', file, '--json').out);
  expect(plans).toMatchObject([
    { id: 2, year: 2022, documentNumber: '测政办发〔2022〕1号', archivedOn: null },
    { id: 1, year: 2021 },
  ]);

  const unclear = matrix('dump', file, '--json');
  expect(unclear).toMatchObject({ exit: 1, out: '' });
  expect(unclear.err).toContain('PLAN_NOT_CHOSEN');
  expect(unclear.err).toContain('2 2022年《测试县2022年食品安全工作安排》');
  expect(matrix('dump', file, '--plan', '2023').err).toContain('PLAN_UNKNOWN');

  const set = [
    '--task',
    '2',
    '--agency',
    '县教育局',
    '--status',
    'done',
    '--narrative',
    '已完成',
    '--period',
    '2022-10',
  ];
  expect(matrix('progress', 'set', file, '--plan', '2022', ...set).exit).toBe(0);
  const { plan, progress } = JSON.parse(matrix('dump', file, '--plan', '测政办发〔2022〕1号').out);
  expect(plan.year).toBe(2022);
  expect(progress).toMatchObject([{ task: 2, agency: '县教育局', period: '2022-10', status: 'done' }]);
  const ledger = path.join(folder, '2022台账.xlsx');
  const layout = ['--layout', 'ledger', '--period', '2022-10', '--out', ledger];
  // Two tasks with three roles between them.
  expect(matrix('export', file, '--plan', '2022', ...layout).out).toBe('2022台账.xlsx\t3\n');
});
