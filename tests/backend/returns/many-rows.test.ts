// Reading was quadratic in the number of rows: five thousand took a minute.
import { expect, it } from 'vitest';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { type Given, sheetRead } from './returned-sheets.ts';

const HEADS = ['序号', '工作任务', '进展状态', '完成比例', '进展情况', '填报日期'];
const ROWS = 5_000;

it.each<[string, (index: number) => readonly Given[]]>([
  [
    'tasks',
    (index) => [index + 1, `第${index}项工作任务的检查和整治`, '推进中', '50%', `已检查企业${index}家`, '2021-10-08'],
  ],
  ['the same task', () => [1, '同一项任务的文字内容', '推进中', '50%', '已检查', '2021-10-08']],
  ['lines that go on', (index) => [null, null, null, null, `续写第${index}段`, null]],
])('a table of five thousand rows is read in moments: %s', (_, rowOf) => {
  const rows = Array.from({ length: ROWS }, (_none, index) => rowOf(index));
  const started = performance.now();
  const [table] = readReturn(
    [sheetRead([HEADS, [0, '第一项任务的文字', null, null, '已开展', null], ...rows])],
    'x.xlsx',
  ).tables;
  expect(table?.rows.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});

it.each([
  ['（'.repeat(20_000)],
  ['【'.repeat(9_000) + '1年'.repeat(9_000)],
  ['截至'.repeat(20_000)],
  ['第一'.repeat(20_000)],
])('odd texts take no time wherever they stand', (odd) => {
  const started = performance.now();
  readReturn(
    [sheetRead([[odd], HEADS, [odd, odd, odd, odd, odd, odd], [1, '任务的文字', odd, odd, '已开展', odd]])],
    odd,
  );
  expect(performance.now() - started).toBeLessThan(3_000);
});
