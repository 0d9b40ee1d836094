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

// Ten starts of the real program; a busy machine takes a second or two for each.
const ROUND_TIMEOUT_MS = 60_000;

test('periods are listed, closed and opened again on the command line', { timeout: ROUND_TIMEOUT_MS }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-periods-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);
  const listed = () => JSON.parse(matrix('periods', db, '--json').out);
  expect(listed()).toHaveLength(12);
  expect(listed()[9]).toMatchObject({
    ...{ label: '2021-10', kind: 'month', startsOn: '2021-10-01', endsOn: '2021-10-31', dueOn: '2021-10-15' },
    ...{ closedOn: null, reported: 0 },
  });

  const october = ['--period', '2021-10'];
  const closed = JSON.parse(matrix('period', 'close', db, ...october, '--json').out);
  expect(closed).toMatchObject({ step: 2, period: { label: '2021-10', reported: 0 } });
  expect(closed.label).toMatch(/^关闭2021年10月（应报 (\d+) 项，未报 \1 项）$/u);
  expect(closed.period.closedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  expect(matrix('periods', db).out.split('\n')[9]).toMatch(/^2021-10\t.*\t已关闭 /u);

  const set = ['--task', '5', '--agency', '县农业农村局', '--status', '推进中', '--narrative', '已排查'];
  const refused = matrix('progress', 'set', db, ...set, ...october);
  expect(refused).toMatchObject({ exit: 1, out: '' });
  expect(refused.err).toMatch(/^PERIOD_CLOSED: “2021-10”已经关闭，没有改动。/u);
  expect(matrix('period', 'close', db, ...october).err).toContain('PERIOD_CLOSED');
  expect(matrix('period', 'reopen', db, ...october).err).toContain('REASON_MISSING');
  expect(matrix('period', 'reopen', db, ...october, '--reason', '更正')).toMatchObject({
    exit: 0,
    out: '3\t重新打开2021年10月（原因：更正）\n',
  });
  expect(matrix('period', 'reopen', db, ...october, '--reason', '更正').err).toContain('PERIOD_NOT_CLOSED');
});
