// The command line enters and reads what the window does, in the shapes that programs know.
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

/** Each command starts the real program; a busy machine takes a second or two for each. */
const ROUND_TIMEOUT_MS = 90_000;

const GRAIN = ['--task', '16', '--agency', '县发展和改革局'];

test('values, checks and evidence go in and come out by names', { timeout: ROUND_TIMEOUT_MS }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-entry-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  matrix('init', db);
  const today = ['--today', '2021-10-12'];

  const set = matrix('target', 'set', db, ...GRAIN, '--period', '2021-09', '--value', '20', ...today);
  expect(set).toMatchObject({ exit: 0, out: '2\t填写指标值：第 16 项 发改局 粮食质量安全检验监测 20批次\n' });
  expect(matrix('target', 'set', db, ...GRAIN, '--period', '2021-10').err).toContain('BAD_PARAMS');
  expect(matrix('target', 'set', db, ...GRAIN, '--value', 'viele').exit).toBe(2);
  const unsaid = matrix('target', 'set', db, '--task', '14', '--agency', '县市场监督管理局', '--value', '1');
  expect(unsaid.err).toMatch(/^TARGET_UNKNOWN: .*1 食品检验量；2 监督抽检/u);

  const ledger = JSON.parse(matrix('ledger', db, '--period', '2021-10', '--json', ...today).out);
  const row = ledger.find((each: { task: number }) => each.task === 16);
  expect(row).toMatchObject({
    ...{ task: 16, agency: '县发展和改革局', role: 'lead', status: null, percent: null, narrative: '', problems: '' },
    ...{ nextSteps: '', reportedOn: null },
    targets: [{ name: '粮食质量安全检验监测', value: null, cumulative: 20, unit: '批次', target: 50, share: 0.4 }],
  });
  expect(row.light).not.toBe('');
  expect(row.because).not.toBe('');

  const october = ['--period', '2021-10'];
  const done = ['--status', 'done', '--narrative', '已抽检50批次'];
  matrix('progress', 'set', db, ...GRAIN, ...october, ...done);
  const open = () => JSON.parse(matrix('verifications', db, ...october, '--open', '--json').out);
  expect(open()).toMatchObject([{ task: 16, agency: '县发展和改革局', status: 'done', result: null }]);
  const check = ['--result', 'confirmed', '--manner', '实地', '--checker', '张三', ...today];
  expect(matrix('verification', 'set', db, ...GRAIN, ...october, ...check).exit).toBe(0);
  expect(open()).toEqual([]);

  const photo = path.join(folder, '照片.jpg');
  fs.writeFileSync(photo, 'a photograph');
  expect(matrix('evidence', 'add', db, photo, ...GRAIN, ...october, ...today).exit).toBe(0);
  expect(JSON.parse(matrix('evidence', 'list', db, '--json').out)).toMatchObject([
    {
      number: '16-县发展和改革局-01',
      task: 16,
      period: '2021-10',
      title: '照片',
      file: '照片.jpg',
      addedOn: '2021-10-12',
    },
  ]);
  const out = path.join(folder, '迎检');
  expect(JSON.parse(matrix('evidence', 'catalogue', db, '--out', out, '--json').out)).toMatchObject({ copied: 1 });
  expect(fs.readdirSync(out).toSorted()).toEqual(['16-县发展和改革局-01 照片.jpg', '佐证材料目录.xlsx']);
  expect(matrix('evidence', 'list', db, '--verify').exit).toBe(0);
  fs.rmSync(path.join(folder, '责任 矩阵.佐证材料'), { recursive: true });
  expect(matrix('evidence', 'list', db, '--verify')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('文件不在'),
  });
});
