// What went out, from the command line, in the shapes that others script against.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonHere, matrixHere } from '#tests/helpers/command-line.ts';

const CLI = fileURLToPath(new URL('../../../backend/cli.ts', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-cli-'));
const db = path.join(folder, '食品 安全.db');
const place = (name: string) => path.join(folder, name);

beforeAll(async () => void expect((await matrixHere('init', db)).exit).toBe(0));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('the log of exports is listed, compared, asked, and an entry is written again', { timeout: 60_000 }, async () => {
  expect(await jsonHere('exports', 'list', db)).toEqual([]);
  const table = ['--layout', 'ledger', '--period', '2021-10', '--out'] as const;
  const set = [
    'progress',
    'set',
    db,
    '--task',
    '5',
    '--agency',
    '县农业农村局',
    '--period',
    '2021-10',
    '--status',
    'done',
  ];
  expect((await matrixHere('export', db, ...table, place('一.xlsx'))).exit).toBe(0);
  expect((await matrixHere(...set, '--narrative', '已排查')).exit).toBe(0);
  expect((await matrixHere('export', db, ...table, place('二.xlsx'))).exit).toBe(0);

  const [two, one] = await jsonHere('exports', 'list', db);
  expect(one).toMatchObject({
    ...{ id: 1, kind: 'table', what: '进展情况台账', period: '2021-10', fileName: '一.xlsx', sentTo: '', notices: [] },
    ...{ stateStep: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), request: { call: 'exports.table' } },
  });
  expect(two).toMatchObject({ id: 2, fileName: '二.xlsx' });
  expect(two.stateStep).toBeGreaterThan(one.stateStep);

  const compared = await jsonHere('exports', 'compare', db, '1', '2');
  expect(compared).toMatchObject({ same: false, added: [], removed: [] });
  const narrative = { row: '5/县农业农村局', column: '进展情况', before: '', after: '已排查' };
  expect(compared.changed).toContainEqual(narrative);
  expect(await jsonHere('exports', 'compare', db, '2', 'now')).toMatchObject({
    same: true,
    changed: [],
    added: [],
    removed: [],
  });
  expect((await jsonHere('exports', 'compare', db, '1')).changed).toContainEqual(narrative);
  expect((await matrixHere('exports', 'compare', db, '1', '2')).out).toContain(
    '改动\t5/县农业农村局\t进展情况\t\t已排查',
  );

  expect(await matrixHere('exports', 'again', db, '1', '--out', place('又一.xlsx'))).toMatchObject({
    exit: 0,
    err: '',
  });
  expect(await jsonHere('exports', 'compare', db, '1', '3')).toMatchObject({ same: true });
  expect(await jsonHere('exports', 'which', db, place('又一.xlsx'))).toMatchObject({
    state: 'unchanged',
    sendings: [{ id: 3 }],
  });
  fs.appendFileSync(place('二.xlsx'), ' ');
  expect(await jsonHere('exports', 'which', db, place('二.xlsx'))).toMatchObject({
    state: 'altered',
    sendings: [{ id: 2 }],
  });

  expect((await matrixHere('exports', 'sent-to', db, '1', '报送市食安办')).out).toBe(
    '报送对象：报送市食安办（一.xlsx）\n',
  );
  expect((await jsonHere('exports', 'list', db, '--period', '2021-10')).at(-1)).toMatchObject({
    id: 1,
    sentTo: '报送市食安办',
  });

  expect(await matrixHere('exports', 'compare', db, '1', '99')).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/^SENDING_GONE/u),
  });
  expect(await matrixHere('exports', 'compare', db, 'x')).toMatchObject({ exit: 2 });
  expect(await matrixHere('exports', 'which', db, db)).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/^SENDING_UNKNOWN/u),
  });
});

test("a date on a table is the clerk's day, in whatever zone the computer thinks it is", {
  timeout: 120_000,
}, async () => {
  const { default: ExcelJS } = await import('exceljs');
  const empty = place('空.db');
  expect((await matrixHere('init', empty)).exit).toBe(0);
  for (const zone of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
    const env = { ...process.env, TZ: zone };
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env });
    const [file, out] = [place(`${path.basename(zone)}.db`), place(`${path.basename(zone)}.xlsx`)];
    fs.copyFileSync(empty, file);
    const cell = ['--task', '5', '--agency', '县农业农村局', '--period', '2021-10', '--status', 'done'];
    const day = ['--narrative', '已排查', '--today', '2021-10-01'];
    expect(run('progress', 'set', file, ...cell, ...day).stderr).toBe('');
    expect(run('export', file, '--layout', 'ledger', '--period', '2021-10', '--out', out).stderr).toBe('');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const dates: string[] = [];
    book.worksheets[0]?.eachRow((row) =>
      row.eachCell(({ value }) => {
        if (value instanceof Date) dates.push(value.toISOString());
      }),
    );
    expect([zone, dates]).toEqual([zone, ['2021-10-01T00:00:00.000Z']]);
  }
});
