import { expect, test } from 'vitest';
import { type DutyWords, deriveDuties } from '#shared/domain/derive-duties.ts';

const words = (content: string, due: DutyWords['dues'][number], more: Partial<DutyWords> = {}): DutyWords => ({
  content,
  dues: [due],
  targets: [],
  hasLead: false,
  ...more,
});

test('每月不少于1篇，每月15日前: a piece a month of every unit', () => {
  const pieces = { name: '信息报送', unit: '篇/月' };
  const text = '每月不少于1篇，每月15日前报送至县食品安全委员会办公室';
  const due = { kind: 'monthly', text: '每月15日前', day: 15, count: 1 } as const;
  expect(deriveDuties(words(text, due, { targets: [{ name: '覆盖率', unit: '%' }, pieces] }), 2021)).toEqual([
    {
      ...{ title: '信息报送', cadence: 'month', needed: 1, unit: '篇', owedBy: 'all', dueDay: 15, dueMonth: null },
      ...{ dueIn: 'same', onHoliday: 'stays', startsOn: null, endsOn: null, verbatim: '每月15日前' },
    },
  ]);
});

test('11月20日前要向县委、县政府报告年度工作情况: a report a year', () => {
  const due = { kind: 'date', text: '11月20日前', date: '2021-11-20' } as const;
  const text = '各乡镇11月20日前要向县委、县政府报告年度食品安全工作情况。';
  expect(deriveDuties(words(text, due), 2021)).toMatchObject([
    { title: '年度报告', cadence: 'year', needed: 1, unit: '份', dueDay: 20, dueMonth: 11, dueIn: 'same' },
  ]);
});

test.each([
  ['6月底前完成报告编制', { kind: 'date', text: '6月底前', date: '2021-06-30' }],
  ['11月20日前完成整治，年底向县政府报告', { kind: 'date', text: '11月20日前', date: '2021-11-20' }],
  ['按照2019年11月20日前向省里报告的要求', { kind: 'date', text: '2019年11月20日前', date: '2019-11-20' }],
  ['春节前向县政府报告', { kind: 'date', text: '春节前' }],
  ['长期坚持', { kind: 'ongoing', text: '长期坚持' }],
  ['按季度通报', { kind: 'quarterly', text: '按季度通报' }],
] as const)('%s is no regular duty', (text, due) => {
  expect(deriveDuties(words(text, due), 2021)).toEqual([]);
});

test.each([
  ['次月5日前报送', { kind: 'monthly', text: '次月5日前', day: 5 }, { cadence: 'month', dueDay: 5, dueIn: 'next' }],
  ['每月5日前报上月进展', { kind: 'monthly', text: '每月5日前', day: 5 }, { cadence: 'month', dueIn: 'next' }],
  [
    '每季度末月20日前报送',
    { kind: 'quarterly', text: '每季度末月20日前', day: 20 },
    { cadence: 'quarter', dueIn: 'same' },
  ],
  [
    '每季度首月10日前报送',
    { kind: 'quarterly', text: '每季度首月10日前', day: 10 },
    { cadence: 'quarter', dueIn: 'next' },
  ],
  [
    '每月报送一次',
    { kind: 'monthly', text: '每月报送一次' },
    { title: '每月报送', needed: 1, unit: '份', dueDay: null },
  ],
  [
    '每年11月20日前',
    { kind: 'yearly', text: '每年11月20日前', day: 20 },
    { cadence: 'year', dueMonth: 11, dueDay: 20 },
  ],
] as const)('%s', (text, due, rule) => {
  expect(deriveDuties(words(text, due), 2021)).toMatchObject([rule]);
});

test('where a unit leads, it alone reports', () => {
  const due = { kind: 'monthly', text: '每月5日前', day: 5 } as const;
  expect(deriveDuties(words('', due, { hasLead: true }), 2021)).toMatchObject([{ owedBy: 'lead' }]);
});
