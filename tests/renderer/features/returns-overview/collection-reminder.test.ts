import { expect, test } from 'vitest';
import { collectionReminder } from '#shared/domain/reminder-text.ts';
import { aCell, taken } from './a-collection.ts';

const PLAN = '泽州县2021年食品安全重点工作安排';

test('before the due date it says what is owed and by when', () => {
  expect(collectionReminder(PLAN, [aCell(1, '县公安局')], '2021-10-12').text).toBe(
    '县公安局：《泽州县2021年食品安全重点工作安排》2021年10月填报表（6 项任务）尚未收到，请于10月15日前报送。',
  );
});

test('after it, how many days it is late', () => {
  expect(collectionReminder(PLAN, [aCell(1, '县公安局', { state: 'late', daysLate: 13 })], '2021-10-28').text).toBe(
    '县公安局：《泽州县2021年食品安全重点工作安排》2021年10月填报表（6 项任务）应于10月15日前报送，至今未收到，已逾期 13 天，请尽快报送。',
  );
});

test('what was sent back is asked for again, and named by the day it came', () => {
  const cell = aCell(1, '县公安局', { ...taken(3), state: 'sent-back' });
  expect(collectionReminder(PLAN, [cell], '2021-10-15').text).toBe(
    '县公安局：贵单位10月14日报来的《泽州县2021年食品安全重点工作安排》2021年10月填报表已退回，请按退回意见修改后重新报送，截止日为10月15日。',
  );
  expect(collectionReminder(PLAN, [cell], '2021-10-16').text).toContain('截止日为10月15日，请尽快办理。');
});

test('each agency has a paragraph of its own, and those that owe nothing have none', () => {
  const cells = [aCell(1, '县公安局'), aCell(2, '县教育局', taken(2)), aCell(3, '县民政局')];
  const { text, agencies } = collectionReminder(PLAN, cells, '2021-10-12');
  expect(agencies).toBe(2);
  expect(text.split('\n\n').map((part) => part.slice(0, 5))).toEqual(['县公安局：', '县民政局：']);
  expect(collectionReminder(PLAN, [aCell(2, '县教育局', taken(2))], '2021-10-12')).toEqual({ text: '', agencies: 0 });
});

test('a title that brings its own 《》 has them once', () => {
  expect(collectionReminder('《食品安全方案》', [aCell(1, '县公安局')], '2021-10-12').text).toContain(
    '：《食品安全方案》2021年',
  );
});
