import { expect, test } from 'vitest';
import { nextSlipNumber, proposedSlip } from '#shared/domain/reminder.ts';

test.each([
  [0, 0, 'blue'],
  [0, 5, 'blue'],
  [1, 0, 'blue'],
  [2, 0, 'blue'],
  [3, 0, 'yellow'],
  [1, 1, 'yellow'],
  [9, 2, 'yellow'],
  [10, 0, 'red'],
  [1, 3, 'red'],
] as const)('%i days late and reminded %i times: %s', (daysLate, reminded, slip) => {
  expect(proposedSlip({ daysLate, reminded })).toBe(slip);
});

test('numbers run by year and colour; what is no number of ours is passed over', () => {
  const taken = ['(2021)红1号', '(2021)红12号', '(2021)蓝3号', '(2020)黄7号', '红字1号', ''];
  expect(nextSlipNumber(taken, 2021, 'red')).toBe('(2021)红13号');
  expect(nextSlipNumber(taken, 2021, 'blue')).toBe('(2021)蓝4号');
  expect(nextSlipNumber(taken, 2021, 'yellow')).toBe('(2021)黄1号');
  expect(nextSlipNumber([], 2022, 'red')).toBe('(2022)红1号');
});
