// Commands about periods, deadlines and the calendar, made up for the run of random commands.

import { setPlanCadence, setTaskCadence } from '#db/commands/cadence.commands.ts';
import { resetCalendarYear, setCalendarYears } from '#db/commands/calendar.commands.ts';
import { carryForward, confirmCarried } from '#db/commands/carry.commands.ts';
import { closeTasks, reopenTasks } from '#db/commands/closing.commands.ts';
import { setTaskDues } from '#db/commands/due.commands.ts';
import { addExtensions, removeExtension } from '#db/commands/extension.commands.ts';
import { addOwnPeriod, makePeriods } from '#db/commands/make-periods.commands.ts';
import { removePeriod, setPeriodDue } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { CARRIED_FIELDS } from '#shared/domain/carry.ts';
import type { AgencyId, PeriodId, RowId, TaskId } from '#shared/domain/ids.ts';
import { CADENCES, ON_HOLIDAY } from '#shared/domain/period.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { anAgencyFromTheStart, type Command, type Pick, planOf, rows, some } from './at-random.ts';

const oneOf = <Item>(items: readonly Item[], pick: Pick): Item => nth(items, pick(items.length));
const aDay = (pick: Pick) => oneOf(['2021-06-30', '2021-10-01', '2022-01-31'], pick);

function aPlace(world: TestWorld, pick: Pick) {
  const agencyId = pick(2) === 0 ? null : (anAgencyFromTheStart(world, pick) ?? null);
  return { taskId: oneOf(world.taskIds, pick), agencyId };
}

function anyPeriod(world: TestWorld, pick: Pick): PeriodId {
  return oneOf(rows<{ id: PeriodId }>(world, 'SELECT id FROM period'), pick).id;
}

/** Something reported for the first month, and taken over into the second. */
function carryAll({ db, taskIds, agencyIds, periodIds }: TestWorld): void {
  const [fromPeriodId, intoPeriodId] = [nth(periodIds, 0), nth(periodIds, 1)];
  const place = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), periodId: fromPeriodId };
  setProgress(db, [{ ...place, patch: { narrative: '沿用的' } }], MADE);
  carryForward(db, { fromPeriodId, intoPeriodId, fields: CARRIED_FIELDS }, MADE);
}

export const DEADLINE_COMMANDS: Readonly<Record<string, Command>> = {
  makePeriods: (world, pick) => {
    const kinds = some(CADENCES, pick).slice(0, 2);
    const rules = some(kinds, pick).map((kind) => ({
      kind,
      dueDay: oneOf([null, 5, 7], pick),
      dueIn: oneOf(['same', 'next'] as const, pick),
      onHoliday: oneOf(ON_HOLIDAY, pick),
    }));
    return makePeriods(world.db, { planId: planOf(world), kinds, years: [oneOf([2021, 2022], pick)], rules }, MADE);
  },
  addOwnPeriod: (world, pick) => {
    const dates = { startsOn: '2021-03-01', endsOn: oneOf(['2021-04-30', '2021-02-01'], pick), dueOn: '2021-05-05' };
    const label = oneOf(['专项行动', '2021-03', ' 春 季 '], pick);
    return addOwnPeriod(world.db, { planId: planOf(world), label, ...dates, onHoliday: 'stays' }, MADE);
  },
  setPeriodDue: (world, pick) =>
    setPeriodDue(world.db, anyPeriod(world, pick), { dueOn: aDay(pick), onHoliday: oneOf(ON_HOLIDAY, pick) }, MADE),
  // Not the first months, which forms are sent for.
  removePeriod: (world, pick) => {
    const periodId = anyPeriod(world, pick);
    return world.periodIds.slice(0, 3).includes(periodId) ? null : removePeriod(world.db, periodId, MADE);
  },
  setTaskCadence: (world, pick) =>
    setTaskCadence(world.db, some(world.taskIds, pick), oneOf([null, 'month', 'quarter'] as const, pick), MADE),
  setPlanCadence: (world, pick) => setPlanCadence(world.db, planOf(world), oneOf(CADENCES, pick), MADE),
  carryForward: (world, pick) => {
    const [fromPeriodId, intoPeriodId] = [nth(world.periodIds, pick(2)), nth(world.periodIds, 1 + pick(2))];
    return carryForward(world.db, { fromPeriodId, intoPeriodId, fields: some(CARRIED_FIELDS, pick) }, MADE);
  },
  confirmCarried: (world, pick) => {
    const carried = () =>
      rows<{ taskId: TaskId; agencyId: AgencyId; periodId: PeriodId }>(
        world,
        `SELECT task_id AS taskId, agency_id AS agencyId, period_id AS periodId FROM progress
         WHERE origin = 'carried' AND task_id IN (SELECT id FROM task WHERE removed = 0)`,
      );
    if (carried().length === 0) carryAll(world);
    const entry = oneOf(carried(), pick);
    return confirmCarried(world.db, entry.periodId, [entry], MADE);
  },
  addExtensions: (world, pick) => {
    const words = { reason: oneOf(['汛期影响', ' '], pick), approver: '张三', approvedOn: '2021-09-01' };
    const periodId = pick(2) === 0 ? null : nth(world.periodIds, pick(2));
    return addExtensions(world.db, [{ ...aPlace(world, pick), periodId, dueOn: aDay(pick), ...words }], MADE);
  },
  removeExtension: (world, pick) => {
    const ids = rows<{ id: RowId }>(world, 'SELECT id FROM extension');
    const row = ids[pick(Math.max(1, ids.length))];
    return row && removeExtension(world.db, row.id, MADE);
  },
  closeTasks: (world, pick) => {
    const words = { basis: oneOf(['验收报告', ''], pick), approver: '' };
    const place = aPlace(world, pick);
    const there = rows<{ id: RowId }>(world, `SELECT id FROM evidence WHERE task_id = ${place.taskId}`);
    const file = {
      title: '验收意见',
      fileName: '验收意见.pdf',
      sha256: 'f'.repeat(64),
      size: 1,
      addedOn: '2021-10-01',
    };
    const proof = { evidenceIds: some(there, pick).map(({ id }) => id), files: pick(2) === 0 ? [file] : [] };
    return closeTasks(world.db, [{ ...place, closedOn: aDay(pick), ...words }], MADE, proof);
  },
  reopenTasks: (world, pick) => {
    // One is closed and opened again: few runs would else have one that is closed.
    const place = aPlace(world, pick);
    closeTasks(world.db, [{ ...place, closedOn: aDay(pick), basis: '验收报告', approver: '' }], MADE);
    return reopenTasks(world.db, [place], { reopenedOn: aDay(pick), reason: '复查' }, MADE);
  },
  setTaskDues: (world, pick) => {
    const dues = some(['2021-06-30', '2021-11-20', null], pick).map((date) => {
      return { kind: 'date', text: '汛期前', date, day: null, count: null } as const;
    });
    return setTaskDues(world.db, oneOf(world.taskIds, pick), dues, MADE);
  },
  setCalendarYears: ({ db }, pick) => {
    const holidays = [{ name: '国庆节', from: '2027-10-01', to: oneOf(['2027-10-07', '2027-09-01'], pick) }];
    const workdays = [oneOf(['2027-10-09', '2027-10-03'], pick)];
    return setCalendarYears(db, [{ year: 2027, source: '通知', holidays, workdays }], MADE);
  },
  resetCalendarYear: ({ db }) => {
    setCalendarYears(db, [{ year: 2028, source: '通知', holidays: [], workdays: [] }], MADE);
    return resetCalendarYear(db, 2028, MADE);
  },
};
