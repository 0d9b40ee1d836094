import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { PlanReading, Repair } from '#shared/domain/plan-reading.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { seedText } from './seed-reading.ts';

/** Every kind of damage the reader mends, one task each. */
const DAMAGED = [
  '一、任务',
  '（一）规范经营行为，严格执行质量、环保、能耗、安全等法规标',
  '准，按照目录退出。（县教育局牵头）',
  '（二）整治企业。〔县公安局、县工业和信息〕',
  '息化局、县民政局按职责分工负责]',
  '（三）保障供应。（责任单位：县商务局、县财政局',
  '（四）加强监测。县水利局、县气象局按职责分工负责）',
  '（五）做好宣传。（县文旅局、县卫健局)',
  '（六）抓好统筹。（区政府集体资产监管办区住房城市建设委、区教育局负责）',
].join('\n');

const whole = readPlan(DAMAGED);

function refusing(...repairs: readonly Repair[]): PlanReading {
  return readPlan(DAMAGED, { refusedRepairs: repairs.map((repair) => repair.span) });
}

function repair(kind: Repair['kind'], task: number): Repair {
  const found = whole.repairs.find((entry) => entry.kind === kind && entry.task === task);
  if (found === undefined) throw new Error(`no ${kind} in task ${task}`);
  return found;
}

function units(reading: PlanReading, task: number): string[] {
  const roles = reading.tasks[task - 1]?.responsibilities.flatMap((item) => item.roles) ?? [];
  return roles.map((role) => role.agency);
}

describe('repairs of broken text', () => {
  test('each is listed with its task, what stood there and what was read', () => {
    expect(whole.repairs.map(({ kind, task }) => [task, kind])).toEqual([
      [1, 'page-break'],
      [2, 'bracket-closed-early'],
      [3, 'unclosed-bracket'],
      [4, 'unclosed-bracket'],
      [5, 'width'],
      [6, 'joined-units'],
    ]);
    expect(repair('width', 5)).toMatchObject({ before: '（县文旅局、县卫健局)', after: '（县文旅局、县卫健局）' });
    expect(repair('joined-units', 6).after).toBe('区政府集体资产监管办、区住房城市建设委');
    expect(units(whole, 2)).toEqual(['县公安局', '县工业和信息化局', '县民政局']);
  });

  test('one that is refused leaves the text as written, and says so', () => {
    for (const refused of whole.repairs) {
      const reading = refusing(refused);
      expect(() => PlanReadingSchema.parse(reading)).not.toThrow();
      expect(reading.warnings).toContainEqual(
        expect.objectContaining({ code: 'REPAIR_REFUSED', task: refused.task, span: refused.span }),
      );
    }
    expect(refusing(repair('page-break', 1)).tasks[0]?.content).toContain('法规标\n准');
    expect(units(refusing(repair('bracket-closed-early', 2)), 2)).toEqual(['县公安局', '县工业和信息']);
    expect(refusing(repair('unclosed-bracket', 3)).tasks[2]?.content).toContain('（责任单位：县商务局、县财政局');
    expect(refusing(repair('unclosed-bracket', 4)).tasks[3]?.responsibilities).toEqual([]);
    expect(refusing(repair('width', 5)).tasks[4]?.content).toContain('（县文旅局、县卫健局)');
    expect(units(refusing(repair('joined-units', 6)), 6)).toEqual(['区政府集体资产监管办区住房城市建设委', '区教育局']);
  });

  test('refusing one changes no other: the same list, the same places, the same tasks', () => {
    for (const refused of whole.repairs) {
      const reading = refusing(refused);
      expect(reading.repairs).toEqual(
        whole.repairs.map((entry) => (entry === refused ? { ...entry, refused: true } : entry)),
      );
      const others = (tasks: PlanReading['tasks']): PlanReading['tasks'] =>
        tasks.filter((task) => task.number !== refused.task);
      expect(others(reading.tasks)).toEqual(others(whole.tasks));
      expect(reading.tasks.map((task) => task.span.start)).toEqual(whole.tasks.map((task) => task.span.start));
    }
  });

  test('all can be refused at once, in any order, and taken back', () => {
    const all = refusing(...whole.repairs);
    expect(all.repairs.every((entry) => entry.refused)).toBe(true);
    expect(refusing(...whole.repairs.toReversed())).toEqual(all);
    expect(refusing()).toEqual(whole);
    expect(readPlan(DAMAGED, { refusedRepairs: [{ start: 0, end: 1 }] })).toEqual(whole);
  });

  test('two in one sentence are refused one by one', () => {
    const text =
      '一、任务\n（一）整治企业。（责任单位：县公安局、县市\n场监督管理局、县民政\n局\n（二）检查。（县公安局）\n';
    const both = readPlan(text);
    expect(both.repairs.map((entry) => entry.kind)).toEqual(['unclosed-bracket', 'page-break', 'page-break']);
    for (const refused of both.repairs) {
      const reading = readPlan(text, { refusedRepairs: [refused.span] });
      expect(reading.repairs.map((entry) => entry.span)).toEqual(both.repairs.map((entry) => entry.span));
      expect(reading.repairs.filter((entry) => entry.refused)).toHaveLength(1);
    }
  });

  test('in any text, refusing some leaves the places of all as they were, and every task where it was', () => {
    const pieces = [
      '（县教育局、县公',
      '安局）',
      '\n',
      '息化局、县民政局负责]',
      '〔县公安局、县工业和信息〕',
      '(县教育局】',
      '推进工作',
      '。',
      '（责任单位：',
    ];
    const damaged = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 })
      .map((parts) => `一、任务\n（一）${parts.join('')}\n（二）检查。（县审计局）\n`);
    fc.assert(
      fc.property(damaged, fc.array(fc.nat(), { maxLength: 4 }), (text, picks) => {
        const plain = readPlan(text);
        const refused = plain.repairs.filter((_, index) => picks.some((pick) => pick % plain.repairs.length === index));
        const reading = readPlan(text, { refusedRepairs: refused.map((entry) => entry.span) });
        expect(() => PlanReadingSchema.parse(reading)).not.toThrow();
        expect(reading.repairs.map(({ kind, span }) => ({ kind, span }))).toEqual(
          plain.repairs.map(({ kind, span }) => ({ kind, span })),
        );
        for (const { span } of refused) {
          expect(
            reading.repairs.find((entry) => entry.span.start === span.start && entry.span.end === span.end)?.refused,
          ).toBe(true);
        }
        expect(reading.tasks.map((task) => task.span.start)).toEqual(plain.tasks.map((task) => task.span.start));
      }),
      { numRuns: 300 },
    );
  });

  test('the bracket of task 20 of the embedded plan can stay as printed', () => {
    const text = seedText();
    const mended = readPlan(text).repairs.find((entry) => entry.kind === 'bracket-closed-early');
    if (mended === undefined) throw new Error('no repair in task 20');
    const reading = readPlan(text, { refusedRepairs: [mended.span] });
    expect(reading.tasks).toHaveLength(53);
    expect(reading.tasks[19]?.responsibilities[0]?.text).toMatch(/县工业和信息$/u);
  });
});
