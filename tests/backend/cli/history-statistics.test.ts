// The log, the past and the figures of a plan from the command line, in the shapes that others script against.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isoDate } from '#shared/domain/period.ts';
import { DEFAULT_SCORING } from '#shared/domain/scoring-rule.ts';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-cli-'));
const db = path.join(folder, '食品 安全.db');

beforeAll(() => void expect(matrix('init', db).exit).toBe(0));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

function json(...args: readonly string[]) {
  const { exit, out, err } = matrix(...args, '--json');
  expect([exit, err]).toEqual([0, '']);
  return JSON.parse(out);
}

const DONE = ['--status', 'done', '--narrative', '已办结', '--period', '2021-10'] as const;

// A dozen starts of the real program; a busy machine takes a second or two for each.
test('the past is printed in the shape of dump, steps carry their operator, the log is narrowed', {
  timeout: 120_000,
}, () => {
  const start = json('dump', db);
  const before = new Date().toISOString();
  const set = ['progress', 'set', db, '--task', '5', '--agency', '县农业农村局', ...DONE];
  expect(matrix(...set, '--operator', '张三').exit).toBe(0);
  const after = json('dump', db);
  expect(after.progress).toHaveLength(1);
  expect(matrix('--operator', '李四', 'undo', db).exit).toBe(0);
  expect(json('history', db, '--at', before)).toEqual(start);
  expect(json('history', db, '--at', new Date(Date.now() + 60_000).toISOString(), '--plan', '2021')).toEqual(start);
  const log = json('history', db);
  expect(log.map(({ kind, actor, client }: Record<string, unknown>) => [kind, actor, client])).toEqual([
    ['undo', '李四', 'command-line'],
    ['do', '张三', 'command-line'],
    ['do', os.userInfo().username, 'command-line'],
  ]);
  const between = log[1].at;
  expect(json('history', db, '--at', between)).toEqual(after);
  const narrowed = json('history', db, '--task', '5', '--agency', '县农业农村局', '--actor', '张三', '--words', '填写');
  expect(narrowed.map(({ id }: { id: number }) => id)).toEqual([2]);
  expect(json('history', db, '--to', '2000-01-01')).toEqual([]);

  expect(matrix('history', db, '--at', '2001-01-01', '--json')).toMatchObject({
    exit: 1,
    out: '',
    err: expect.stringMatching(/^BEFORE_FIRST_STEP: 2001年1月1日 23:59之前这个数据文件还没有任何内容/u),
  });
  expect(matrix('history', db, '--at', '昨天')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('TIME_UNREADABLE'),
  });
  expect(matrix('undo', db, '--operator', ' ').exit).toBe(2);
});

test('a plan in figures, by period, compared, ranked by a rule that can be set', { timeout: 120_000 }, () => {
  expect(matrix('progress', 'set', db, '--task', '6', '--agency', '市生态环境局泽州分局', ...DONE).exit).toBe(0);
  const october = json('stats', db, '--period', '2021-10', '--today', '2021-10-31');
  expect(Object.keys(october)).toEqual(
    expect.arrayContaining(['byStatus', 'byLight', 'byRole', 'bySection', 'byAgency', 'byKind', 'targets', 'ranking']),
  );
  expect(october).toMatchObject({ on: '2021-10-31', periods: [{ label: '2021-10' }], owed: 103, reported: 1, done: 1 });
  expect(october.byAgency).toContainEqual(
    expect.objectContaining({ key: '市生态环境局泽州分局', name: '市生态环境局泽州分局', done: 1 }),
  );
  expect(october.targets).toContainEqual(
    expect.objectContaining({ task: 14, wanted: 4, unit: '批次/千人', met: null }),
  );
  const [first] = october.ranking;
  expect(first).toMatchObject({
    rank: 1,
    agency: expect.any(String),
    score: expect.any(Number),
    because: expect.any(String),
  });
  // Without a period: all that have begun by the day.
  expect(json('stats', db, '--today', '2021-02-03').periods).toHaveLength(2);

  const file = path.join(folder, '规则.json');
  fs.writeFileSync(file, JSON.stringify({ base: 60, missing: -60 }));
  expect(matrix('stats', 'scoring', db, '--set', file).out).toContain('修改评分规则');
  expect(json('stats', 'scoring', db)).toEqual({ ...DEFAULT_SCORING, base: 60, missing: -60 });
  fs.writeFileSync(file, JSON.stringify({ base: '很多' }));
  expect(matrix('stats', 'scoring', db, '--set', file)).toMatchObject({
    exit: 2,
    err: expect.stringContaining('BAD_PARAMS'),
  });
  expect(matrix('stats', 'scoring', db, '--default').exit).toBe(0);

  const today = isoDate(new Date());
  const compared = json('stats', 'compare', db, '--from', today, '--today', today);
  expect(compared).toMatchObject({ to: today, duties: [], agencies: expect.any(Array) });
  expect(matrix('stats', 'compare', db, '--from', '2001-01-01', '--json')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('BEFORE_FIRST_STEP'),
  });
  expect(matrix('stats', db, '--on', '31.10.2021').exit).toBe(2);
});
