import { expect, test } from 'vitest';
import { dutyWords, NEW_DEFINITION, withCadence } from '#renderer/features/duties/duty-draft.ts';

test.each([
  [{ dueDay: 15 }, '每月不少于 1 篇，当月 15 日前'],
  [{ dueDay: 5, dueIn: 'next', needed: 2 }, '每月不少于 2 篇，次月 5 日前'],
  [{ cadence: 'week', dueDay: 5 }, '每周不少于 1 篇，周五前'],
  [{ cadence: 'week', dueIn: 'next' }, '每周不少于 1 篇，下周周日前'],
  [{ cadence: 'ten-day' }, '每旬不少于 1 篇，旬末前'],
  [{ cadence: 'quarter', dueDay: 20 }, '每季度不少于 1 篇，季末月 20 日前'],
  [{ cadence: 'half-year' }, '每半年不少于 1 篇，半年末月末前'],
  [{ cadence: 'year', dueMonth: 11, dueDay: 20, unit: '份' }, '每年不少于 1 份，11 月 20 日前'],
  [{ dueDay: 3, onHoliday: 'next-workday' }, '每月不少于 1 篇，当月 3 日前（遇节假日顺延到下一个工作日）'],
] as const)('%o reads %s', (definition, words) => {
  expect(dutyWords({ ...NEW_DEFINITION, ...definition })).toBe(words);
});

test('with another cadence, a day that it does not have goes', () => {
  const monthly = { ...NEW_DEFINITION, dueDay: 15 };
  expect(withCadence(monthly, 'week')).toMatchObject({ cadence: 'week', dueDay: null });
  expect(withCadence(monthly, 'quarter')).toMatchObject({ cadence: 'quarter', dueDay: 15 });
  const yearly = { ...NEW_DEFINITION, cadence: 'year', dueMonth: 11, dueDay: 5 } as const;
  expect(withCadence(yearly, 'month')).toMatchObject({ dueMonth: null, dueDay: 5 });
});
