// A revision that adds a unit under a name that stands already was refused by SQLite itself, and told as an inner
// failure with a number; it is refused with the sentence that names the unit.
import { expect, test } from 'vitest';
import { revisePlan } from '#db/commands/revise-plan.commands.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { createTestDb, MADE } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

/** A newer version that changes nothing but the units. */
function adding(name: string, alias: string) {
  const unit = { shortName: '某局', kind: 'government', pinyin: 'mj', position: 9 } as const;
  return {
    planId: 1 as PlanId,
    head: { title: '测试县2021年工作安排', documentNumber: '', issuer: '', issuedOn: '2021-01-05' },
    source: { name: '修订.txt', text: '修订', sha256: '1'.repeat(64) },
    sections: [],
    newAgencies: [{ ...unit, name }],
    newAliases: [{ agency: name, alias }],
    tasks: [],
    removed: [],
    label: '按修订版更新',
  };
}

test.each([
  ['县测试1局', '某局'],
  ['县某局', '县测试1局'],
  ['县某局', '县某局'],
])(
  'a unit 「%s」, also 「%s」, that a newer plan would add a second time is refused, and nothing changes',
  (name, alias) => {
    const { db } = createTestDb();
    const before = snapshotDb(db);
    expect(codeOf(() => revisePlan(db, adding(name, alias), MADE))).toBe('AGENCY_NAME_TAKEN');
    expect(snapshotDb(db)).toBe(before);
  },
);

test('a unit that is new is added with its other name', () => {
  const { db } = createTestDb();
  revisePlan(db, adding('县某局', '某局'), MADE);
  expect(db.prepare('SELECT alias FROM agency_alias JOIN agency ON agency.id = agency_id').pluck().all()).toEqual([
    '某局',
  ]);
});
