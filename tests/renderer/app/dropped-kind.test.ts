// Every dropped .xlsx, .xls and .et was taken for a return by its ending, also a plan that a superior had sent as a
// table; and a plan dropped together with returns made the whole drop unknown.
import { expect, test } from 'vitest';
import { sortDropped } from '#renderer/app/dropped-kind.ts';

test('dropped files are told apart one by one, whatever else was dropped with them', () => {
  expect(sortDropped(['教育.xlsx', '安排.xlsx', '公安.xls'], ['return', 'plan', 'return'])).toEqual({
    returns: ['教育.xlsx', '公安.xls'],
    plans: ['安排.xlsx'],
    unclear: [],
  });
  expect(sortDropped(['安排.docx'], ['plan'])).toEqual({ returns: [], plans: ['安排.docx'], unclear: [] });
});

test('a workbook that may be either is asked about, unless it came with forms', () => {
  expect(sortDropped(['台账.xlsx'], ['unclear'])).toMatchObject({ returns: [], unclear: ['台账.xlsx'] });
  expect(sortDropped(['台账.xlsx', '教育.xlsx'], ['unclear', 'return'])).toMatchObject({
    returns: ['台账.xlsx', '教育.xlsx'],
    unclear: [],
  });
});
