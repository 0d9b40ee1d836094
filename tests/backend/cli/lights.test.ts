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

// A dozen starts of the real program; a busy machine takes a second or two for each.
const ROUND_TIMEOUT_MS = 90_000;

type Light = { readonly task: number; readonly agency: string; readonly word: string; readonly dueOn: string };

test('lights are printed for any day and set, and sets are chosen and kept', { timeout: ROUND_TIMEOUT_MS }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-lights-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const db = path.join(folder, '责任 矩阵.db');
  expect(matrix('init', db).exit).toBe(0);

  // Task 53 of the seed: 11月20日前.
  const november = (today: string, ...more: readonly string[]) =>
    JSON.parse(matrix('lights', db, '--period', '2021-11', '--today', today, '--json', ...more).out) as Light[];
  const of53 = (today: string, ...more: readonly string[]) =>
    november(today, ...more)
      .filter(({ task }) => task === 53)
      .map(({ word, dueOn }) => `${word} ${dueOn}`);
  expect(new Set(of53('2021-11-19'))).toEqual(new Set(['临近时限 2021-11-20']));
  expect(new Set(of53('2021-11-20'))).toEqual(new Set(['临近时限 2021-11-20']));
  expect(new Set(of53('2021-11-21'))).toEqual(new Set(['逾期未报 2021-11-20']));
  expect(new Set(of53('2021-11-21', '--rules', '红黄绿'))).toEqual(new Set(['红灯 2021-11-20']));
  expect(Object.keys(november('2021-11-19')[0] ?? {})).toEqual(
    expect.arrayContaining(['task', 'agency', 'light', 'word', 'because', 'dueOn']),
  );

  const { chosen, sets } = JSON.parse(matrix('light-rules', 'list', db, '--json').out);
  expect(chosen).toBe('词语');
  const own = path.join(folder, '本县.json');
  fs.writeFileSync(own, JSON.stringify({ ...sets[1].set, name: '本县' }));
  expect(JSON.parse(matrix('light-rules', 'save', db, own, '--json').out)).toEqual({
    step: 2,
    label: '新建亮灯规则“本县”',
  });
  expect(matrix('light-rules', 'choose', db, '本县').exit).toBe(0);
  expect(matrix('light-rules', 'list', db).out).toMatch(/^\* 本县\t自定\t红灯、/mu);
  expect(new Set(of53('2021-11-21'))).toEqual(new Set(['红灯 2021-11-20']));

  expect(matrix('light-rules', 'remove', db, '本县')).toMatchObject({ exit: 1, out: '' });
  expect(matrix('light-rules', 'choose', db, '没有').err).toMatch(/^LIGHT_RULES_UNKNOWN: /u);
  fs.writeFileSync(own, '{"name":"坏"}');
  expect(matrix('light-rules', 'save', db, own).exit).toBe(2);
  expect(matrix('lights', db, '--today', '昨天').exit).toBe(2);
});
