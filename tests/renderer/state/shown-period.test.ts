// A clerk looked at November once. The program remembered the row id of that period for ever and for every file: another
// plan then opened in *its* period of the same number, in its March, and in December what was written went into November.
import { expect, test } from 'vitest';
import { namedPeriod, planKey, shownPeriod, withPeriod } from '#renderer/state/shown-period.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { periodsOf } from '#shared/domain/period.ts';

const PLAN = 1 as PlanId;

const period = (id: number): PeriodId => id as PeriodId;

function anOverview(createdAt: string, current: number, firstId = 1): Overview {
  const periods: readonly DatedPeriod[] = periodsOf(2021, 'month').map((month, index) => ({
    ...month,
    id: period(firstId + index),
    planId: PLAN,
    onHoliday: 'stays',
    closedOn: null,
    dueDay: month.dueOn,
    isDueUnsure: false,
  }));
  return {
    plans: [],
    plan: {
      id: PLAN,
      title: '食品安全重点工作安排',
      documentNumber: '',
      issuer: '',
      issuedOn: '',
      year: 2021,
      sourceName: '',
      sourceSha256: '',
      archivedOn: null,
      previousPlanId: null,
      cadence: 'month',
    },
    sections: [],
    agencies: [],
    periods,
    currentPeriodId: period(firstId + current - 1),
    today: '2021-12-06',
    isSample: false,
    fileName: '责任矩阵.db',
    createdAt,
    lights: [],
    undoLabel: null,
    redoLabel: null,
  };
}

const ours = anOverview('2021-01-04T08:00:00.000Z', 12);
const theirs = anOverview('2021-02-01T09:30:00.000Z', 12);

test('a plan opens in its current period', () => {
  expect(shownPeriod(ours, {})?.label).toBe('2021-12');
});

test('a chosen period is shown in its own plan, and another file opens in its current one', () => {
  const chosen = withPeriod(ours, {}, period(11));
  expect(shownPeriod(ours, chosen)?.label).toBe('2021-11');
  expect(shownPeriod(theirs, chosen)?.label).toBe('2021-12');
});

test('two plans of one file are two plans', () => {
  const second: Overview = { ...ours, plan: { ...ours.plan, id: 2 as PlanId } };
  expect(planKey(second)).not.toBe(planKey(ours));
  expect(shownPeriod(second, withPeriod(ours, {}, period(11)))?.label).toBe('2021-12');
});

test('the current period, chosen by hand, is no choice: the window moves on with the calendar', () => {
  const back = withPeriod(ours, withPeriod(ours, {}, period(11)), period(12));
  expect(back).toEqual({});
  const inNovember = anOverview(ours.createdAt, 11);
  expect(shownPeriod(ours, withPeriod(inNovember, {}, period(11)))?.label).toBe('2021-12');
});

test('a period of another plan changes nothing', () => {
  const chosen = withPeriod(ours, {}, period(11));
  expect(withPeriod(ours, chosen, period(99))).toBe(chosen);
  expect(shownPeriod(anOverview(ours.createdAt, 12, 40), chosen)?.label).toBe('2021-12');
});

test('what is printed or exported of another period says so', () => {
  const [november, december] = ours.periods.slice(10);
  if (!november || !december) throw new Error('a year has twelve months');
  expect(namedPeriod(november, ours.currentPeriodId)).toBe('2021年11月（不是当期）');
  expect(namedPeriod(december, ours.currentPeriodId)).toBe('2021年12月');
});
