import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { ReadRole, ReadTask } from '#shared/domain/plan-reading.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { SEED_TARGETS, seedDirectory, seedText } from './seed-reading.ts';

const text = seedText();
const directory = seedDirectory();
const reading = readPlan(text, { directory });

function task(number: number): ReadTask {
  const found = reading.tasks.find((entry) => entry.number === number);
  if (found === undefined) throw new Error(`no task ${number}`);
  return found;
}

function roles(): ReadRole[] {
  return reading.tasks.flatMap((entry) => entry.responsibilities.flatMap((item) => item.roles));
}

function written(number: number): string[] {
  return task(number).responsibilities.flatMap((item) => item.roles.map((role) => `${role.role}:${role.agency}`));
}

describe('the embedded plan of 2021', () => {
  test('has the shape that the rest of the program reads', () => {
    expect(() => PlanReadingSchema.parse(reading)).not.toThrow();
  });

  test('is known by its own title, number, issuer and date', () => {
    expect(reading).toMatchObject({
      title: '泽州县2021年食品安全重点工作安排',
      documentNumber: '泽政办发〔2021〕31号',
      issuer: '泽州县人民政府办公室',
      issuedOn: '2021-10-07',
      year: 2021,
    });
  });

  test('has 10 sections and 53 tasks numbered as printed', () => {
    expect(reading.sections.map((section) => section.title)).toEqual([
      '严格进口冷链食品管控',
      '强化突出问题整顿治理',
      '强化问题导向提高风险防范能力',
      '严惩违法犯罪行为',
      '创新监管方式方法',
      '强化主体责任落实',
      '服务产业高质量发展',
      '提升食品安全监管能力',
      '推进食品安全社会共治',
      '加强组织实施',
    ]);
    expect(reading.tasks.map((entry) => entry.number)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
    expect(reading.tasks.map((entry) => entry.section).join('')).toBe(
      [4, 9, 7, 9, 2, 2, 5, 4, 7, 4].map((count, index) => String(index + 1).repeat(count)).join(''),
    );
  });

  test('names 103 roles of 26 units: 30 lead, 71 co-responsible, 2 cooperating', () => {
    const all = roles();
    expect(all).toHaveLength(103);
    expect(all.filter((role) => role.role === 'lead')).toHaveLength(30);
    expect(all.filter((role) => role.role === 'co-responsible')).toHaveLength(71);
    expect(all.filter((role) => role.role === 'cooperating')).toHaveLength(2);
    expect(new Set(all.map((role) => role.agency)).size).toBe(26);
  });

  test('every unit is in the directory, by name or by a confirmed alias', () => {
    const known = new Set(directory.agencies.flatMap((agency) => [agency.name, ...agency.aliases]));
    expect(roles().filter((role) => !known.has(role.agency))).toEqual([]);
    expect(reading.warnings.filter((warning) => /AGENCY|ALIAS/u.test(warning.code))).toEqual([]);
  });

  test('keeps the text of every task, without its number and its bracket', () => {
    expect(task(2).content).toBe('健全完善冷链运输服务标准规范，督促落实进口冷链食品运输工具消毒措施。');
    expect(task(29).content).toBe('全面落实走私冻品统一交由地方政府归口处置政策');
    const squeezed = text.replace(/\s/gu, '');
    for (const entry of reading.tasks) {
      expect(entry.content).not.toMatch(/[〔〕]/u);
      expect(squeezed).toContain(entry.content.replace(/\s/gu, ''));
    }
  });

  test('joins sentences and names that a page break cut', () => {
    expect(task(3).content).toContain('专区存放、专柜销售进口冷链食品。');
    expect(task(32).content).toContain('高清视频探头和人工智能技术');
    expect(written(13)).toEqual([
      'lead:县市场监督管理局',
      'co-responsible:县委宣传部',
      'co-responsible:县委网信办',
      'co-responsible:县公安局',
    ]);
    expect(reading.repairs.filter((repair) => repair.kind === 'page-break').map((repair) => repair.task)).toEqual([
      3, 13, 32,
    ]);
  });

  test('repairs the bracket of task 20 that was closed inside a name', () => {
    expect(written(20)).toEqual(
      [
        '县文化和旅游局',
        '县民政局',
        '县住房和城乡建设管理局',
        '县工业和信息化局',
        '县交通运输局',
        '县市场监督管理局',
      ].map((name) => `co-responsible:${name}`),
    );
    const repair = reading.repairs.find((entry) => entry.kind === 'bracket-closed-early');
    expect(repair).toMatchObject({ task: 20 });
    expect(repair?.before).toContain('信息〕');
    expect(repair?.after).toContain('县工业和信息化局');
    expect(reading.warnings).toContainEqual(expect.objectContaining({ code: 'BRACKET_REPAIRED', task: 20 }));
  });

  test('keeps 县发展和改革委员会 as written and gives its confirmed name', () => {
    expect(task(16).responsibilities[0]?.roles).toEqual([
      expect.objectContaining({ agency: '县发展和改革委员会', canonical: '县发展和改革局', role: 'lead' }),
    ]);
    const others = roles().filter((role) => role.canonical !== undefined);
    expect(others).toHaveLength(1);
  });

  test('a group alone is co-responsible, 配合 makes cooperating', () => {
    expect(written(19)).toEqual(['co-responsible:县食品安全委员会相关成员单位']);
    expect(written(37)).toEqual(['lead:县市场监督管理局', 'cooperating:县食品安全委员会相关成员单位']);
    expect(written(50)).toEqual(['lead:县食品安全委员会办公室', 'cooperating:相关部门']);
  });

  test('has exactly its 15 measured targets', () => {
    const found = reading.tasks.flatMap((entry) =>
      entry.targets.map(
        (target) => `${entry.number} ${target.name} ${target.comparator} ${target.value} ${target.unit}`,
      ),
    );
    expect(found).toEqual(SEED_TARGETS);
  });

  test('has two dues: the monthly report and the yearly one', () => {
    const dues = reading.tasks.flatMap((entry) => entry.dues.map(({ span: _, ...due }) => [entry.number, due]));
    expect(dues).toEqual([
      [52, { kind: 'monthly', day: 15, count: 1, text: '每月15日前' }],
      [53, { kind: 'date', date: '2021-11-20', text: '11月20日前' }],
    ]);
  });

  test('every span points at the words it belongs to', () => {
    for (const entry of reading.tasks) {
      for (const item of entry.responsibilities) {
        expect(text.slice(item.span.start, item.span.end)).toMatch(/^〔[\s\S]*[〕\]]$/u);
        for (const role of item.roles) {
          const words = text.slice(role.span.start, role.span.end).replace(/\s/gu, '');
          if (entry.number !== 20) expect(words).toBe(role.agency);
        }
      }
      for (const target of entry.targets) expect(text.slice(target.span.start, target.span.end)).toBe(target.text);
      for (const due of entry.dues) expect(text.slice(due.span.start, due.span.end)).toBe(due.text);
    }
  });

  test('leaves copies and printing notes out of the last task', () => {
    expect(task(53).content).toMatch(/年度食品安全工作情况。$/u);
  });

  test('warns where nobody leads, and nowhere else', () => {
    const warned = reading.warnings.filter((warning) => warning.code === 'NO_LEAD').map((warning) => warning.task);
    const without = reading.tasks
      .filter((entry) => entry.responsibilities.every((item) => item.roles.every((role) => role.role !== 'lead')))
      .map((entry) => entry.number);
    expect(warned).toEqual(without);
    expect(warned).toHaveLength(24);
  });

  test('is read the same when all its line breaks are lost', () => {
    const flat = readPlan(text.replace(/息〕\s+息/u, '息').replaceAll(/\n+/gu, ''), { directory });
    expect(flat.sections).toHaveLength(10);
    expect(flat.tasks.map((entry) => entry.number)).toEqual(reading.tasks.map((entry) => entry.number));
    const short = (tasks: readonly ReadTask[]): string[] =>
      tasks.map((entry) =>
        entry.responsibilities.flatMap((item) => item.roles.map((role) => role.role + role.agency)).join(),
      );
    expect(short(flat.tasks)).toEqual(short(reading.tasks));
    expect(flat.tasks.at(-1)?.content).toBe(task(53).content);
  });
});
