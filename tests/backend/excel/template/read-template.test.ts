// Forms as superiors send them: which sheet, title, unit line, rows of heads, first row to be filled.
import { expect, test } from 'vitest';
import { type MadeSheet, meanings, readMade, row } from './made-forms.ts';

const HEADS = ['序号', '工作任务', '责任单位', '完成时限', '进展情况', '完成比例（%）', '存在问题', '下步措施', '备注'];
const ALL_SURE = [
  'A number',
  'B task',
  'C responsible',
  'D due',
  'E narrative',
  'F percent',
  'G problems',
  'H nextSteps',
  'I remark',
];

test('an empty form: title over merged cells, one unit line with several labels, thirty ruled rows', async () => {
  const cells = { A1: '重点工作任务进展情况表', A2: '填报单位：　　填报人：　　填报时间：', ...row(3, HEADS) };
  const mapping = await readMade([{ cells, merges: ['A1:I1', 'A2:I2'], ruled: [4, 33, 9] }]);
  expect(mapping).toMatchObject({
    sheet: 'Sheet1',
    titleCell: 'A1',
    unitCell: 'A2',
    headRows: [3, 3],
    bodyRow: 4,
    lastBodyRow: null,
    footRow: null,
    rowsAre: 'task',
  });
  expect(meanings(mapping)).toEqual(ALL_SURE);
  expect(mapping?.labels?.map(({ asks, answerCell }) => `${asks} ${answerCell}`)).toEqual([
    'unit A2',
    'reporter A2',
    'date A2',
  ]);
});

test('附件1 stands over the title, the labels of the unit line in pieces, an answer beside its label, a note below', async () => {
  const cells = {
    A1: '附件1',
    A2: '2021年食品安全重点工作任务进展情况统计表（月报）',
    A3: '填报单位（盖章）：',
    D3: '县食安办',
    F3: '填报人：',
    H3: '填报时间：',
    ...row(4, HEADS),
    A36: '注：本表于每月25日前报送。',
    A37: '单位负责人：　　审核人：　　制表人：　　联系电话：',
  };
  const mapping = await readMade([{ cells, merges: ['A2:I2', 'A3:C3', 'F3:G3'], ruled: [5, 35, 9] }]);
  expect(mapping).toMatchObject({ titleCell: 'A2', unitCell: 'A3', headRows: [4, 4], bodyRow: 5, footRow: 36 });
  expect(mapping?.labels).toMatchObject([
    { asks: 'unit', cell: 'A3', answerCell: 'D3' },
    { asks: 'reporter', cell: 'F3', answerCell: 'F3' },
    { asks: 'date', cell: 'H3' },
    { asks: 'leader', cell: 'A37' },
    { asks: 'checker', cell: 'A37' },
    { asks: 'reporter', cell: 'A37' },
    { asks: 'telephone', cell: 'A37' },
  ]);
});

test('单位：万元 is no unit line, and a form may have none, nor a title', async () => {
  const money = { A1: '任务进展表', H2: '单位：万元', ...row(3, ['序号', '工作任务', '资金（万元）', '进展情况']) };
  const mapping = await readMade([{ cells: money, merges: ['A1:H1'] }]);
  expect(mapping).toMatchObject({ titleCell: 'A1', unitCell: null, headRows: [3, 3] });
  expect(meanings(mapping)).toEqual(['A number', 'B task', 'C -', 'D narrative']);
  expect(await readMade([{ cells: row(1, HEADS) }])).toMatchObject({ titleCell: null, unitCell: null, bodyRow: 2 });
});

test('a label without a colon has its answer beside it', async () => {
  const cells = { A1: '任务进展表', A2: '填报单位', C2: '县食安办', E2: '　年　月　日', ...row(3, HEADS) };
  expect(await readMade([{ cells, merges: ['A1:I1', 'A2:B2'] }])).toMatchObject({
    unitCell: 'A2',
    labels: [
      { asks: 'unit', answerCell: 'C2' },
      { asks: 'date', cell: 'E2' },
    ],
  });
});

test('heads broken over two rows of cells that are not merged', async () => {
  const cells = {
    A1: '任务进展表',
    ...row(2, ['序号', '工作', '责任', '完成', '进展']),
    ...row(3, [null, '任务', '单位', '时限', '情况']),
  };
  const mapping = await readMade([{ cells, merges: ['A1:E1'] }]);
  expect(mapping).toMatchObject({ headRows: [2, 3], bodyRow: 4 });
  expect(meanings(mapping)).toEqual(['A number', 'B task', 'C responsible', 'D due', 'E narrative']);
});

test('placeholders stand for title, unit and date', async () => {
  const cells = { A1: '{{年度}}年重点工作进展情况表', A2: '{{填报单位}}', E2: '{{填报日期}}', ...row(3, HEADS) };
  expect(await readMade([{ cells, merges: ['A1:I1'] }])).toMatchObject({
    titleCell: 'A1',
    unitCell: 'A2',
    labels: [
      { asks: 'unit', cell: 'A2' },
      { asks: 'date', cell: 'E2' },
    ],
  });
});

const THREE_ROWS: MadeSheet = {
  cells: {
    A1: '责任落实台账',
    A2: '基本情况',
    D2: '责任落实',
    G2: '进展',
    ...row(3, ['序号', '工作任务', '完成时限', '责任单位', null, '责任领导', '进展情况', null, '存在问题及下步措施']),
    ...row(4, [null, null, null, '牵头', '配合', '姓名', '定性描述', '完成\n比例']),
    ...row(5, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    A6: '一、强化监管',
    ...row(7, [1, '开展检查', null, '县市场监管局']),
  },
  merges: ['A1:I1', 'A2:C2', 'D2:F2', 'G2:I2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'G3:H3', 'I3:I4', 'A6:I6'],
};

test('three rows of heads merged across and down; the numbered line below is neither head nor body', async () => {
  const mapping = await readMade([THREE_ROWS]);
  expect(mapping).toMatchObject({ titleCell: 'A1', headRows: [2, 4], bodyRow: 7, lastBodyRow: 7, sectionRow: 6 });
  expect(mapping?.columns.map(({ head, field, sure }) => [head, field, sure])).toEqual([
    ['基本情况/序号', 'number', true],
    ['基本情况/工作任务', 'task', true],
    ['基本情况/完成时限', 'due', true],
    ['责任落实/责任单位/牵头', 'lead', true],
    ['责任落实/责任单位/配合', 'cooperating', true],
    ['责任落实/责任领导/姓名', 'leader', true],
    ['进展/进展情况/定性描述', 'narrative', true],
    ['进展/进展情况/完成比例', 'percent', true],
    ['进展/存在问题及下步措施', 'problems+nextSteps', true],
  ]);
});

test('a table that begins at B5, with blanks in its heads, a line 甲 乙 1 2 3 and a sum below', async () => {
  const heads = ['序 号', '任 务 内 容', '牵头\n单位', '配合\n单位', '目标任务及完成情况', '工作亮点', '一季度'];
  const cells = {
    B2: '督查台账',
    ...row(5, heads, 2),
    ...row(6, ['甲', '乙', 1, 2, 3, 4, 5], 2),
    B9: '合计',
    D9: { formula: 'SUM(D7:D8)', result: 0 },
  };
  const mapping = await readMade([{ cells }]);
  expect(mapping).toMatchObject({ titleCell: 'B2', headRows: [5, 5], bodyRow: 7, lastBodyRow: null, footRow: 9 });
  expect(meanings(mapping)).toEqual([
    'B number',
    'C task',
    'D lead',
    'E cooperating',
    'F task+narrative',
    'G -?',
    'H -?',
  ]);
  expect(mapping?.columns[0]?.head).toBe('序号');
});

test.each([
  ['（1） （2） （3）', ['（1）', '（2）', '（3）', '（4）']],
  ['A B C', ['A', 'B', 'C', 'D']],
  ['列号 1 2', ['列号', 1, 2, 3]],
  ['4=3/2', [1, 2, 3, '4=3/2']],
])('a line that counts the columns: %s', async (_, line) => {
  const cells = { ...row(2, ['序号', '工作任务', '责任单位', '进展情况']), ...row(3, line), A1: '进展表' };
  expect(await readMade([{ cells }])).toMatchObject({ headRows: [2, 2], bodyRow: 4 });
});

test('of a cover, an explanation, a sample, a hidden copy and the form, the form is filled', async () => {
  const form: MadeSheet = { name: '附表2', cells: { A1: '进展情况表', ...row(2, HEADS) } };
  const sheets: readonly MadeSheet[] = [
    { name: '封面', cells: { A1: '市级督查考核', A5: '2021年' } },
    {
      name: '填表说明',
      cells: { A1: '填表说明', ...row(2, ['序号', '任务', '责任单位', '说明']), ...row(3, [1, '照抄']) },
    },
    { name: '填写示例', cells: { A1: '进展情况表', ...row(2, [...HEADS, '状态']) } },
    { name: '上月', hidden: true, cells: { A1: '进展情况表', ...row(2, [...HEADS, '状态']) } },
    form,
  ];
  expect(await readMade(sheets)).toMatchObject({ sheet: '附表2', headRows: [2, 2], notes: [] });
  expect(await readMade(sheets, { place: { sheet: '上月' } })).toMatchObject({ sheet: '上月' });
  const two = await readMade([form, { ...form, name: '附表3' }]);
  expect(two).toMatchObject({ sheet: '附表2', notes: ['按工作表“附表2”读取；“附表3”里也有表，不填写。'] });
});

test('rows of last month with headings between, a sum and a signature below', async () => {
  const cells = {
    A1: '进展情况表',
    ...row(2, ['序号', '任务', '牵头单位', '完成情况', '状态']),
    A3: '一、加强监管',
    ...row(4, [1, '任务一', '县教育局', '已开展两轮检查', '推进中']),
    ...row(5, [2, '任务二', '县公安局', '已完成全部整治', '已完成']),
    A6: '二、严格执法',
    ...row(7, [3, '任务三', '县公安局', '已立案查处三起', '已完成']),
    A8: '合计',
    A9: '制表人：张三',
  };
  const mapping = await readMade([{ cells, merges: ['A3:E3', 'A6:E6'] }]);
  expect(mapping).toMatchObject({ bodyRow: 4, lastBodyRow: 7, sectionRow: 3, footRow: 8, rowsAre: 'task' });
  expect(meanings(mapping)).toEqual(['A number', 'B task', 'C lead', 'D narrative', 'E status']);
});

test('an empty form with its headings printed: the first row below the first heading is filled', async () => {
  const cells = {
    A1: '进展情况表',
    ...row(2, HEADS),
    A3: '一、加强监管',
    A6: '二、严格执法',
    A12: '填报说明：1.按月填报；2.据实填写。',
  };
  const mapping = await readMade([{ cells, merges: ['A3:I3', 'A6:I6', 'A12:I12'] }]);
  expect(mapping).toMatchObject({ bodyRow: 4, sectionRow: 3, footRow: 12 });
});

test('a sum that stands first is kept above the body', async () => {
  const cells = {
    ...row(2, ['序号', '单位', '任务数', '进展情况']),
    A3: '合计',
    C3: { formula: 'SUM(C4:C20)', result: 0 },
  };
  expect(await readMade([{ cells: { A1: '汇总表', ...cells } }])).toMatchObject({ bodyRow: 4, footRow: null });
});

test('one task over the rows of several agencies', async () => {
  const cells = {
    A1: '进展情况表',
    ...row(2, ['序号', '工作任务', '责任单位', '进展情况']),
    ...row(3, [1, '甲任务', '县教育局']),
    C4: '县公安局',
    ...row(5, [2, '乙任务', '县教育局']),
    C6: '县民政局',
  };
  const mapping = await readMade([{ cells, merges: ['A3:A4', 'B3:B4', 'A5:A6', 'B5:B6'] }]);
  expect(mapping).toMatchObject({ bodyRow: 3, lastBodyRow: 6, rowsAre: 'duty' });
});

test('two tables one below the other: the first is filled, the second stays', async () => {
  const cells = {
    A1: '表一 进展情况',
    ...row(2, HEADS),
    ...row(3, [1, '任务']),
    A8: '表二 汇总',
    ...row(9, ['单位', '任务数', '目标值', '完成率', '责任人']),
  };
  const mapping = await readMade([{ cells, merges: ['A1:I1', 'A8:I8'] }]);
  expect(mapping).toMatchObject({ headRows: [2, 2], bodyRow: 3, lastBodyRow: 3, footRow: 8 });
  expect(mapping?.notes).toEqual(['第 8 行起还有一个表，不在填写范围内，原样保留。']);
});

test('formulas in the body and a sum below them: the first formula row is the body', async () => {
  const cells = {
    A1: '指标表',
    ...row(4, ['序号', '工作任务', '目标值', '完成值', '完成率']),
    A5: { formula: 'ROW()-4', result: 1 },
    E5: { formula: 'D5/C5' },
    A6: { formula: 'ROW()-4', result: 2 },
    E6: { formula: 'D6/C6' },
    A7: '合计',
    C7: { formula: 'SUM(C5:C6)', result: 0 },
  };
  const mapping = await readMade([{ cells }]);
  expect(mapping).toMatchObject({ headRows: [4, 4], bodyRow: 5, lastBodyRow: 6, footRow: 7 });
  expect(meanings(mapping)).toEqual(['A number', 'B task', 'C targetValue', 'D targetActual', 'E percent']);
});

test('a form as wide as AZ, on a protected sheet', async () => {
  const unknown = Array.from({ length: 47 }, (_, index) => `考核细目${String.fromCharCode(0x4e10 + index)}`);
  const heads = ['序号', '工作任务', '责任单位', ...unknown, '进展情况', '备注'];
  const mapping = await readMade([{ cells: { A1: '考核表', ...row(3, heads) }, password: 'x' }]);
  expect(mapping).toMatchObject({ headRows: [3, 3], bodyRow: 4 });
  expect(mapping?.columns.at(-1)).toEqual({ column: 'AZ', head: '备注', field: 'remark', sure: true });
  expect(mapping?.columns.filter(({ sure }) => !sure)).toHaveLength(47);
});

test('what is no table is not made one', async () => {
  expect(await readMade([{ cells: { A1: '通知', A2: '各单位：请于本月底前报送工作任务进展情况。' } }])).toBeNull();
  expect(await readMade([{ cells: {} }])).toBeNull();
  const data = Object.assign({}, ...[1, 2, 3].map((each) => row(each, [each, each * 2, each * 3])));
  expect(await readMade([{ cells: data }])).toBeNull();
  expect(await readMade([{ cells: row(1, HEADS) }], { place: { sheet: '没有这张' } })).toBeNull();
});

test('the heads that a person points at are taken as they are', async () => {
  const cells = { A1: '表', ...row(2, ['甲项', '乙项', '丙项']), ...row(4, ['x', 'y']) };
  expect(await readMade([{ cells }])).toBeNull();
  const mapping = await readMade([{ cells }], { place: { sheet: 'Sheet1', headRows: [2, 2], bodyRow: 4 } });
  expect(mapping).toMatchObject({ headRows: [2, 2], bodyRow: 4 });
  expect(meanings(mapping)).toEqual(['A -?', 'B -?', 'C -?']);
});
