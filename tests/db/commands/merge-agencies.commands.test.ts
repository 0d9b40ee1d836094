import { expect, test } from 'vitest';
import { previewMerge } from '#backend/cases/agency/preview-merge.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { removeTasks } from '#db/commands/task.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { findAgencyByName, listAgencies } from '#db/queries/agency.queries.ts';
import { findAssignment, findProgress, listAssignments } from '#db/queries/assignment.queries.ts';
import { findLatestForm } from '#db/queries/form.queries.ts';
import { findNote } from '#db/queries/note.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { AT, createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

/** 测试2 is the unit's second name: it vanishes into 测试1, which leads every task. */
function twoNames() {
  const world = createTestDb();
  const { taskIds, agencyIds, periodIds } = world;
  return {
    ...world,
    into: nth(agencyIds, 0),
    from: nth(agencyIds, 1),
    task: nth(taskIds, 0),
    period: nth(periodIds, 9),
  };
}

test('the staying agency has all roles of both, the stronger where both had one', () => {
  const { db, into, from, taskIds } = twoNames();
  const [one, two] = [nth(taskIds, 0), nth(taskIds, 1)];
  setRoles(db, [{ taskId: one, agencyId: into, role: 'cooperating' }], made);
  setRoles(db, [{ taskId: two, agencyId: into, role: null }], made);
  setRoles(db, [{ taskId: two, agencyId: from, role: 'cooperating' }], made);
  doUndoRedo(
    db,
    () => expect(mergeAgencies(db, from, into, made).label).toBe('合并单位：县测试2局 → 县测试1局'),
    () => {
      expect(findAssignment(db, one, into)).toMatchObject({ role: 'co-responsible', writtenAs: '县测试2局' });
      expect(findAssignment(db, two, into)).toMatchObject({ role: 'cooperating' });
      expect(listAssignments(db, PLAN).map((row) => row.agencyId)).not.toContain(from);
    },
  );
});

test('the vanished name is an alias of the staying agency, with all other names it had', () => {
  const { db, into, from } = twoNames();
  updateAgency(db, from, { aliases: ['二局'], formerNames: ['老二局'] }, made);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => {
      for (const name of ['县测试2局', '二局', '老二局']) expect(findAgencyByName(db, name)?.id).toBe(into);
      expect(listAgencies(db)).toHaveLength(3);
    },
  );
});

test('progress goes over, and where both reported no word is lost', () => {
  const { db, into, from, task, taskIds, period } = twoNames();
  const other = nth(taskIds, 1);
  setRoles(db, [{ taskId: other, agencyId: from, role: 'cooperating' }], made);
  const entry = (taskId: typeof task, agencyId: typeof into, patch: object) => ({
    taskId,
    agencyId,
    periodId: period,
    patch,
  });
  const entries = [
    entry(task, into, { status: 'in-progress', narrative: '已部署。', reportedOn: '2021-10-08' }),
    entry(task, from, {
      status: 'done',
      percent: 100,
      narrative: '已检查。',
      problems: '人手不足',
      reportedOn: '2021-10-09',
    }),
    entry(other, from, { narrative: '只有一家填报。' }),
  ];
  setProgress(db, entries, made);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => {
      expect(findProgress(db, task, into, period)).toMatchObject({
        status: 'in-progress',
        narrative: '已部署。\n县测试2局：（已完成 100%）已检查。',
        problems: '县测试2局：人手不足',
        reportedOn: '2021-10-09',
      });
      expect(findProgress(db, other, into, period)).toMatchObject({ narrative: '只有一家填报。' });
    },
  );
});

test('progress of a closed period goes over, but two texts of it are not made one', () => {
  const { db, into, from, task, period } = twoNames();
  const entry = (agencyId: typeof into, narrative: string) => ({
    taskId: task,
    agencyId,
    periodId: period,
    patch: { narrative },
  });
  setProgress(db, [entry(from, '乙')], made);
  db.prepare(`UPDATE period SET closed_on = '2021-11-01' WHERE id = ?`).run(period);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => expect(findProgress(db, task, into, period)).toMatchObject({ narrative: '乙' }),
  );
});

test('two reports on one task of a closed period stop the merge', () => {
  const { db, into, from, task, period } = twoNames();
  const entry = (agencyId: typeof into, narrative: string) => ({
    taskId: task,
    agencyId,
    periodId: period,
    patch: { narrative },
  });
  setProgress(db, [entry(into, '甲'), entry(from, '乙')], made);
  db.prepare(`UPDATE period SET closed_on = '2021-11-01' WHERE id = ?`).run(period);
  expect(() => mergeAgencies(db, from, into, made)).toThrow(
    /第 1 项任务在已关闭的“2021-10”里.*数据没有改动。可以不合并：在单位名录中停用“县测试2局”，以后的责任标给“县测试1局”。/u,
  );
});

test('notes, sent forms and memberships go over', () => {
  const { db, into, from, task, period, agencyIds } = twoNames();
  const group = nth(agencyIds, 3);
  updateAgency(db, group, { kind: 'group', members: [from, into] }, made);
  setNotes(
    db,
    [
      { taskId: task, agencyId: into, text: '甲' },
      { taskId: task, agencyId: from, text: '乙' },
    ],
    made,
  );
  const base = { status: '', percent: '', narrative: '', problems: '', nextSteps: '', reportedOn: '' };
  const form = {
    planId: getPlan(db, PLAN).id,
    agencyId: from,
    periodId: period,
    fileName: '表.xlsx',
    rows: [{ taskId: task, base }],
  };
  const formId = recordForm(db, form, '发出填报表', MADE);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => {
      expect(findNote(db, task, into)?.text).toBe('甲\n县测试2局：乙');
      expect(findLatestForm(db, into, period)?.id).toBe(formId);
      expect(listAgencies(db).at(-1)).toMatchObject({ kind: 'group', members: [into] });
    },
  );
});

test('a group with members is not merged into an agency that cannot have members', () => {
  const { db, into, from, agencyIds } = twoNames();
  updateAgency(db, from, { kind: 'group', members: [nth(agencyIds, 2)] }, made);
  const before = snapshotDb(db);
  for (const merge of [() => mergeAgencies(db, from, into, made), () => previewMerge(db, { from, into })]) {
    expect(merge).toThrow('“县测试1局”不是集体单位，不能有成员，没有改动。');
  }
  expect(snapshotDb(db)).toBe(before);
  // Its only member is the staying agency: nothing is lost.
  updateAgency(db, from, { members: [into] }, made);
  expect(mergeAgencies(db, from, into, made).label).toContain('合并单位');
});

test('the short name of the vanished agency still finds the staying one, unless it is the short name of another', () => {
  const { db, into, from, agencyIds } = twoNames();
  expect(previewMerge(db, { from, into }).aliases).toEqual(['县测试2局', '测试2']);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => expect(findAgencyByName(db, '测试2')?.id).toBe(into),
  );
  undoStep(db, made);
  const third = nth(agencyIds, 2);
  updateAgency(db, third, { shortName: '测试2' }, made);
  expect(previewMerge(db, { from, into }).aliases).toEqual(['县测试2局']);
  mergeAgencies(db, from, into, made);
  expect(findAgencyByName(db, '测试2')?.id).toBe(third);
});

test('two groups become one with the members of both', () => {
  const { db, into, from, agencyIds } = twoNames();
  const [three, four] = [nth(agencyIds, 2), nth(agencyIds, 3)];
  updateAgency(db, into, { kind: 'group', members: [three, from] }, made);
  updateAgency(db, from, { kind: 'group', members: [four, three] }, made);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () => expect(nth(listAgencies(db), 0).members.toSorted()).toEqual([three, four].toSorted()),
  );
});

test('roles in a removed task go over too, and are there when the removal is undone', () => {
  const { db, into, from, task } = twoNames();
  setRoles(db, [{ taskId: task, agencyId: into, role: null }], made);
  removeTasks(db, PLAN, [task], 'keep', made);
  doUndoRedo(
    db,
    () => mergeAgencies(db, from, into, made),
    () =>
      expect(
        db.prepare('SELECT count(*) FROM assignment WHERE task_id = ? AND agency_id = ?').pluck().get(task, into),
      ).toBe(1),
  );
});

test('an agency is not merged with itself', () => {
  const { db, into } = twoNames();
  expect(codeOf(() => mergeAgencies(db, into, into, made))).toBe('NOTHING_TO_CHANGE');
});
