// Whose a form is and for which month was believed from hidden ids or the clock alone, while title, unit line and file
// name said something else. All they say is gathered as written; a deadline is no month, a unit of measure no unit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsInText } from '#backend/returns/tables/periods-in-text.ts';
import { saidOfTable } from '#backend/returns/tables/said-of-table.ts';
import { unitLineIn, unitsInName } from '#backend/returns/tables/units-in-text.ts';
import { type Given, sheetRead } from '../returned-sheets.ts';

const said = (
  above: readonly (readonly Given[])[],
  file = 'x.xlsx',
  name = 'Sheet1',
  foot: readonly (readonly Given[])[] = [],
) => saidOfTable(sheetRead(above).rows, sheetRead(foot).rows, { name }, file);

describe('the unit of a table', () => {
  it.each([
    [['填报单位（盖章）：县公安局　　填报人：　　联系电话：　　填报日期：'], '县公安局'],
    [['填报单位：县公安局'], '县公安局'],
    [['填报单位(公章):县公安局'], '县公安局'],
    [['报送单位：县 公 安 局（盖章）'], '县公安局'],
    [['单位名称：某县公安局（公章）　2021年10月8日'], '某县公安局'],
    [['单位：县公安局'], '县公安局'],
    [['填报部门：县公安局________'], '县公安局'],
    [['填报单位（盖章）：', '县公安局'], '县公安局'],
    [['填报单位', '县公安局'], '县公安局'],
    [['填报单位： ', null, '县公安局（章）'], '县公安局'],
    [['填报单位 县公安局'], '县公安局'],
    [['填报单位：县公安局负责人：李某'], '县公安局'],
  ] as const)('stands behind its label: %j', (row, unit) => {
    expect(said([row]).units).toEqual([{ source: 'unit-line', says: unit }]);
  });

  it.each([
    [['填报单位（盖章）：　　　']],
    [['填报单位：', '填报人：张某']],
    [['单位：万元']],
    [['单位：户、人']],
    [['单位负责人：李某']],
    [['各单位要认真填报']],
  ] as const)('is none in %j', (row) => {
    expect(said([row]).units).toEqual([]);
  });

  it.each([
    ['县农业农村局2021年10月食品安全重点工作进展情况表', ['县农业农村局']],
    ['某县公安局关于报送10月份工作进展的表', ['某县公安局']],
    ['填报表（县公安局）', ['县公安局']],
    ['县公安局-2021年10月填报表', ['县公安局']],
    ['附件2：巴公镇填报表', ['巴公镇']],
    ['10月县市场监督管理局回收表', ['县市场监督管理局']],
    ['1.县人民政府办公室', ['县人民政府办公室']],
    ['县人民政府办公室关于印发2021年食品安全重点工作安排的通知', []],
    ['各乡镇填报表', []],
    ['工作进展（定稿）', []],
    ['新建 Microsoft Excel 工作表', []],
    ['全部', []],
  ])('stands in a name: %s', (name, units) => {
    expect(unitsInName(name)).toEqual(units);
  });

  it('is gathered from title, tab and file too, and from below the table', () => {
    const { units } = said([['县公安局2021年10月台账']], '县教育局10月.xlsx', '县卫健体局', [['填报单位：县林业局']]);
    expect(units).toEqual([
      { source: 'unit-line', says: '县林业局' },
      { source: 'title', says: '县公安局' },
      { source: 'sheet-name', says: '县卫健体局' },
      { source: 'file-name', says: '县教育局' },
    ]);
  });
});

describe('the period of a table', () => {
  it.each([
    ['（2021年10月）', 2021, 10],
    ['2021-10', 2021, 10],
    ['2021.10', 2021, 10],
    ['202110', 2021, 10],
    ['二〇二一年十月', 2021, 10],
    ['2021年 10 月份', 2021, 10],
    ['２０２１年１０月', 2021, 10],
    ['10月', null, 10],
    ['10月份进展', null, 10],
    ['十月', null, 10],
    ['十一月报表', null, 11],
    ['2021年1-10月', 2021, 10],
    ['1月至10月', null, 10],
    ['截至10月31日', null, 10],
    ['截至2021年10月底', 2021, 10],
    ['2021年第三季度', 2021, 9],
    ['三季度', null, 9],
    ['第4季度', null, 12],
    ['2021年上半年', 2021, 6],
    ['下半年', null, 12],
    ['县公安局-2021年10月填报表', 2021, 10],
    ['县公安局 10月（最终版）(2)', null, 10],
    ['10月上旬', null, 10],
  ])('is named by %s', (text, year, month) => {
    expect(periodsInText(text)).toMatchObject([{ year, month }]);
  });

  it.each([
    '请于11月15日前填好',
    '请于2021年11月15日前填好，以 .xlsx 格式发回',
    '截止时间：11月15日',
    '每月15日前报送',
    '填报日期：2021年11月',
    '《某县2021年10月专项行动方案》填报表',
    '2021年10月8日',
    '20211008',
    '回收20211008-1',
    '某政办发〔2021〕31号',
    '2021年度重点工作',
    '近3个月',
    '上月',
    '13月',
    '版本2021.10.8',
  ])('is none in %s', (text) => {
    expect(periodsInText(text)).toEqual([]);
  });

  it('is told by where it stands', () => {
    const { periods, planTitle } = said(
      [['《某县2021年食品安全工作安排》填报表（2021年10月）'], ['填表说明：本表填至9月底，请于11月15日前发回。']],
      '县公安局11月.xlsx',
      '12月',
    );
    expect(periods.map(({ source, year, month }) => [source, year, month])).toEqual([
      ['title', 2021, 10],
      ['help', null, 9],
      ['sheet-name', null, 12],
      ['file-name', null, 11],
    ]);
    expect(planTitle).toBe('某县2021年食品安全工作安排');
  });

  it('is found however a month is written', () => {
    const ways: readonly ((year: number, month: number) => string)[] = [
      (year, month) => `${year}年${month}月`,
      (year, month) => `${year}-${String(month).padStart(2, '0')}`,
      (year, month) => `${year}${String(month).padStart(2, '0')}`,
      (year, month) => `填报表（${year}年${month}月份）`,
      (year, month) => `县公安局${year}.${month}`,
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...ways),
        (year, month, write) => {
          expect(periodsInText(write(year, month))).toMatchObject([{ year, month }]);
        },
      ),
    );
  });
});

describe('who filled it in', () => {
  it.each([
    [
      [['填报单位：县公安局　填报人：张某某　联系电话：0356-3031234　填报日期：2021年10月8日']],
      '张某某',
      '0356-3031234',
    ],
    [[['填报人：', '张某某', '联系电话：', '13800001234']], '张某某', '13800001234'],
    [[['填报人（签字）：张某某 13800001234']], '张某某', '13800001234'],
    [[['填表人：张 某'], ['手机：138 0000 1234']], '张某', '138 0000 1234'],
    [[['联系人及电话：']], '', ''],
    [[['填报人：　　　联系电话：　　　填报日期：']], '', ''],
    [[['填报人：', '联系电话：', 3031234]], '', '3031234'],
  ] as const)('is read from %j', (rows, reporter, phone) => {
    expect(said(rows)).toMatchObject({ reporter, phone });
    expect(said([], 'x.xlsx', 'Sheet1', rows)).toMatchObject({ reporter, phone });
  });
});

it('no words above a table make the reading fail or take long', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...'填报单位盖章（）：人电话年月日第季度《》局县20211008-./ 上半截至请于　'),
        maxLength: 200,
      }),
      (text) => {
        const started = performance.now();
        unitLineIn(text);
        said([[text]], text, text);
        expect(performance.now() - started).toBeLessThan(200);
      },
    ),
    { numRuns: 300 },
  );
});

it.each(['县委农村工作领导小组办公室', '县食品安全工作领导小组'])(
  'an office that is called a leading group keeps its whole name: %s',
  (unit) => {
    expect(unitLineIn(`填报单位（盖章）：${unit}   分管领导：张三`)).toEqual({ unit });
  },
);
