import { expect, test } from 'vitest';
import { filtersFor, withExtension } from '#electron/main/shell/file-names.ts';

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
