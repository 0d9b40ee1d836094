// Commands about whole plans and the year, made up for the run of random commands.
import { mergeAgenciesOn } from '#db/commands/merge-agencies-on.commands.ts';
import { closePeriod, reopenPeriod } from '#db/commands/period.commands.ts';
import { addPlan, archivePlan } from '#db/commands/plan.commands.ts';
import { beginYear, copyYear } from '#db/commands/year.commands.ts';
import { prepared } from '#db/prepared.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import type { AgencyId, PlanId } from '#shared/domain/ids.ts';
import { periodsOf } from '#shared/domain/period.ts';
import { aReading, MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, planOf, some } from './at-random.ts';

function anyOf<Id>(world: TestWorld, pick: Pick, table: 'agency' | 'plan'): Id {
  const ids = prepared(world.db, `SELECT id FROM ${table}`).pluck().all() as Id[];
  return nth(ids, pick(ids.length));
}

/** Next year's plan, with an agency that the file knows and one that it does not. */
function aNextPlan(pick: Pick) {
  const reading = { ...aReading({ tasks: 2, agencies: 2 }), title: `计划${pick(3)}`, year: 2022 };
  const agencies = [1, 2].map((number) => ({
    name: `县测试${number}局`,
    shortName: `测试${number}`,
    kind: 'government' as const,
    aliases: pick(2) === 0 ? [] : [`又名${number}`],
    members: [],
    pinyin: 'xcsj',
  }));
  const source = { name: '下一年.txt', text: '原文', sha256: String(pick(3)).repeat(64) };
  return { reading, source, agencies, periods: periodsOf(2022, 'month') };
}

export const PLAN_COMMANDS: Readonly<Record<string, Command>> = {
  addNextPlan: ({ db }, pick) => addPlan(db, aNextPlan(pick), MADE),
  beginYear: (world, pick) => {
    const carried = new Map(listTasks(world.db, planOf(world)).map(({ id }, index) => [index + 1, id]));
    return beginYear(world.db, { previousId: planOf(world), draft: aNextPlan(pick), carried }, MADE);
  },
  copyYear: (world, pick) => {
    const taskIds = some(listTasks(world.db, planOf(world)), pick).map(({ id }) => id);
    return copyYear(world.db, { planId: planOf(world), year: 2022, title: `下一年${pick(9)}`, taskIds }, MADE);
  },
  archivePlan: (world, pick) =>
    archivePlan(world.db, anyOf<PlanId>(world, pick, 'plan'), pick(2) === 0 ? null : '2022-01-31', MADE),
  closePeriod: (world, pick) => {
    const closedAs = { closedOn: '2021-10-31', owed: 1 + pick(3), missing: pick(2) };
    return closePeriod(world.db, nth(world.periodIds, pick(2)), closedAs, MADE);
  },
  reopenPeriod: (world, pick) =>
    reopenPeriod(world.db, nth(world.periodIds, pick(2)), nth(['更正', '两行\n原因', ' '], pick(3)), MADE),
  mergeAgenciesOn: (world, pick) => {
    const [from, into] = [anyOf<AgencyId>(world, pick, 'agency'), anyOf<AgencyId>(world, pick, 'agency')];
    return mergeAgenciesOn(world.db, from, into, nth(['2021-07-01', '2022-02-01'], pick(2)), MADE);
  },
};
