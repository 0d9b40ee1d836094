// `page`, `week` and `summary` on the command line, with the embedded plan: each with --json, dates as given by --today.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));

function matrix(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr, json: () => JSON.parse(stdout) };
}

function aDataFile(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-pages-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  return db;
}

// Each is a start of the real program; a busy machine takes a second or two for it.
const ROUND_TIMEOUT_MS = 90_000;
const DAY = ['--today', '2021-10-18'] as const;

test('pages and the week as of a day', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aDataFile();
  const task = matrix('page', 'task', db, '--task', '12', '--json', ...DAY).json();
  expect(task).toMatchObject({ task: 12, agencies: [{ agency: '县教育局' }, { agency: '县市场监督管理局' }] });
  const october = { agency: '县教育局', period: '2021-10' };
  expect(task.entries).toContainEqual(expect.objectContaining({ ...october, dueOn: '2021-10-15', missing: true }));
  expect(matrix('page', 'task', db, '--task', '12', ...DAY).out).toMatch(/^第 12 项\t/u);

  const agency = matrix('page', 'agency', db, '--agency', '县教育局', '--json', ...DAY).json();
  expect(agency).toMatchObject({ agency: '县教育局', period: '2021-10' });
  expect(agency.duties.map((duty: { task: number }) => duty.task)).toContain(12);
  expect(matrix('page', 'leader', db, '--json').json()).toEqual([]);
  expect(matrix('page', 'leader', db, '--name', '张三', '--json').json()).toMatchObject({ name: '张三', tasks: [] });

  const week = matrix('week', db, '--json', ...DAY).json();
  expect(week).toMatchObject({ today: '2021-10-18', weekStartsOn: '2021-10-18', weekEndsOn: '2021-10-24' });
  expect(week.notReported).toContainEqual(expect.objectContaining({ ...october, days: 3, dueOn: '2021-10-15' }));
  expect(matrix('week', db, ...DAY).out).toMatch(/^本周\t2021-10-18～2021-10-24\n/u);
  expect(matrix('page', 'task', db, '--task', '999').err).toContain('TASK_UNKNOWN');
  expect(matrix('page', 'agency', db, '--agency', '没有的局').err).toContain('AGENCY_UNKNOWN');
  expect(matrix('week', db, '--today', '昨天').exit).toBe(2);
});

test('a summary is drafted with its sources, adopted, undone', { timeout: ROUND_TIMEOUT_MS }, () => {
  const db = aDataFile();
  const place = ['--task', '12', '--period', '2021-10'] as const;
  const report = [
    '--agency',
    '县市场监督管理局',
    '--status',
    '推进中',
    '--narrative',
    '检查32户。已整改3处。',
  ] as const;
  expect(matrix('progress', 'set', db, ...place, ...report).exit).toBe(0);
  const summary = matrix('summary', db, ...place, '--json').json();
  expect(summary).toMatchObject({ task: 12, period: '2021-10', agency: '县教育局', hasLead: false, step: null });
  const quoted = summary.sentences.filter(({ kind }: { kind: string }) => kind === 'quoted');
  expect(quoted).toMatchObject([
    { text: '检查32户。', sources: [{ agency: '县市场监督管理局', field: 'narrative', verbatim: '检查32户。' }] },
    { text: '已整改3处。', sources: [{ agency: '县市场监督管理局' }] },
  ]);
  const adopted = matrix('summary', db, ...place, '--adopt', '--json', ...DAY).json();
  expect(adopted.step.label).toContain('采用汇总稿');
  const page = matrix('page', 'task', db, '--task', '12', '--json').json();
  const entry = page.entries.find(
    (each: { agency: string; period: string }) => each.agency === '县教育局' && each.period === '2021-10',
  );
  expect(entry).toMatchObject({
    origin: 'summary',
    narrative: '市场监管局：检查32户。已整改3处。',
    reportedOn: '2021-10-18',
  });
  expect(matrix('undo', db).exit).toBe(0);
  expect(matrix('summary', db, ...place, '--agency', '县公安局').err).toContain('SUMMARY_NO_LEAD');
  expect(matrix('summary', db, '--task', '12', '--period', '2030-01').err).toContain('PERIOD_UNKNOWN');
});
