import path from 'node:path';
import { expect, test } from 'vitest';
import { filtersFor, safeFileName, withExtension } from '#electron/main/shell/file-names.ts';

test('a name from the page stays a name, whatever it tries', () => {
  for (const name of [
    '../../etc/passwd',
    '..\\..\\a.xlsx',
    'C:\\a.xlsx',
    '/etc/cron.d/a',
    '.bashrc',
    'a\u0000b',
    '..',
    ' ',
  ]) {
    const safe = safeFileName(name);
    expect(path.basename(safe)).toBe(safe);
    expect(safe).toMatch(/^[^.\s]/);
  }
});

test('an ordinary Chinese name is left alone', () => {
  expect(safeFileName('泽州县2021年 责任矩阵（10月）.xlsx')).toBe('泽州县2021年 责任矩阵（10月）.xlsx');
});

test('what Windows forbids in names is replaced', () => {
  expect(safeFileName('10月/11月: "台账"?.xlsx')).toBe('10月_11月_ _台账__.xlsx');
});

test('the save dialog offers the kind of the suggested file', () => {
  expect(filtersFor('台账.XLSX')).toEqual([{ name: 'Excel 工作簿', extensions: ['xlsx'] }]);
  expect(filtersFor('台账')).toEqual([]);
});

test('a missing extension is added once', () => {
  expect(withExtension('/桌面/台账', '.xlsx')).toBe('/桌面/台账.xlsx');
  expect(withExtension('/桌面/台账.XLSX', '.xlsx')).toBe('/桌面/台账.XLSX');
  expect(withExtension('/桌面/2021.10', '.xlsx')).toBe('/桌面/2021.10.xlsx');
  expect(withExtension('/桌面/计划', '.db')).toBe('/桌面/计划.db');
});
