import { expect, test } from 'vitest';
import { previewMerge } from '#backend/cases/agency/preview-merge.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { mergeAgenciesOn } from '#db/commands/merge-agencies-on.commands.ts';
import { addPlan } from '#db/commands/plan.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { periodsOf } from '#shared/domain/period.ts';
import { aReading, createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const JULY = '2021-07-01';

/** Agency 2, co-responsible for task 1, is joined to agency 5, which owes nothing yet. */
function aReform() {
  const world = createTestDb({ tasks: 3, agencies: 5 });
  return { ...world, from: nth(world.agencyIds, 1), into: nth(world.agencyIds, 4), task: nth(world.taskIds, 0) };
}

function owedOf({ db }: TestWorld, ...agencies: readonly number[]): readonly string[] {
  return listOwed(db, PLAN)
    .filter((row) => agencies.includes(row.agencyId))
    .map((row) => `${row.taskId}: ${row.agencyId} ${row.role} ${row.startsOn ?? ''}…${row.endsOn ?? ''}`);
}

// A unit that was joined to another one in July once took its first half of the year with it: what it had reported
// stood in the matrix under the name of a unit that did not exist then.
test('a unit joined in July keeps what it did until June, and the other one owes from July on', () => {
  const world = aReform();
  const { db, from, into, task, periodIds } = world;
  const [june, july] = [nth(periodIds, 5), nth(periodIds, 6)];
  const entry = { taskId: task, agencyId: from, patch: { status: 'done' as const } };
  setProgress(db, [{ ...entry, periodId: june }], MADE);
  doUndoRedo(
    db,
    () =>
      expect(mergeAgenciesOn(db, from, into, JULY, MADE).label).toBe(
        '合并单位（自 2021-07-01 起）：县测试2局 → 县测试5局',
      ),
    () => {
      expect(owedOf(world, from, into)).toEqual([
        `1: ${from} co-responsible …2021-06-30`,
        `1: ${into} co-responsible 2021-07-01…`,
      ]);
      expect(findProgress(db, task, from, june)).toMatchObject({ status: 'done' });
      expect(getAgency(db, from)).toMatchObject({ active: false, name: '县测试2局' });
    },
  );
  expect(codeOf(() => setProgress(db, [{ ...entry, periodId: july }], MADE))).toBe('NOT_ASSIGNED');
  expect(codeOf(() => setProgress(db, [{ ...entry, agencyId: into, periodId: june }], MADE))).toBe('NOT_ASSIGNED');
  setProgress(db, [{ ...entry, agencyId: into, periodId: july }], MADE);
});

test('where both have a role the other one keeps its own for the whole year, the stronger of the two', () => {
  const world = aReform();
  const { db, from, into, task } = world;
  setRoles(db, [{ taskId: task, agencyId: into, role: 'cooperating' }], MADE);
  expect(previewMerge(db, { from, into, on: JULY }).roles).toMatchObject([
    { taskId: task, from: 'co-responsible', into: 'cooperating', merged: 'co-responsible' },
  ]);
  doUndoRedo(
    db,
    () => mergeAgenciesOn(db, from, into, JULY, MADE),
    () =>
      expect(owedOf(world, from, into)).toEqual([
        `1: ${from} co-responsible …2021-06-30`,
        `1: ${into} co-responsible …`,
      ]),
  );
});

test('its place in a group is the other one’s from that day on', () => {
  const world = aReform();
  const { db, from, into, agencyIds } = world;
  const group = nth(agencyIds, 0);
  updateAgency(db, group, { kind: 'group', members: [from] }, MADE);
  doUndoRedo(
    db,
    () => mergeAgenciesOn(db, from, into, JULY, MADE),
    () =>
      expect(listOwed(db, PLAN).filter((row) => row.taskId === 2 && row.through === group)).toMatchObject([
        { agencyId: from, role: 'lead', startsOn: null, endsOn: '2021-06-30' },
        { agencyId: into, role: 'lead', startsOn: '2021-07-01', endsOn: null },
      ]),
  );
});

test('a plan of the year before is left as it is, and one of the year after goes over as a whole', () => {
  const world = aReform();
  const { db, from, into } = world;
  const agencies = ['县测试1局', '县测试2局'].map((name) => {
    return { name, shortName: name, kind: 'government' as const, aliases: [], members: [], pinyin: '' };
  });
  const reading = { ...aReading({ tasks: 1, agencies: 2 }), title: '2022年', year: 2022 };
  const source = { name: '', text: '原文', sha256: '' };
  const { planId } = addPlan(db, { reading, source, agencies, periods: periodsOf(2022, 'month') }, MADE);
  const before = owedOf(world, from, into);
  const nextYear = () => listOwed(db, planId).map(({ agencyId, startsOn, endsOn }) => [agencyId, startsOn, endsOn]);
  doUndoRedo(
    db,
    () => mergeAgenciesOn(db, from, into, '2022-01-01', MADE),
    () => {
      expect(owedOf(world, from, into)).toEqual(before);
      expect(nextYear().slice(1)).toEqual([
        [from, null, '2021-12-31'],
        [into, '2022-01-01', null],
      ]);
    },
  );
  const later = aReform();
  const added = addPlan(later.db, { reading, source, agencies, periods: periodsOf(2022, 'month') }, MADE);
  mergeAgenciesOn(later.db, later.from, later.into, '2021-12-01', MADE);
  expect(listOwed(later.db, added.planId).map(({ agencyId, startsOn }) => [agencyId, startsOn])).toEqual([
    [nth(later.agencyIds, 0), null],
    [later.into, null],
  ]);
});

test('two that were joined from a day on can still be made one for the whole year', () => {
  const world = aReform();
  const { db, from, into } = world;
  mergeAgenciesOn(db, from, into, JULY, MADE);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, MADE),
    () => expect(owedOf(world, from, into)).toEqual([`1: ${into} co-responsible …`]),
  );
});

test('an agency is not joined to itself, and a group with members only to a group', () => {
  const { db, from, into, agencyIds } = aReform();
  expect(codeOf(() => mergeAgenciesOn(db, from, from, JULY, MADE))).toBe('NOTHING_TO_CHANGE');
  updateAgency(db, from, { kind: 'group', members: [nth(agencyIds, 2)] }, MADE);
  expect(codeOf(() => mergeAgenciesOn(db, from, into, JULY, MADE))).toBe('AGENCY_NOT_GROUP');
});
