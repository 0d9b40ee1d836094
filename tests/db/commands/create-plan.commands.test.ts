import { expect, test } from 'vitest';
import { createPlan } from '#db/commands/create-plan.commands.ts';
import { openMemory } from '#db/open.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments } from '#db/queries/assignment.queries.ts';
import type { ReadRole } from '#shared/domain/plan-reading.ts';
import { aReading, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';

const SOURCE = { name: '测试.txt', text: '原文', sha256: '0'.repeat(64) };

/** The roles written for a task whose brackets name these, each role as `agency role`. */
function rolesWritten(...brackets: readonly (readonly string[])[]) {
  const reading = aReading({ tasks: 1, agencies: 1 });
  let start = 0;
  const responsibilities = brackets.map((names) => ({
    text: names.join('、'),
    scope: '',
    span: { start: 0, end: 100 },
    roles: names.map((name): ReadRole => {
      const [agency = '', role] = name.split(' ');
      start += 10;
      return { agency, role: role === '牵头' ? 'lead' : 'cooperating', span: { start, end: start + 5 } };
    }),
  }));
  const db = openMemory();
  const lists = { kind: 'government' as const, members: [], pinyin: '' };
  const agencies = [
    { name: '甲局', shortName: '甲', aliases: ['甲办'], ...lists },
    { name: '乙局', shortName: '乙', aliases: [], ...lists },
  ];
  const tasks = [{ ...nth(reading.tasks, 0), responsibilities }];
  createPlan(db, { reading: { ...reading, tasks }, source: SOURCE, agencies, periods: [] }, MADE);
  const nameOf = new Map(listAgencies(db).map(({ id, name }) => [id, name]));
  return listAssignments(db, PLAN)
    .toSorted((one, other) => one.position - other.position)
    .map(({ agencyId, role, writtenAs, span }) => [nameOf.get(agencyId), role, writtenAs, span?.start]);
}

// Each bracket used to be settled alone, and of two brackets of a task the first won: 配合 hid the 牵头 after it.
test('a unit that cooperates in one bracket and leads in another of the same task leads it, by the words that say so', () => {
  expect(rolesWritten(['甲局 配合'], ['乙局 配合', '甲局 牵头'])).toEqual([
    ['甲局', 'lead', '甲局', 30],
    ['乙局', 'cooperating', '乙局', 20],
  ]);
  expect(rolesWritten(['乙局 牵头', '甲局 配合'], ['甲局 牵头', '乙局 配合'])).toEqual([
    ['乙局', 'lead', '乙局', 10],
    ['甲局', 'lead', '甲局', 30],
  ]);
});

test('so does a unit that another bracket calls by another name', () => {
  expect(rolesWritten(['甲局 配合'], ['甲办 牵头'])).toEqual([['甲局', 'lead', '甲办', 20]]);
});
