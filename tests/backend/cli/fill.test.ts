// `fill` as scripts use it: the fields of its answer, the mapping as `template read` prints it, and refusals with a code.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { matrixHere } from '#tests/helpers/command-line.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-fill-cli-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('a form is filled with the mapping that is read of it, or with one that is given; refusals have a code', {
  timeout: 60_000,
}, async () => {
  const db = path.join(folder, '张三.db');
  const form = path.join(folder, '市级 表样.xlsx');
  const out = path.join(folder, '填好.xlsx');
  const mapping = path.join(folder, 'M.json');
  expect((await matrixHere('init', db)).exit).toBe(0);
  fs.writeFileSync(form, (await makeTemplate('plain')).bytes);
  const ask = ['fill', db, '--template', form, '--period', '2021-10', '--out', out] as const;
  const read = JSON.parse((await matrixHere(...ask, '--today', '2021-10-28', '--json')).out);
  expect(read).toMatchObject({ filledRows: 53, sheet: '附件2 进展统计表' });
  expect(read.filledCells).toBeGreaterThan(150);
  expect(read.notes).toContain('表样的行不够，在第 7 行之后加了 50 行，样式与上一行相同。');
  fs.writeFileSync(mapping, (await matrixHere('template', 'read', form, '--json')).out);
  const given = await matrixHere(...ask, '--mapping', mapping, '--scope', '县公安局', '--json');
  expect(JSON.parse(given.out).filledRows).toBeLessThan(53);
  const unknown = await matrixHere(...ask, '--scope', '没有的局', '--json');
  expect([unknown.exit, unknown.err.split(':')[0]]).toEqual([1, 'AGENCY_UNKNOWN']);
  const empty = path.join(folder, '空.txt');
  fs.writeFileSync(empty, '没有表');
  const refused = await matrixHere('fill', db, '--template', empty, '--period', '2021-10', '--out', out, '--json');
  expect(refused.exit).toBe(1);
  expect(refused.err).toMatch(/^(?:TEMPLATE|WORKBOOK)_[A-Z_]+: /u);
});
