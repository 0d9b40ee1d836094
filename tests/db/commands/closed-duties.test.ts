import { describe, expect, it } from 'vitest';
import { dutiesByPeriod } from '#backend/standing/duties-of-periods.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { addAgencies, updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { addExtensions } from '#db/commands/extension.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { closePeriod, reopenPeriod } from '#db/commands/period.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const CLOSED_AS = { closedOn: '2021-02-01', owed: 6, missing: 6 } as const;

/** A group of the first two agencies leads task 3 as well. */
function aWorld() {
  const world = createTestDb();
  const { db, agencyIds, taskIds } = world;
  const lists = { aliases: [], formerNames: [], members: [nth(agencyIds, 0), nth(agencyIds, 1)] };
  addAgencies(db, [{ name: '各成员单位', shortName: '各成员', kind: 'group', pinyin: 'gcydw', ...lists }], MADE);
  const group = db.prepare("SELECT id FROM agency WHERE kind = 'group'").pluck().get() as AgencyId;
  setRoles(db, [{ taskId: nth(taskIds, 2), agencyId: group, role: 'lead' }], MADE);
  return { ...world, group, january: nth(world.periodIds, 0) };
}

function owedIn({ db }: TestWorld, periodId: ReturnType<typeof aWorld>['january']) {
  const { owed, memberships } = loadPlanState(db, PLAN, { periodId, parts: ['owed', 'memberships'] });
  return {
    owed: owed.map(({ taskId, agencyId, role, through }) => [taskId, agencyId, role, through]),
    members: memberships.map(({ groupId, memberId }) => [groupId, memberId]),
  };
}

describe('who owed what in a closed period', () => {
  it('stays when roles and members change, and goes with the present again when it is opened', () => {
    const world = aWorld();
    const { db, january, group, taskIds, agencyIds } = world;
    const then = owedIn(world, january);
    closePeriod(db, january, CLOSED_AS, MADE);
    expect(owedIn(world, january)).toEqual(then);
    setRoles(db, [{ taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), role: null }], MADE);
    setRoles(db, [{ taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3), role: 'cooperating' }], MADE);
    updateAgency(db, group, { members: [nth(agencyIds, 2)] }, MADE);
    expect(owedIn(world, january)).toEqual(then);
    expect(owedIn(world, nth(world.periodIds, 1))).not.toEqual(then);
    const state = loadPlanState(db, PLAN, { parts: ['owed', 'memberships'] });
    const dutiesOf = dutiesByPeriod(db, state);
    const periods = listPeriods(db, PLAN);
    expect(dutiesOf(nth(periods, 0)).owed).toHaveLength(then.owed.length);
    expect(dutiesOf(nth(periods, 0)).memberships).toHaveLength(2);
    expect(dutiesOf(nth(periods, 1)).memberships).toEqual(state.memberships);
    doUndoRedo(
      db,
      () => reopenPeriod(db, january, '更正', MADE),
      () => expect(owedIn(world, january)).toEqual(owedIn(world, nth(world.periodIds, 1))),
    );
  });

  it('is one step with the closing, undone byte for byte', () => {
    const world = aWorld();
    const { db, january } = world;
    const rows = () => db.prepare('SELECT count(*) FROM closed_duty').pluck().get();
    doUndoRedo(
      db,
      () => closePeriod(db, january, CLOSED_AS, MADE),
      () => expect(rows()).toBe(5),
    );
    reopenPeriod(db, january, '更正', MADE);
    expect(rows()).toBe(0);
    doUndoRedo(
      db,
      () => closePeriod(db, january, CLOSED_AS, MADE),
      () => expect(rows()).toBe(5),
    );
  });

  it('follows an agency into the one it is joined to', () => {
    const world = aWorld();
    const { db, january, agencyIds, group } = world;
    const [first, second, , fourth] = agencyIds;
    if (first === undefined || second === undefined || fourth === undefined) throw new Error('too few agencies');
    closePeriod(db, january, CLOSED_AS, MADE);
    const before = owedIn(world, january);
    doUndoRedo(
      db,
      () => mergeAgencies(db, second, fourth, MADE),
      () => {
        const after = owedIn(world, january);
        expect(after.owed.filter(([, agency]) => agency === second)).toEqual([]);
        expect(after.members).toEqual([
          [group, first],
          [group, fourth],
        ]);
        const tasks = (rows: typeof before.owed, ids: readonly AgencyId[]) =>
          [...new Set(rows.filter(([, agency]) => ids.some((id) => id === agency)).map(([task]) => task))].toSorted();
        expect(tasks(after.owed, [fourth])).toEqual(tasks(before.owed, [second, fourth]));
      },
    );
  });
});

describe('a closed period', () => {
  it('refuses what would change it, by typing and by undo', () => {
    const world = aWorld();
    const { db, january, taskIds, agencyIds } = world;
    const place = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0) };
    const words = { dueOn: '2021-03-01', reason: '汛期', approver: '张三', approvedOn: '2021-01-20' };
    addExtensions(db, [{ ...place, ...words, periodId: january }], MADE);
    const { stepId } = addExtensions(db, [{ ...place, ...words, agencyId: null, periodId: january }], MADE);
    closePeriod(db, january, CLOSED_AS, MADE);
    expect(codeOf(() => addExtensions(db, [{ ...place, ...words, periodId: january }], MADE))).toBe('PERIOD_CLOSED');
    expect(codeOf(() => undoStep(db, MADE, stepId))).toBe('PERIOD_CLOSED');
    addExtensions(db, [{ ...place, ...words, periodId: null }], MADE);
  });
});
