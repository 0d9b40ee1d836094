// A period judged and counted: members of a group owe through it, and it is not counted beside them.
import { describe, expect, it } from 'vitest';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { countDuties } from '#backend/standing/statistics.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { judgeCase } from '#tests/helpers/a-judge.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';

const TODAY = '2021-10-20';

/**
 * Three tasks led by the first agency; the second shares in task 1, the third in task 2, the fourth in task 3. The
 * fourth is a group of the second and the third, and cooperates in task 1 as well.
 */
function aWorld() {
  const world = createTestDb({ tasks: 3, agencies: 4 });
  const { db, taskIds, agencyIds, periodIds } = world;
  const [lead, second, third, group] = [0, 1, 2, 3].map((index) => nth(agencyIds, index)) as [
    AgencyId,
    AgencyId,
    AgencyId,
    AgencyId,
  ];
  const tasks = [0, 1, 2].map((index) => nth(taskIds, index)) as [TaskId, TaskId, TaskId];
  updateAgency(db, group, { kind: 'group', members: [second, third] }, MADE);
  setRoles(db, [{ taskId: tasks[0], agencyId: group, role: 'cooperating' }], MADE);
  const periodId = nth(periodIds, 9);
  const report = (taskId: TaskId, agencyId: AgencyId, patch: Parameters<typeof setProgress>[1][number]['patch']) =>
    setProgress(db, [{ taskId, agencyId, periodId, patch }], MADE);
  const judged = (today = TODAY) => {
    const state = loadPlanState(db, PLAN, { periodId });
    const period = state.periods.find(({ id }) => id === periodId);
    if (!period) throw new Error('no period');
    const owed = owedIn(state.owed, period);
    const judge = judgeOfPeriod({ db, today: () => today, calendar: WEEKENDS_ONLY }, period);
    return { state, owed, judge, counts: countDuties({ ...state, owed }, judge) };
  };
  const dutyOf = (owed: readonly OwedRow[], taskId: TaskId, agencyId: AgencyId) => {
    const duty = owed.find((row) => row.taskId === taskId && row.agencyId === agencyId);
    if (!duty) throw new Error('not owed');
    return duty;
  };
  return { lead, second, third, group, tasks, report, judged, dutyOf };
}

describe('a period', () => {
  it('has the members of a group after it, each with its own role where it has one', () => {
    const { lead, second, third, group, tasks, judged } = aWorld();
    const { owed, state } = judged();
    const duties = dutiesByTask(owed, state).get(tasks[0]) ?? [];
    expect(duties.map(({ agencyId, role, through }) => [agencyId, role, through])).toEqual([
      [lead, 'lead', null],
      [second, 'co-responsible', null],
      [group, 'cooperating', null],
      [third, 'cooperating', group],
    ]);
  });

  it('is counted by agency and by section, a group not beside its members', () => {
    const { lead, second, third, group, tasks, report, judged } = aWorld();
    report(tasks[0], lead, { status: 'done' });
    report(tasks[1], lead, { status: 'blocked' });
    report(tasks[0], second, { status: 'in-progress' });
    const { counts, state } = judged();
    expect(counts.byAgency.get(lead)).toEqual({
      owed: 3,
      reported: 2,
      missing: 1,
      done: 1,
      overdue: 1,
      blocked: 1,
      rate: 2 / 3,
    });
    expect(counts.byAgency.get(third)).toMatchObject({ reported: 0, missing: 3, rate: 0 });
    expect(counts.byAgency.has(group)).toBe(false);
    expect(counts.byAgency.get(second)).toMatchObject({ owed: 2, reported: 1, rate: 0.5 });
    const bySection = state.sections.map(({ id }) => counts.bySection.get(id)?.owed);
    expect(bySection).toEqual([6, 2]);
    expect(counts.all).toMatchObject({ owed: 8, reported: 3, missing: 5 });
  });

  it('counts nobody as overdue before the due date, though nothing is there yet', () => {
    const { judged } = aWorld();
    expect(judged('2021-10-15').counts.all).toMatchObject({ missing: 8, overdue: 0 });
    expect(judged('2021-10-16').counts.all).toMatchObject({ missing: 8, overdue: 8 });
  });

  it('shows a group as its most pressing member, until it has a report of its own', () => {
    const { second, third, group, tasks, report, judged, dutyOf } = aWorld();
    const groupNow = () => {
      const { owed, judge } = judged();
      return judge(dutyOf(owed, tasks[0], group));
    };
    expect(groupNow()).toMatchObject({ light: 'overdue', missing: false, counts: false, dueOn: '2021-10-15' });
    report(tasks[0], second, { status: 'done' });
    expect(groupNow()).toMatchObject({ light: 'overdue', because: '由2家成员单位报送，已报1家，其中逾期未报1家' });
    report(tasks[0], group, { status: 'in-progress' });
    expect(groupNow()).toMatchObject({ light: 'on-track', missing: false, counts: false });
    expect(judged().owed.some(({ agencyId, taskId }) => agencyId === third && taskId === tasks[0])).toBe(true);
  });

  it('does not ask of a unit what it owed before or owes later', () => {
    const duty = {
      taskId: 1 as TaskId,
      agencyId: 1 as AgencyId,
      role: 'lead',
      through: null,
      cadence: 'month',
    } as const;
    const before = { ...duty, startsOn: null, endsOn: '2021-09-30' };
    const since = { ...duty, startsOn: '2021-10-31', endsOn: null };
    expect(judgeCase({ today: TODAY, duty: before })).toMatchObject({
      because: '责任至2021年9月30日止，本期不再报送',
      missing: false,
      counts: false,
    });
    expect(judgeCase({ today: TODAY, duty: since })).toMatchObject({ light: 'overdue', missing: true, counts: true });
    const period = { kind: 'month', startsOn: '2021-10-01', endsOn: '2021-10-31' } as const;
    expect(owedIn([before, since, { ...since, role: 'cooperating' }], period)).toEqual([since]);
  });
});
