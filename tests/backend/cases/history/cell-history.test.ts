import { expect, test } from 'vitest';
import { cellHistory } from '#backend/cases/history/cell-history.ts';
import { stepFacts } from '#backend/cases/history/step-facts.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { recordReturns } from '#db/commands/return.commands.ts';
import { acceptReturns } from '#db/commands/take-returns.commands.ts';
import { moveTasks, removeTasks } from '#db/commands/task.commands.ts';
import { setTaskTexts } from '#db/commands/task-text.commands.ts';
import { commitStep } from '#db/log/commit-step.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import { AT, createTestDb, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;

function firstCell({ taskIds, agencyIds, periodIds }: TestWorld) {
  return { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), periodId: nth(periodIds, 9) };
}

test('the history of a cell tells when, what, old and new, from the plan to the last undo', () => {
  const world = createTestDb();
  const { db } = world;
  const { taskId, agencyId, periodId } = firstCell(world);
  setRoles(db, [{ taskId, agencyId, role: 'cooperating' }], made);
  setProgress(db, [{ taskId, agencyId, periodId, patch: { status: 'done', percent: 100 } }], made);
  setNotes(db, [{ taskId, agencyId, text: '已电话核实' }], made);
  setRoles(db, [{ taskId, agencyId: nth(world.agencyIds, 1), role: null }], made);
  undoStep(db, made);
  undoStep(db, made);
  const history = cellHistory(db, taskId, agencyId);
  expect(history.map(({ step, reversed, changes }) => [step.kind, step.label, reversed, changes])).toEqual([
    ['undo', '批注：第 1 项 测试1', false, [{ fact: 'note', period: null, before: '已电话核实', after: '' }]],
    ['do', '批注：第 1 项 测试1', true, [{ fact: 'note', period: null, before: '', after: '已电话核实' }]],
    [
      'do',
      '填写进展：第 1 项 测试1（已完成）',
      false,
      [
        { fact: 'status', period: '2021-10', before: '', after: '已完成' },
        { fact: 'percent', period: '2021-10', before: '', after: '100%' },
      ],
    ],
    ['do', '设为配合：第 1 项 测试1', false, [{ fact: 'role', period: null, before: '牵头', after: '配合' }]],
    ['do', '建立计划《测试县2021年工作安排》', false, [{ fact: 'role', period: null, before: '', after: '牵头' }]],
  ]);
});

test('a role that was taken away and set again is one history', () => {
  const world = createTestDb();
  const { taskId, agencyId } = firstCell(world);
  setRoles(world.db, [{ taskId, agencyId, role: null }], made);
  setRoles(world.db, [{ taskId, agencyId, role: 'co-responsible' }], made);
  undoStep(world.db, made);
  redoStep(world.db, made);
  const roles = cellHistory(world.db, taskId, agencyId).map(({ changes }) => nth(changes, 0).after);
  expect(roles).toEqual(['按职责分工负责', '', '按职责分工负责', '', '牵头']);
});

test('a value that came back in a workbook names the workbook', () => {
  const world = createTestDb();
  const { taskId, agencyId, periodId } = firstCell(world);
  const file = { name: '县测试1局-10月.xlsx', sha256: 'a'.repeat(64), content: new Uint8Array([1]) };
  const place = { planId: PLAN, agencyId, periodId, formId: null };
  const read = { sheet: '填报表', kind: 'form', reading: '{}', reporter: '', phone: '' } as const;
  const table = { ...place, state: 'to-review', read, refusal: null } as const;
  const form = { ...made, manner: 'form' } as const;
  const { ids } = recordReturns(world.db, [{ file, tables: [table] }], '收到 1 份', form);
  const taken = {
    returnId: nth(ids, 0),
    place,
    periodId,
    state: 'taken' as const,
    items: [],
    patches: [{ taskId, agencyId, patch: { narrative: '甲' } }],
    contact: { reporter: '', phone: '' },
  };
  acceptReturns(world.db, [taken], '收回 1 份填报表', form);
  undoStep(world.db, made);
  const [undone, accepted] = cellHistory(world.db, taskId, agencyId);
  expect(accepted).toMatchObject({ file: '县测试1局-10月.xlsx', reversed: true, step: { manner: 'form' } });
  expect(undone).toMatchObject({ file: '县测试1局-10月.xlsx', step: { kind: 'undo' } });
});

test('of a table of many agencies each cell names it, and of two files of one step its own', () => {
  const world = createTestDb();
  const { taskId, agencyId, periodId } = firstCell(world);
  const form = { ...made, manner: 'form' } as const;
  const place = { planId: PLAN, agencyId: null, periodId, formId: null };
  const read = { sheet: '台账', kind: 'ledger', reading: '{}', reporter: '', phone: '' } as const;
  const files = ['甲.xlsx', '乙.xlsx'].map((name, index) => ({
    file: { name, sha256: String(index).repeat(64), content: new Uint8Array([index]) },
    tables: [{ ...place, state: 'to-review', read, refusal: null } as const],
  }));
  const { ids } = recordReturns(world.db, files, '收到 2 份', form);
  const cell = { taskId, agencyId, field: 'narrative', base: '', baseFrom: null, theirs: '乙说', ours: '' } as const;
  const taken = ids.map((returnId, index) => ({
    returnId,
    place,
    periodId,
    state: 'taken' as const,
    items: index === 0 ? [] : [{ ...cell, decision: 'theirs' as const, value: null }],
    patches: index === 0 ? [] : [{ taskId, agencyId, patch: { narrative: '乙说' } }],
    contact: { reporter: '', phone: '' },
  }));
  acceptReturns(world.db, taken, '收回 2 份', form);
  expect(cellHistory(world.db, taskId, agencyId)[0]).toMatchObject({ file: '乙.xlsx' });
});

test('after a merge the cell tells what came from the other agency, and nothing of its earlier life', () => {
  const world = createTestDb();
  const { db, agencyIds } = world;
  const { taskId } = firstCell(world);
  const [from, into] = [nth(agencyIds, 1), nth(agencyIds, 3)];
  mergeAgencies(db, from, into, made);
  expect(cellHistory(db, taskId, into)).toMatchObject([
    {
      step: { label: '合并单位：县测试2局 → 县测试4局' },
      changes: [{ fact: 'role', before: '', after: '按职责分工负责' }],
    },
  ]);
  undoStep(db, made);
  expect(cellHistory(db, taskId, into)[0]).toMatchObject({ changes: [{ before: '按职责分工负责', after: '' }] });
});

test('without an agency it is the history of the task itself', () => {
  const world = createTestDb();
  const { db, taskIds } = world;
  const { taskId } = firstCell(world);
  setTaskTexts(db, [{ taskId, content: '新的全文。', number: 8 }], made);
  setNotes(db, [{ taskId, agencyId: null, text: '重点' }], made);
  moveTasks(db, PLAN, [taskId], { after: nth(taskIds, 1) }, 'keep', made);
  removeTasks(db, PLAN, [taskId], 'keep', made);
  const changes = cellHistory(db, taskId, null).flatMap((entry) =>
    entry.changes.map(({ fact, after }) => [fact, after]),
  );
  expect(changes.slice(0, 5)).toEqual([
    ['removed', '已删除'],
    ['section', '第二部分'],
    ['note', '重点'],
    ['number', '8'],
    ['content', '新的全文。'],
  ]);
});

test('a cell is found in the log by an index, however long the log', () => {
  const { db } = createTestDb();
  const plan = db
    .prepare(`EXPLAIN QUERY PLAN SELECT DISTINCT table_name, row_id FROM change
              WHERE task_id = ? AND agency_id = ? AND table_name IN ('assignment', 'progress', 'note')`)
    .all(1, 1);
  expect(JSON.stringify(plan)).toContain('change_by_cell (task_id=? AND agency_id=?)');
});

test('what a year adds to a cell is in its history: values of targets, milestones, checks, extensions, closing', () => {
  const world = createTestDb();
  const { db } = world;
  const { taskId, agencyId, periodId } = firstCell(world);
  const cell = { task_id: taskId, agency_id: agencyId };
  const write = (label: string, row: RowWrite) =>
    commitStep(db, { code: 'test', label, ...made }, [row]).rowIds[0] ?? 0;
  const target = write('指标', {
    table: 'task_target',
    id: null,
    values: { task_id: taskId, position: 1, name: '检验量', comparator: '≥', value: 4, unit: '批次', verbatim: '' },
  });
  const value = { ...cell, target_id: target, period_id: periodId, value: 2, cumulative: 3 };
  const valueId = write('填报指标', { table: 'target_value', id: null, values: value });
  write('更正指标', { table: 'target_value', id: valueId, values: { value: 2.5 } });
  write('节点', {
    table: 'milestone',
    id: null,
    values: { ...cell, position: 1, title: '完成招标', planned_on: '2021-09-30' },
  });
  write('核查', {
    table: 'verification',
    id: null,
    values: {
      ...cell,
      period_id: periodId,
      result: 'confirmed',
      manner: '实地',
      checker: '张三',
      checked_on: '2021-10-20',
    },
  });
  const extension = { due_on: '2021-11-30', reason: '疫情', approver: '张三', approved_on: '2021-10-12' };
  write('延期', { table: 'extension', id: null, values: { ...cell, ...extension } });
  const closing = { closed_on: '2021-11-20', basis: '验收报告', approver: '张三' };
  write('办结', { table: 'closing', id: null, values: { task_id: taskId, agency_id: null, ...closing } });
  undoStep(db, made);
  const told = (agency: typeof agencyId | null) =>
    cellHistory(db, taskId, agency).flatMap(({ changes }) =>
      changes.map(({ fact, period, before, after }) => [fact, period, before, after]),
    );
  expect(told(agencyId).slice(0, -1)).toEqual([
    ['extension', null, '', '延至2021-11-30，原因：疫情，批准：张三，2021-10-12'],
    ['verification', '2021-10', '', '核查完成，实地，张三，2021-10-20'],
    ['milestone', null, '', '完成招标，计划2021-09-30'],
    ['target', '2021-10', '检验量，本期2，累计3', '检验量，本期2.5，累计3'],
    ['target', '2021-10', '', '检验量，本期2，累计3'],
  ]);
  // What holds for the whole task is the task's.
  expect(told(null).slice(0, 2)).toEqual([
    ['closing', null, '办结于2021-11-20，依据：验收报告，批准：张三', ''],
    ['closing', null, '', '办结于2021-11-20，依据：验收报告，批准：张三'],
  ]);
});

test('one step is told place by place, also what belongs to no cell', () => {
  const world = createTestDb();
  const { db, taskIds, agencyIds } = world;
  const { stepId } = setRoles(
    db,
    [
      { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), role: null },
      { taskId: nth(taskIds, 1), agencyId: nth(agencyIds, 3), role: 'cooperating' },
    ],
    made,
  );
  expect(stepFacts(db, stepId)).toEqual([
    { task: 1, agency: '县测试1局', fact: 'role', period: null, before: '牵头', after: '' },
    { task: 2, agency: '县测试4局', fact: 'role', period: null, before: '', after: '配合' },
  ]);
  const merged = mergeAgencies(db, nth(agencyIds, 3), nth(agencyIds, 0), made);
  expect(stepFacts(db, merged.stepId)).toContainEqual(
    expect.objectContaining({ fact: 'other', before: '单位 县测试4局，简称 测试4', after: '' }),
  );
  expect(codeOf(() => stepFacts(db, 99 as typeof stepId))).toBe('STEP_UNKNOWN');
});
