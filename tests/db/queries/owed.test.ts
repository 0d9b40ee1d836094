import { expect, test } from 'vitest';
import type { WritableDb } from '#db/handle.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { holdsIn } from '#shared/domain/owed.ts';
import { createTestDb, PLAN } from '#tests/helpers/a-plan.ts';

/**
 * Agencies 1 to 6 of a file with one task, on which nobody has a role yet. Rows are put in by hand: what is looked at
 * is the view alone.
 */
function anEmptyTask(): WritableDb {
  const { db } = createTestDb({ tasks: 1, agencies: 6 });
  db.exec('DELETE FROM assignment');
  return db;
}

type Dates = readonly [from: string | null, until: string | null];
const ALWAYS: Dates = [null, null];

function giveRole(db: WritableDb, agency: number, role: string, [from, until] = ALWAYS): void {
  db.prepare(
    `INSERT INTO assignment (task_id, agency_id, role, position, origin, starts_on, ends_on) VALUES (1, ?, ?, 1, 'manual', ?, ?)`,
  ).run(agency, role, from, until);
}

function addMember(db: WritableDb, group: number, member: number, [from, until] = ALWAYS): void {
  db.prepare('INSERT INTO agency_member (group_id, member_id, starts_on, ends_on) VALUES (?, ?, ?, ?)').run(
    group,
    member,
    from,
    until,
  );
}

/** `5 lead by 1 2021-03-01…` for each duty. */
function owed(db: WritableDb): readonly string[] {
  return listOwed(db, getPlan(db, PLAN).id).map(({ agencyId, role, through, startsOn, endsOn }) => {
    const dates = startsOn === null && endsOn === null ? '' : ` ${startsOn ?? ''}…${endsOn ?? ''}`;
    return `${agencyId} ${role}${through === null ? '' : ` by ${through}`}${dates}`;
  });
}

test('an agency owes by its own role, and the members of a group by the role of the group', () => {
  const db = anEmptyTask();
  addMember(db, 1, 4);
  addMember(db, 1, 5);
  giveRole(db, 1, 'lead');
  giveRole(db, 2, 'cooperating');
  expect(owed(db)).toEqual(['1 lead', '2 cooperating', '4 lead by 1', '5 lead by 1']);
});

test('a group in a group stands for its members and owes nothing by itself', () => {
  const db = anEmptyTask();
  addMember(db, 1, 2);
  addMember(db, 2, 4);
  addMember(db, 1, 5);
  giveRole(db, 1, 'lead');
  expect(owed(db)).toEqual(['1 lead', '4 lead by 1', '5 lead by 1']);
});

test('groups that hold each other end nowhere, and their members owe all the same', () => {
  const db = anEmptyTask();
  addMember(db, 1, 2);
  addMember(db, 2, 1);
  addMember(db, 2, 4);
  giveRole(db, 1, 'co-responsible');
  expect(owed(db)).toEqual(['1 co-responsible', '4 co-responsible by 1']);
});

test('of several roles the strongest counts, but a role of its own before all', () => {
  const db = anEmptyTask();
  for (const group of [1, 2]) for (const member of [4, 5]) addMember(db, group, member);
  giveRole(db, 1, 'cooperating');
  giveRole(db, 2, 'lead');
  giveRole(db, 5, 'cooperating');
  expect(owed(db)).toEqual(['1 cooperating', '2 lead', '4 lead by 2', '5 cooperating']);
});

test('who joins a group in mid-year owes from then on, and not longer than the group does', () => {
  const db = anEmptyTask();
  addMember(db, 1, 4, ['2021-07-01', null]);
  addMember(db, 1, 5, [null, '2021-03-31']);
  addMember(db, 1, 6, ['2021-11-01', null]);
  giveRole(db, 1, 'lead', [null, '2021-10-31']);
  expect(owed(db)).toEqual(['1 lead …2021-10-31', '4 lead by 1 2021-07-01…2021-10-31', '5 lead by 1 …2021-03-31']);
});

test('a role that ended leaves what is owed through a group to the rest of the year', () => {
  const db = anEmptyTask();
  addMember(db, 1, 4);
  addMember(db, 2, 4, ['2021-02-01', '2021-05-31']);
  giveRole(db, 1, 'cooperating');
  giveRole(db, 2, 'lead');
  giveRole(db, 4, 'lead', [null, '2021-06-30']);
  expect(owed(db)).toEqual(['1 cooperating', '2 lead', '4 lead …2021-06-30', '4 cooperating by 1']);
});

test('a removed task and the tasks of another plan are owed by nobody here', () => {
  const db = anEmptyTask();
  giveRole(db, 1, 'lead');
  db.exec(`INSERT INTO plan (id, title, document_number, issuer, issued_on, year, source_name, source_text, source_sha256)
           VALUES (9, '二', '', '', '', 2022, '', '', ''); UPDATE task SET plan_id = 9`);
  expect(owed(db)).toEqual([]);
  db.exec('UPDATE task SET plan_id = 1, removed = 1');
  expect(owed(db)).toEqual([]);
});

test.each([
  [null, null, true],
  ['2021-10-31', null, true],
  ['2021-11-01', null, false],
  [null, '2021-10-01', true],
  [null, '2021-09-30', false],
])('a duty from %s until %s is owed in October: %s', (startsOn, endsOn, expected) => {
  expect(holdsIn({ startsOn, endsOn }, { startsOn: '2021-10-01', endsOn: '2021-10-31' })).toBe(expected);
});
