// Layouts on the command line: listed for programs, exported by key and by name, carried from one data file to another.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LAYOUT_LABELS, LAYOUTS } from '#shared/domain/layout.ts';
import { matrixHere } from '#tests/helpers/command-line.ts';

test('layouts are listed, exported, carried as files, renamed and removed', { timeout: 60_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-layouts-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect((await matrixHere('init', db)).exit).toBe(0);
  const listed = JSON.parse((await matrixHere('layouts', db, '--json')).out);
  expect(listed.map(({ key, name, builtIn }: Record<string, unknown>) => [key, name, builtIn])).toEqual(
    LAYOUTS.map((key) => [key, LAYOUT_LABELS[key], true]),
  );
  expect(listed[2]).toMatchObject({ rows: 'entry', paper: 'A3' });
  expect(listed[2].columns[0]).toMatchObject({ field: 'number', head: '序号' });
  const out = path.join(folder, '汇总.xlsx');
  expect(await matrixHere('export', db, '--layout', '进展情况汇总统计表', '--out', out)).toMatchObject({ exit: 0 });
  expect(fs.readFileSync(out, 'latin1')).toMatch(/^PK/);
  const file = path.join(folder, '台账.表样.json');
  expect((await matrixHere('layout', 'export', db, '进展台账', '--out', file)).exit).toBe(0);
  expect(
    JSON.parse((await matrixHere('layout', 'import', db, file, '--name', '月度台账', '--json')).out),
  ).toMatchObject({
    label: '新建表样“月度台账”',
  });
  expect((await matrixHere('layout', 'rename', db, '月度台账', '月报')).exit).toBe(0);
  const lists = path.join(folder, '清单');
  expect(
    (await matrixHere('export', db, '--layout', 'agency-tasks', '--agency', '县公安局', '--out', lists)).exit,
  ).toBe(0);
  expect(fs.readdirSync(lists)).toEqual([expect.stringMatching(/^县公安局-单位任务清单-.+\.xlsx$/u)]);
  expect((await matrixHere('layout', 'remove', db, '月报')).exit).toBe(0);
  const refused = await matrixHere('layout', 'remove', db, '月报');
  expect(refused).toMatchObject({ exit: 1, out: '' });
  expect(refused.err).toMatch(/^LAYOUT_UNKNOWN: .*责任矩阵（matrix）/u);
});
