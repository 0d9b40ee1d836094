import { expect, test } from 'vitest';
import {
  addAgencies,
  type NewAgency,
  removeAgency,
  reorderAgencies,
  updateAgency,
} from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { findAgencyByName, listAgencies } from '#db/queries/agency.queries.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import { AT, createTestDb, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

function aNew(name: string, more: Partial<NewAgency> = {}): NewAgency {
  const blank = { shortName: name, kind: 'government', pinyin: '', aliases: [], formerNames: [], members: [] } as const;
  return { name, ...blank, ...more };
}

test('a new agency stands behind the others and is found by its name and its aliases', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => expect(addAgencies(db, [aNew('县气象局', { aliases: ['气象局'] })], made).label).toBe('新增单位：县气象局'),
    () => {
      expect(listAgencies(db).at(-1)).toMatchObject({ name: '县气象局', position: 5, active: true, removable: true });
      expect(findAgencyByName(db, '气象局')?.name).toBe('县气象局');
    },
  );
});

test('several agencies are added as one step, and two of one name are refused', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => expect(addAgencies(db, [aNew('大阳镇'), aNew('巴公镇')], made).label).toBe('新增 2 个单位'),
    () => expect(listAgencies(db).slice(-2)).toMatchObject([{ name: '大阳镇' }, { name: '巴公镇' }]),
  );
  expect(codeOf(() => addAgencies(db, [aNew('甲'), aNew('甲')], made))).toBe('AGENCY_NAME_TAKEN');
});

test('an agency cannot take the name, an alias or a former name of another', () => {
  const { db, agencyIds } = createTestDb();
  const [one, two] = [nth(agencyIds, 0), nth(agencyIds, 1)];
  updateAgency(db, two, { aliases: ['测试二局'], formerNames: ['县老二局'] }, made);
  for (const name of ['县测试2局', '测试二局', '县老二局']) {
    expect(codeOf(() => updateAgency(db, one, { name }, made))).toBe('AGENCY_NAME_TAKEN');
    expect(codeOf(() => updateAgency(db, one, { aliases: [name] }, made))).toBe('AGENCY_NAME_TAKEN');
    expect(codeOf(() => addAgencies(db, [aNew(name)], made))).toBe('AGENCY_NAME_TAKEN');
  }
});

test('after a reform the agency is still found by its former name', () => {
  const { db, agencyIds } = createTestDb();
  const agencyId = nth(agencyIds, 0);
  doUndoRedo(
    db,
    () => {
      const patch = { name: '县新一局', shortName: '新一', pinyin: 'xxyj' };
      expect(updateAgency(db, agencyId, patch, made).label).toBe('单位改名：县测试1局 → 县新一局');
    },
    () => expect(findAgencyByName(db, '县测试1局')).toMatchObject({ name: '县新一局', formerNames: ['县测试1局'] }),
  );
});

test('a mistyped name is corrected without keeping it', () => {
  const { db, agencyIds } = createTestDb();
  updateAgency(db, nth(agencyIds, 0), { name: '县测试一局', formerNames: [] }, made);
  expect(findAgencyByName(db, '县测试1局')).toBeUndefined();
});

test('an agency that takes its former name back no longer has it as a former one', () => {
  const { db, agencyIds } = createTestDb();
  const agencyId = nth(agencyIds, 0);
  updateAgency(db, agencyId, { name: '县新一局' }, made);
  doUndoRedo(
    db,
    () => updateAgency(db, agencyId, { name: '县测试1局' }, made),
    () => expect(nth(listAgencies(db), 0)).toMatchObject({ name: '县测试1局', formerNames: ['县新一局'] }),
  );
});

test('a writing moves between aliases and former names', () => {
  const { db, agencyIds } = createTestDb();
  const agencyId = nth(agencyIds, 0);
  updateAgency(db, agencyId, { aliases: ['甲局', '乙局'] }, made);
  doUndoRedo(
    db,
    () => updateAgency(db, agencyId, { aliases: ['乙局', '丙局'], formerNames: ['甲局'] }, made),
    () => expect(nth(listAgencies(db), 0)).toMatchObject({ aliases: ['乙局', '丙局'], formerNames: ['甲局'] }),
  );
});

test('a group agency has members, another kind has none', () => {
  const { db, agencyIds } = createTestDb();
  const [group, one, two] = [nth(agencyIds, 3), nth(agencyIds, 0), nth(agencyIds, 1)];
  expect(codeOf(() => updateAgency(db, group, { members: [one] }, made))).toBe('AGENCY_NOT_GROUP');
  doUndoRedo(
    db,
    () => updateAgency(db, group, { kind: 'group', members: [one, two, group] }, made),
    () => expect(listAgencies(db).at(-1)).toMatchObject({ kind: 'group', members: [one, two] }),
  );
  doUndoRedo(
    db,
    () => updateAgency(db, group, { kind: 'office' }, made),
    () => expect(listAgencies(db).at(-1)).toMatchObject({ kind: 'office', members: [] }),
  );
});

test('a change of kind is not undone while the group has members that came later', () => {
  const { db, agencyIds } = createTestDb();
  const [group, member] = [nth(agencyIds, 3), nth(agencyIds, 0)];
  const regrouped = updateAgency(db, group, { kind: 'group' }, made);
  updateAgency(db, group, { members: [member] }, made);
  expect(codeOf(() => undoStep(db, made, regrouped.stepId))).toBe('CHANGED_SINCE');
});

test('an agency put out of use keeps its roles', () => {
  const { db, agencyIds } = createTestDb();
  doUndoRedo(
    db,
    () => updateAgency(db, nth(agencyIds, 0), { active: false }, made),
    () => expect(nth(listAgencies(db), 0)).toMatchObject({ active: false, duties: 3 }),
  );
});

test('some agencies change places among themselves, the others stay where they are', () => {
  const { db, agencyIds } = createTestDb();
  doUndoRedo(
    db,
    () => reorderAgencies(db, [nth(agencyIds, 3), nth(agencyIds, 0)], made),
    () => expect(listAgencies(db).map((agency) => agency.shortName)).toEqual(['测试4', '测试2', '测试3', '测试1']),
  );
});

test('an agency that nothing names is removed, one with a role is not', () => {
  const { db, taskIds, agencyIds } = createTestDb({ tasks: 2, agencies: 4 });
  const [group, unused] = [nth(agencyIds, 0), nth(agencyIds, 3)];
  updateAgency(db, group, { kind: 'group', members: [unused] }, made);
  updateAgency(db, unused, { aliases: ['四局'] }, made);
  doUndoRedo(
    db,
    () => removeAgency(db, unused, made),
    () => expect(listAgencies(db).map((agency) => agency.members)).toEqual([[], [], []]),
  );
  undoStep(db, made);
  setRoles(db, [{ taskId: nth(taskIds, 0), agencyId: unused, role: 'cooperating' }], made);
  expect(codeOf(() => removeAgency(db, unused, made))).toBe('AGENCY_IN_USE');
});

test('an agency that does not exist is named in the refusal', () => {
  const { db } = createTestDb();
  const unknown = AgencyIdSchema.parse(999);
  expect(codeOf(() => updateAgency(db, unknown, { name: '甲' }, made))).toBe('AGENCY_GONE');
  expect(codeOf(() => removeAgency(db, unknown, made))).toBe('AGENCY_GONE');
});
