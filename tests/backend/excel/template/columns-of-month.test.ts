// Forms of a whole year have a column for each month: each month fills its own.
import { expect, test } from 'vitest';
import { columnsOfMonth } from '#backend/excel/template/columns-of-month.ts';
import { meanings, readMade, row } from './made-forms.ts';

const months = {
  cells: {
    A1: '全年进展情况表',
    ...row(2, ['序号', '工作任务', '进展情况', null, null, '责任单位']),
    ...row(3, [null, null, '9月', '10月', '11月']),
  },
  merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3'],
};

test("the period's own month is filled and the others stay", async () => {
  const mapping = await readMade([months]);
  if (!mapping) throw new Error('no table');
  expect(meanings(mapping)).toEqual([
    'A number',
    'B task',
    'C narrative?',
    'D narrative?',
    'E narrative?',
    'F responsible',
  ]);
  const october = meanings(columnsOfMonth(mapping, '2021-10-31'));
  expect(october).toEqual(['A number', 'B task', 'C -', 'D narrative', 'E -', 'F responsible']);
  // A month that the form has no column for is nobody's.
  expect(columnsOfMonth(mapping, '2021-12-31')).toEqual(mapping);
});

test('what was pointed out for one month is meant for the next', async () => {
  const cells = { A1: '全年表', ...row(2, ['序号', '工作任务', '9月完成比例', '10月完成比例', '存在问题']) };
  const mapping = await readMade([{ cells }]);
  if (!mapping) throw new Error('no table');
  const settled = {
    ...mapping,
    columns: mapping.columns.map((column) => (column.column === 'D' ? { ...column, field: null, sure: true } : column)),
  };
  expect(meanings(columnsOfMonth(settled, '2021-10-31'))).toEqual([
    'A number',
    'B task',
    'C -',
    'D percent',
    'E problems',
  ]);
});
