// A value of a target in a period is a report: the same in every view, whether there is an entry beside it or not.
import { expect, test } from 'vitest';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice } from '#tests/helpers/an-office.ts';

type Case = {
  readonly what: string;
  readonly patch?: ProgressPatch;
  readonly value?: number;
  readonly cumulative?: number;
  readonly carried?: true;
  readonly light: string;
  readonly because: string;
};

const UNSAID = '已报送，未注明状态';

const CASES: readonly Case[] = [
  { what: 'nothing', light: 'overdue', because: '尚未报送，时限2021年10月15日，已逾期3天' },
  { what: 'a value alone', value: 20, light: 'reported', because: UNSAID },
  { what: 'a cumulative value alone', cumulative: 40, light: 'reported', because: UNSAID },
  { what: 'a value of nought', value: 0, light: 'reported', because: UNSAID },
  { what: 'words and a value', patch: { narrative: '已抽检' }, value: 20, light: 'reported', because: UNSAID },
  { what: 'a status and a value', patch: { status: 'done' }, value: 20, light: 'done', because: '已完成' },
  { what: 'what was carried over', carried: true, light: 'overdue', because: '沿用上期，本期尚未报送' },
  { what: 'what was carried over, and a value', carried: true, value: 20, light: 'reported', because: UNSAID },
];

test.each(CASES)(
  '$what: $light in matrix, ledger, lights, task, counts, gaps, statistics and overdue',
  async (each) => {
    const { patch, value, cumulative, carried, light, because } = each;
    const office = await anOffice(() => new Date('2021-10-18T09:00:00'));
    const { client } = office;
    const { taskId, agencyId, periodId } = await aCell(office, 16, '县发展和改革局');
    const { periods } = await client.workspace.overview();
    const before = periods.find(({ label }) => label === '2021-09');
    const [target] = (await client.matrix.task({ taskId, periodId })).targets;
    if (!target || !before) throw new Error('task 16 has a target, the year a September');
    if (carried) {
      const entry = {
        taskId,
        agencyId,
        periodId: before.id,
        patch: { status: 'in-progress', narrative: '推进中' },
      } as const;
      await client.progress.set({ entries: [entry] });
      await client.period.carry({ fromPeriodId: before.id, intoPeriodId: periodId, fields: ['status', 'narrative'] });
    }
    if (patch) await client.progress.set({ entries: [{ taskId, agencyId, periodId, patch }] });
    if (value !== undefined) await client.target.set({ cells: [{ targetId: target.id, agencyId, periodId, value }] });
    if (cumulative !== undefined) {
      await client.target.set({ cells: [{ targetId: target.id, agencyId, periodId, cumulative }] });
    }

    const isMissing = light === 'overdue';
    const ledger = (await client.ledger.read({ periodId })).find(
      (row) => row.taskId === taskId && row.agencyId === agencyId,
    );
    expect(ledger?.light).toBe(light);
    expect(ledger?.because).toContain(because);
    const lights = await client.light.read({ periodId });
    expect(lights.find((row) => row.taskId === taskId && row.agencyId === agencyId)).toMatchObject({
      light,
      missing: isMissing,
    });
    const [row] = await client.matrix.read({ periodId, taskIds: [taskId] });
    expect(row?.cells.find((cell) => cell.agencyId === agencyId)).toMatchObject({ light });
    const task = await client.matrix.task({ taskId, periodId });
    expect(task.assignments.find((each) => each.agencyId === agencyId)).toMatchObject({ light });
    const page = await client.page.task({ taskId });
    expect(page.entries.find((each) => each.agencyId === agencyId && each.periodId === periodId)).toMatchObject({
      light,
    });
    const gaps = await client.period.gaps({ periodId });
    const ours = gaps.agencies.find((each) => each.agencyId === agencyId)?.tasks ?? [];
    expect(ours.includes(16)).toBe(isMissing);
    const late = await client.deadline.overdue({ planId: PLAN });
    expect(late.some((each) => each.task === 16 && each.period === '2021-10' && each.agency === '县发展和改革局')).toBe(
      isMissing,
    );
  },
);
