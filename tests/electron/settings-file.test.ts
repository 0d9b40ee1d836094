import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#electron/main/settings/settings.ts';
import { openSettings } from '#electron/main/settings/settings-file.ts';

let folder: string;
let file: string;
let logged: string[];

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'settings-')), '用户 名');
  file = path.join(folder, 'settings.json');
  logged = [];
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

function open() {
  const write = (message: string) => void logged.push(message);
  const log = { info: write, warn: write, error: write };
  return openSettings({ file, now: () => new Date('2026-03-05T08:09:10.011Z'), log });
}

function writeFile(text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
}

test('the first start has the defaults and nothing to complain about', () => {
  const settings = open();
  expect(settings.current()).toEqual(DEFAULT_SETTINGS);
  expect(settings.wasDamaged).toBe(false);
  expect(logged).toEqual([]);
});

test('what was changed is there at the next start, and no draft is left over', () => {
  open().change({ lastDataFile: '/stick/计划.db', folders: { export: '/桌面' } });
  expect(open().current()).toEqual({
    ...DEFAULT_SETTINGS,
    lastDataFile: '/stick/计划.db',
    folders: { export: '/桌面' },
  });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test.each([
  ['half a file', '{"lastDataFile":"/stick'],
  ['no file of ours', 'MZ\u0000\u0001'],
  ['an empty file', ''],
  ['a value of the wrong kind', '{"window":{"x":"left"}}'],
])('%s is kept under a dated name, and the program starts with the defaults', (_name, text) => {
  writeFile(text);
  const settings = open();
  expect(settings.current()).toEqual(DEFAULT_SETTINGS);
  expect(settings.wasDamaged).toBe(true);
  expect(logged).toHaveLength(1);
  const kept = 'settings.damaged-2026-03-05T08-09-10.011Z.json';
  expect(readdirSync(folder)).toEqual([kept]);
  settings.change({ lastDataFile: '/a.db' });
  expect(readFileSync(path.join(folder, kept), 'utf8')).toBe(text);
  expect(open().current().lastDataFile).toBe('/a.db');
});

test('settings that cannot be written are logged and do not stop the work', () => {
  writeFileSync(folder, 'a file where the folder should be');
  const settings = open();
  settings.change({ lastDataFile: '/a.db' });
  expect(settings.current().lastDataFile).toBe('/a.db');
  expect(logged).toContain('the settings could not be written');
});
