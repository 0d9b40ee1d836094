import { describe, expect, test } from 'vitest';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { addMatter, editMatter, removeMatter } from '#db/commands/matter.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { assignmentsOfTask } from '#db/queries/assignment.queries.ts';
import { findMatter, listMatters } from '#db/queries/matter.queries.ts';
import { getTask, listSections, listTasks } from '#db/queries/plan.queries.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const DRAFT = {
  planId: PLAN,
  kind: 'meeting',
  source: '县政府第12次常务会议',
  aroseOn: '2021-09-24',
  workdays: 30,
  dueOn: null,
  title: '',
  content: '开展农贸市场专项整治，月底前完成。',
  roles: [],
} as const;

describe('a matter that comes up in the year', () => {
  test('is a task behind the plan, in a section of its own, with its units; one step', () => {
    const { db, taskIds, agencyIds } = createTestDb();
    const start = snapshotDb(db);
    const [first, second] = [nth(agencyIds, 0), nth(agencyIds, 1)];
    const roles = [
      { agencyId: first, role: 'lead' },
      { agencyId: second, role: 'cooperating' },
    ] as const;
    const step = addMatter(db, { ...DRAFT, roles: [...roles] }, MADE);
    expect(step.label).toBe('新增会议议定事项：第 4 项');
    const done = snapshotDb(db);
    expect(listSections(db, PLAN).map(({ title }) => title)).toEqual(['第一部分', '第二部分', '年中事项']);
    expect(listTasks(db, PLAN).at(-1)).toMatchObject({ id: step.taskId, number: 4, sectionTitle: '年中事项' });
    expect(assignmentsOfTask(db, step.taskId)).toMatchObject(
      roles.map((role) => ({ ...role, startsOn: '2021-09-24' })),
    );
    undoStep(db, MADE);
    expect(snapshotDb(db)).toBe(start);
    redoStep(db, MADE);
    expect(snapshotDb(db)).toBe(done);
    const next = addMatter(db, { ...DRAFT, kind: 'instruction', workdays: null, dueOn: '2021-10-20', roles: [] }, MADE);
    expect(listSections(db, PLAN)).toHaveLength(3);
    expect(getTask(db, next.taskId).number).toBe(5);
    expect(listTasks(db, PLAN)).toHaveLength(taskIds.length + 2);
  });

  test('is corrected: a named day takes the place of workdays, and the other way round', () => {
    const { db } = createTestDb();
    const { taskId } = addMatter(db, { ...DRAFT, roles: [] }, MADE);
    const start = snapshotDb(db);
    editMatter(db, { taskId, dueOn: '2021-10-31', source: '县委常委会' }, MADE);
    expect(findMatter(db, taskId)).toMatchObject({ workdays: null, dueOn: '2021-10-31', source: '县委常委会' });
    undoStep(db, MADE);
    expect(snapshotDb(db)).toBe(start);
    redoStep(db, MADE);
    editMatter(db, { taskId, workdays: 5, content: '限期整改。' }, MADE);
    expect(findMatter(db, taskId)).toMatchObject({ workdays: 5, dueOn: null });
    expect(getTask(db, taskId).content).toBe('限期整改。');
    expect(codeOf(() => editMatter(db, { taskId, workdays: 5, dueOn: '2021-10-31' }, MADE))).toBe('MATTER_DUE_TWICE');
    expect(codeOf(() => editMatter(db, { taskId, dueOn: '2021-09-01' }, MADE))).toBe('MATTER_DUE_BEFORE');
    expect(codeOf(() => editMatter(db, { taskId, workdays: 5 }, MADE))).toBe('NOTHING_TO_CHANGE');
  });

  test('is owed from the day it arose on, also by units that are added later; a corrected day moves with it', () => {
    const { db, agencyIds } = createTestDb();
    const agencyId = nth(agencyIds, 0);
    const { taskId } = addMatter(db, { ...DRAFT, roles: [{ agencyId, role: 'lead' }] }, MADE);
    setRoles(db, [{ taskId, agencyId: nth(agencyIds, 1), role: 'cooperating' }], MADE);
    editMatter(db, { taskId, aroseOn: '2021-10-11' }, MADE);
    expect(assignmentsOfTask(db, taskId).map(({ startsOn }) => startsOn)).toEqual(['2021-10-11', '2021-10-11']);
  });

  test('is taken out and comes back; a task of the document is none', () => {
    const { db, taskIds } = createTestDb();
    const { taskId } = addMatter(db, { ...DRAFT, roles: [] }, MADE);
    const start = snapshotDb(db);
    removeMatter(db, taskId, 'keep', MADE);
    expect(listMatters(db, PLAN)).toEqual([]);
    undoStep(db, MADE);
    expect(snapshotDb(db)).toBe(start);
    expect(codeOf(() => removeMatter(db, nth(taskIds, 0), 'keep', MADE))).toBe('MATTER_GONE');
    expect(codeOf(() => editMatter(db, { taskId: nth(taskIds, 0), source: '' }, MADE))).toBe('MATTER_GONE');
  });
});
