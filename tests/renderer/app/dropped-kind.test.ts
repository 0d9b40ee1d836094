// Every dropped .xlsx, .xls and .et was taken for a return by its ending, also a plan that a superior had sent as a
// table; and forty forms in a folder or a packet could not be dropped at all.
import { expect, test } from 'vitest';
import { destinationByName, destinationOf } from '#renderer/app/dropped-kind.ts';

const named = (...names: readonly string[]) => names.map((fileName) => ({ fileName }));

test('several files, a folder and a packet are returns', () => {
  expect(destinationByName(named('教育.xlsx', '公安.docx'), false)).toBe('returns');
  expect(destinationByName(named('教育.xlsx'), true)).toBe('returns');
  expect(destinationByName(named('十月填报.ZIP'), false)).toBe('returns');
});

test('a data file of this program is compared', () => {
  expect(destinationByName(named('巴公镇.db'), false)).toBe('data-file');
});

test('one file is looked into, and a workbook that may be either is asked about', () => {
  expect(destinationByName(named('安排.xlsx'), false)).toBeNull();
  expect((['return', 'plan', 'unclear'] as const).map(destinationOf)).toEqual(['returns', 'plan', 'ask']);
});
