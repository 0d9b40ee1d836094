// Older files get the regular duties that plans read from now on get by themselves: the SQL of migration 50 and the
// rule of the program say the same of every due of a plan.
import { expect, test } from 'vitest';
import { createPlan } from '#db/commands/create-plan.commands.ts';
import { migration0050 } from '#db/migrations/0050-what-a-year-needs.ts';
import { openMemory } from '#db/open.ts';
import { listDuties } from '#db/queries/duty.queries.ts';
import type { Due, ReadTask } from '#shared/domain/plan-reading.ts';
import { aReading, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';

const span = { start: 0, end: 1 };
const due = (kind: Due['kind'], text: string, more: Partial<Due> = {}): Due => ({ kind, text, span, ...more });

const TASKS: readonly (readonly [content: string, ...dues: Due[]])[] = [
  ['每月不少于1篇，每月15日前报送至县食安办。', due('monthly', '每月15日前', { day: 15, count: 1 })],
  ['各乡镇11月20日前要向县委、县政府报告年度食品安全工作情况。', due('date', '11月20日前', { date: '2021-11-20' })],
  ['6月底前完成报告编制，年底报送。', due('date', '6月底前', { date: '2021-06-30' })],
  ['2022年1月10日前报送总结。', due('date', '2022年1月10日前', { date: '2022-01-10' })],
  ['次月5日前上报；持续推进。', due('monthly', '次月5日前', { day: 5 }), due('ongoing', '持续推进')],
  ['每月5日前报上月进展。', due('monthly', '每月5日前', { day: 5 })],
  [
    '每季度首月10日前报送，每季度末月20日前报送',
    due('quarterly', '每季度首月10日前', { day: 10 }),
    due('quarterly', '每季度末月20日前', { day: 20 }),
  ],
  ['每年11月20日前报告。', due('yearly', '每年11月20日前', { day: 20 })],
  ['每年6月1日前报告。', due('yearly', '每年6月1日前', { day: 1 })],
  ['每周报送2次', due('weekly', '每周报送2次', { count: 2 })],
  ['每半年报告一次', due('half-yearly', '每半年报告一次')],
  ['按季度通报', due('quarterly', '按季度通报')],
  ['文中没有这几个字', due('date', '12月1日前', { date: '2021-12-01' })],
];

test('what the migration makes of the dues of a plan is what the program makes of them', () => {
  const db = openMemory();
  const reading = aReading({ tasks: TASKS.length, agencies: 2 });
  const tasks = reading.tasks.map((task, index): ReadTask => {
    const [content, ...dues] = nth(TASKS, index);
    const targets =
      index === 0 ? [{ name: '信息报送', comparator: '≥', value: 1, unit: '篇/月', text: '', span } as const] : [];
    // Without a lead every unit owes it.
    const withoutLead = task.responsibilities.map((responsibility) => ({
      ...responsibility,
      roles: responsibility.roles.map((role) => ({ ...role, role: 'co-responsible' as const })),
    }));
    return { ...task, content, dues, targets, responsibilities: index % 2 === 0 ? withoutLead : task.responsibilities };
  });
  const agencies = ['县测试1局', '县测试2局'].map((name) => ({
    ...{ name, shortName: name, kind: 'government' as const, aliases: [], members: [], pinyin: '' },
  }));
  const source = { name: '测试.txt', text: '原文', sha256: '0'.repeat(64) };
  createPlan(db, { reading: { ...reading, tasks }, source, agencies, periods: [] }, MADE);
  const derived = listDuties(db, PLAN).map(({ id: _, ...duty }) => duty);
  expect(derived.map(({ title }) => title)).toEqual([
    ...['信息报送', '年度报告', '每月报送', '每月报送', '每季度报送', '每季度报送', '每年报送', '每年报送'],
    ...['每周报送', '每半年报送'],
  ]);
  const insert = /INSERT INTO duty \([\s\S]*?FROM regular;/u.exec(migration0050.sql)?.[0] ?? '';
  db.exec(`DELETE FROM duty; ${insert}`);
  expect(listDuties(db, PLAN).map(({ id: _, ...duty }) => duty)).toEqual(derived);
  db.close();
});
