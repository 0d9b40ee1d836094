// What a clerk sees beside an entry: what was said last, how far the targets are, and doubts that hold nothing up.
import { describe, expect, it } from 'vitest';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, type Office, refusalOf } from '#tests/helpers/an-office.ts';

/** Task 16: 50 批次, led by 县发展和改革局. The clock shows 12 October 2021. */
async function grainOf(office: Office, label: string) {
  const cell = await aCell(office, 16, '县发展和改革局', label);
  const row = (await office.client.ledger.read({ periodId: cell.periodId, taskIds: [cell.taskId] }))[0];
  const targetId = row?.targets[0]?.id;
  if (targetId === undefined) throw new Error('task 16 has a target');
  return { cell, targetId };
}

async function report(office: Office, label: string, patch: ProgressPatch, value?: number) {
  const { cell, targetId } = await grainOf(office, label);
  const { agencyId, periodId } = cell;
  if (value === undefined) return office.client.progress.set({ entries: [{ ...cell, patch }] });
  const values = [{ targetId, agencyId, periodId, value }];
  return office.client.entry.set({ entries: [{ ...cell, patch }], values });
}

describe('an entry', () => {
  it('stands beside what was said last, with its targets measured by the year', async () => {
    const office = await anOffice();
    await report(office, '2021-08', { narrative: '已抽检12批次。' }, 12);
    await report(office, '2021-09', { narrative: '累计抽检20批次。', percent: 40 }, 8);
    const { label } = await report(office, '2021-10', { reporter: '张三' }, 5);
    expect(label).toBe('填写进展和指标值：第 16 项 发改局');
    const { cell } = await grainOf(office, '2021-10');
    const entry = await office.client.entry.read(cell);
    expect(entry).toMatchObject({
      reporter: '张三',
      lastPeriod: '2021-09',
      last: { narrative: '累计抽检20批次。', percent: 40 },
      targets: [
        { name: '粮食质量安全检验监测', target: 50, value: 5, given: null, cumulative: 25, share: 0.5, ahead: -28.1 },
      ],
    });
    expect(entry.timeShare).toBeCloseTo(285 / 365, 5);
    const [row] = await office.client.ledger.read({ periodId: cell.periodId, taskIds: [cell.taskId] });
    expect(row).toMatchObject({ reporter: '张三', last: { percent: 40 }, targets: [{ cumulative: 25 }], evidence: 0 });
  });

  it('goes into the table for superiors with its targets and who reported, where there are any', async () => {
    const office = await anOffice();
    const printed = async (label: string) => {
      const { cell } = await grainOf(office, label);
      const { periodId } = cell;
      const asked = { planId: PLAN, layout: 'ledger', periodId, withLights: false } as const;
      return JSON.stringify(await office.client.exports.printTable(asked));
    };
    expect(await printed('2021-10')).not.toMatch(/"head":"(?:量化指标|填报人)"/u);
    await report(office, '2021-10', { reporter: '张三' }, 25);
    const table = await printed('2021-10');
    expect(table).toContain('粮食质量安全检验监测：本期 25批次，累计 25/50批次 50%，比序时进度慢 28.1 个百分点');
    expect(table).toMatch(/填报人/u);
    expect(table).toContain('张三');
  });

  it('of another plan’s period is refused', async () => {
    const office = await anOffice();
    const { cell } = await grainOf(office, '2021-10');
    const stranger = { ...cell, periodId: 9999 } as unknown as typeof cell;
    expect(await refusalOf(office.client.entry.read(stranger))).toBe('PERIOD_UNKNOWN');
  });
});

describe('doubts about an entry', () => {
  const LONG = '已对全县12家粮食收储企业开展质量安全抽检，覆盖全部品种。';
  const cases: readonly [string, ProgressPatch, ProgressPatch, string | null][] = [
    ['nothing wrong', { percent: 40 }, { percent: 50, status: 'in-progress', narrative: LONG }, null],
    ['a share that falls', { percent: 40 }, { percent: 30 }, '完成比例 30%，低于上期的 40%'],
    ['done, and not all of it', {}, { status: 'done', percent: 80, narrative: LONG }, '状态为“已完成”，完成比例是 80%'],
    ['done without a word', {}, { status: 'done' }, '状态为“已完成”，进展情况未填'],
    ['done without a proof', {}, { status: 'done', narrative: LONG }, '状态为“已完成”，没有佐证材料'],
    ['the same words, long', { narrative: LONG }, { narrative: LONG }, '进展情况与上期相同（100%）'],
    ['the same words, short', { narrative: '已抽检' }, { narrative: '已抽检' }, '进展情况与上期一字不差'],
    ['a day to come', {}, { reportedOn: '2021-10-20' }, '填报日期2021年10月20日在今天之后'],
    ['a day before the period', {}, { reportedOn: '2021-09-20' }, '填报日期2021年9月20日早于2021年10月'],
    ['done once, and not any more', { status: 'done' }, { status: 'in-progress' }, '上期为“已完成”，本期又改为未完成'],
    ['stock phrases', {}, { narrative: '正在有序推进各项工作。' }, '没有具体内容、数字或日期'],
  ];
  it.each(cases)('%s', async (_, last, draft, sentence) => {
    const office = await anOffice();
    if (Object.keys(last).length > 0) await report(office, '2021-09', last);
    const { cell } = await grainOf(office, '2021-10');
    const warnings = await office.client.entry.check({ ...cell, draft });
    const sentences = warnings.map((warning) => warning.sentence);
    if (sentence === null) expect(sentences).toEqual([]);
    else expect(sentences).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]));
    // One doubt, one sentence.
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('a cumulative value that falls', async () => {
    const office = await anOffice();
    await report(office, '2021-09', { narrative: '已抽检20批次。' }, 20);
    const { cell, targetId } = await grainOf(office, '2021-10');
    const { agencyId, periodId } = cell;
    await office.client.target.set({ cells: [{ targetId, agencyId, periodId, cumulative: 15 }] });
    expect(await office.client.entry.check(cell)).toEqual([
      { field: 'target', sentence: '“粮食质量安全检验监测”累计 15批次，低于上期的 20批次' },
    ]);
  });
});

describe('verification', () => {
  it('lists what is called done and nobody has confirmed', async () => {
    const office = await anOffice();
    await report(office, '2021-10', { status: 'done' });
    const { cell } = await grainOf(office, '2021-10');
    const { periodId } = cell;
    const open = () => office.client.verification.list({ planId: PLAN, periodId, open: true });
    const check = { ...cell, manner: '实地', checker: '张三', checkedOn: '2021-10-12' };
    expect(await open()).toMatchObject([{ number: 16, agencyName: '县发展和改革局', verification: null }]);
    await office.client.verification.add({ verifications: [{ ...check, result: 'partly' }] });
    expect(await open()).toMatchObject([{ verification: { result: 'partly' } }]);
    await office.client.verification.add({ verifications: [{ ...check, result: 'confirmed' }] });
    expect(await open()).toEqual([]);
    expect(await office.client.verification.list({ planId: PLAN, periodId })).toHaveLength(1);
  });

  // What was carried over from a task that was done last month stood in the list as reported done this month.
  it('has nothing to check where the status was only carried over', async () => {
    const office = await anOffice();
    await report(office, '2021-09', { status: 'done', percent: 100 });
    const { cell } = await grainOf(office, '2021-10');
    const { cell: before } = await grainOf(office, '2021-09');
    await office.client.period.carry({
      fromPeriodId: before.periodId,
      intoPeriodId: cell.periodId,
      fields: ['status', 'percent'],
    });
    const { periodId } = cell;
    expect(await office.client.ledger.read({ periodId, taskIds: [cell.taskId] })).toMatchObject([
      { status: 'done', carried: true },
    ]);
    expect(await office.client.verification.list({ planId: PLAN, periodId, open: true })).toEqual([]);
  });
});
