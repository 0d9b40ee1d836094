// What the columns of a superior's form ask for; what is in doubt is said, never guessed in silence.
import { expect, test } from 'vitest';
import { templateHeadOf } from '#backend/sheets/read-template-head.ts';
import { meanings, readMade, row } from './made-forms.ts';

test.each([
  ['NO.', 'number'],
  ['重点工作任务', 'task'],
  ['主要举措', 'task'],
  ['牵头责任单位', 'lead'],
  ['协同责任单位', 'cooperating'],
  ['牵头县领导', 'leader'],
  ['分管领导', 'leader'],
  ['直接责任人', 'person'],
  ['联系电话', 'telephone'],
  ['填报人', 'reporter'],
  ['完 成\n时 限', 'due'],
  ['年度目标', 'target'],
  ['指标名称', 'targetName'],
  ['全年目标值', 'targetValue'],
  ['累计完成', 'targetActual'],
  ['目标完成率（%）', 'percent'],
  ['截至10月底工作进展情况', 'narrative'],
  ['上月进展情况', 'earlier'],
  ['亮灯情况', 'light'],
  ['备 注', 'remark'],
  ['存在问题及下步措施', 'problems+nextSteps'],
  ['目标任务及完成情况', 'task+narrative'],
  ['进展情况、存在问题及下步打算', 'narrative+problems+nextSteps'],
  ['责任单位及责任人', 'responsible+person'],
  ['资金（万元）', ''],
  ['佐证材料', ''],
  ['实际完成时间', ''],
])('“%s” is sure: %s', (head, fields) => {
  expect(templateHeadOf(head)).toEqual({ fields: fields === '' ? [] : fields.split('+'), sure: true, doubt: '' });
});

test.each([
  ['完成情况（%）', 'percent'],
  ['是否完成', 'status'],
  ['需要县级协调解决的事项', 'problems'],
  ['完成情况及佐证', 'narrative'],
])('“%s” is asked', (head, field) => {
  const read = templateHeadOf(head);
  expect(read).toMatchObject({ fields: [field], sure: false });
  expect(read?.doubt).not.toBe('');
});

test.each(['工作亮点', '定量', '填报单位：', '重点工作任务进展情况表', '一二三'])('“%s” is no known head', (head) => {
  expect(templateHeadOf(head)).toBeUndefined();
});

const columns = async (heads: readonly string[], more = {}) =>
  meanings(await readMade([{ cells: { A1: '进展情况表', ...row(2, heads) }, ...more }]));

test('words that mean two things are settled by the columns beside them', async () => {
  expect(await columns(['序号', '重点任务', '责任单位', '进展情况'])).toContain('B task');
  expect(await columns(['序号', '重点任务', '工作措施', '进展情况'])).toEqual([
    'A number',
    'B group',
    'C task',
    'D narrative',
  ]);
  expect(await columns(['序号', '指标名称', '单位', '目标值', '完成值', '责任单位'])).toContain('C -');
  expect(await columns(['序号', '指标', '完成情况'])).toContain('B target');
  expect(await columns(['序号', '指标', '目标值', '完成值'])).toContain('B targetName');
  expect(await columns(['单位', '序号', '目标数', '完成数'])).toEqual([
    'A -?',
    'B number',
    'C targetValue?',
    'D targetActual?',
  ]);
  expect(await columns(['序号', '问题描述', '整改措施', '责任单位'])).toContain('C task');
  expect(await columns(['序号', '工作任务', '单位', '进展情况'])).toContain('C unit');
  expect(await columns(['序号', '工作任务', '单位', '责任单位'])).toContain('C unit?');
});

test('two columns that ask for the same, and one that is hidden, are asked', async () => {
  expect(await columns(['序号', '工作任务', '进展情况', '进展情况', '牵头单位'], { hiddenColumns: ['E'] })).toEqual([
    'A number',
    'B task',
    'C narrative?',
    'D narrative?',
    'E lead?',
  ]);
});

test('a head over two columns: the body says whether they are one', async () => {
  const cells = { A1: '进展情况表', ...row(2, ['序号', '工作任务', null, '责任单位', '进展情况']) };
  expect(meanings(await readMade([{ cells, merges: ['B2:C2'] }]))).toEqual([
    'A number',
    'B task?',
    'C -?',
    'D responsible',
    'E narrative',
  ]);
  const filled = { ...cells, ...row(3, [1, '开展专项检查']) };
  expect(meanings(await readMade([{ cells: filled, merges: ['B2:C2', 'B3:C3'] }]))).toContain('C -');
});

test('a column for each month is asked, and last month says so itself', async () => {
  const cells = {
    A1: '进展情况表',
    ...row(2, ['序号', '工作任务', '进展情况', null, '上月', null]),
    ...row(3, [null, null, '9月', '10月', '进展情况', '完成比例']),
  };
  const mapping = await readMade([{ cells, merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'] }]);
  expect(meanings(mapping)).toEqual(['A number', 'B task', 'C narrative?', 'D narrative?', 'E earlier', 'F earlier?']);
});

const HEADS = ['序号', '工作任务', '责任单位', '总体评价', '推进程度', '进展情况'];
const ROWS = [
  [1, '开展专项检查', '县教育局', '推进中', '60%', '已检查二十家单位，整改问题三个'],
  [2, '组织业务培训', '县公安局', '已完成', '100%', '已办两期培训班，参加一百余人'],
  [3, '建立工作台账', '县民政局', '推进中', '45%', '台账已经建立，正在逐项核对'],
];
const filled = {
  cells: {
    A1: '进展情况表',
    ...row(2, HEADS),
    ...Object.assign({}, ...ROWS.map((each, index) => row(3 + index, each))),
  },
};

test('a filled example settles heads that nobody knows, by what their cells are', async () => {
  const empty = { cells: { A1: '进展情况表', ...row(2, HEADS) } };
  expect(meanings(await readMade([empty]))).toEqual([
    'A number',
    'B task',
    'C responsible',
    'D -?',
    'E -?',
    'F narrative',
  ]);
  expect(meanings(await readMade([empty], { example: [filled] }))).toEqual([
    'A number',
    'B task',
    'C responsible',
    'D status',
    'E percent',
    'F narrative',
  ]);
  // Last month's rows in the form itself are a hint, and no more.
  expect(meanings(await readMade([filled]))).toEqual(expect.arrayContaining(['D status?', 'E percent?']));
});

test('an example of another form is said to be none', async () => {
  const other = { cells: { A1: '别的表', ...row(2, ['序号', '单位', '完成率']) } };
  const mapping = await readMade([{ cells: { A1: '表', ...row(2, HEADS) } }], { example: [other] });
  expect(mapping?.notes).toEqual(['示例里没有找到同样的表，没有按它核对各列。']);
});

test('a usual head over cells of another kind is doubted', async () => {
  const cells = {
    A1: '进展情况表',
    ...row(2, ['序号', '工作任务', '进度']),
    ...row(3, [1, '甲项任务', '已检查二十家单位，整改三个问题']),
    ...row(4, [2, '乙项任务', '已办两期培训班，参加一百余人']),
  };
  expect(meanings(await readMade([{ cells }]))).toContain('C percent?');
});
