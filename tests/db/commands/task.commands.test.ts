import { expect, test } from 'vitest';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { insertTasks, moveTasks, removeTasks, renumberTasks } from '#db/commands/task.commands.ts';
import type { TaskPlace } from '#db/commands/task-order.ts';
import { renameSection, setTaskTexts } from '#db/commands/task-text.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { findAgency } from '#db/queries/agency.queries.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listSections, listTasks } from '#db/queries/plan.queries.ts';
import { TaskIdSchema } from '#shared/domain/ids.ts';
import { AT, createTestDb, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

const made = { client: 'window', manner: 'typed', at: AT } as const;
const blank = [{ title: '', content: '' }];

/** The plan as a clerk sees it. Section 1 holds the odd tasks of a test plan, section 2 the even ones. */
function shown(db: WritableDb): readonly string[] {
  return listTasks(db, PLAN).map((task) => `${task.sectionTitle} ${task.number} ${task.title}`.trim());
}

test('a new row goes between two tasks, in their section, and takes the next free number', () => {
  const { db, taskIds } = createTestDb({ tasks: 5, agencies: 4 });
  doUndoRedo(
    db,
    () => {
      const tasks = [{ title: '新任务', content: '新任务的全文。' }];
      const step = insertTasks(db, PLAN, { after: nth(taskIds, 0) }, tasks, 'keep', made);
      expect(step.label).toBe('插入 1 项任务');
      expect(step.touched).toHaveLength(1);
    },
    () =>
      expect(shown(db)).toEqual([
        '第一部分 1 任务1',
        '第一部分 6 新任务',
        '第一部分 3 任务3',
        '第一部分 5 任务5',
        '第二部分 2 任务2',
        '第二部分 4 任务4',
      ]),
  );
});

test('rows inserted with renumbering leave the numbers running through the plan', () => {
  const { db, taskIds } = createTestDb({ tasks: 3, agencies: 4 });
  doUndoRedo(
    db,
    () => insertTasks(db, PLAN, { before: nth(taskIds, 0) }, [...blank, ...blank], 'renumber', made),
    () =>
      expect(shown(db).map((line) => line.replace(/^\S+ /, ''))).toEqual(['1', '2', '3 任务1', '4 任务3', '5 任务2']),
  );
});

test('rows can be inserted at one spot again and again', () => {
  const { db, taskIds } = createTestDb({ tasks: 5, agencies: 4 });
  for (let count = 0; count < 30; count++) insertTasks(db, PLAN, { after: nth(taskIds, 0) }, blank, 'keep', made);
  const numbers = listTasks(db, PLAN).map((task) => task.number);
  expect(numbers).toEqual([1, ...Array.from({ length: 30 }, (_, index) => 35 - index), 3, 5, 2, 4]);
});

test('a removed task is out of sight with its roles, and is back with its progress after undo', () => {
  const { db, taskIds, agencyIds, periodIds } = createTestDb();
  const entry = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 0), periodId: nth(periodIds, 9) };
  setProgress(db, [{ ...entry, patch: { narrative: '已完成一半' } }], made);
  doUndoRedo(
    db,
    () => expect(removeTasks(db, PLAN, [entry.taskId], 'keep', made).label).toBe('删除第 1 项'),
    () => {
      expect(shown(db)).toEqual(['第一部分 3 任务3', '第二部分 2 任务2']);
      expect(listAssignments(db, PLAN).map((row) => row.taskId)).not.toContain(entry.taskId);
      expect(listProgress(db, PLAN)).toEqual([]);
      expect(findAgency(db, nth(agencyIds, 0))).toMatchObject({ duties: 2, removable: false });
      const cell = { taskId: entry.taskId, agencyId: entry.agencyId, role: 'cooperating' } as const;
      expect(codeOf(() => setRoles(db, [cell], made))).toBe('TASK_GONE');
    },
  );
  undoStep(db, made);
  expect(listProgress(db, PLAN)).toMatchObject([{ narrative: '已完成一半' }]);
});

test('tasks move within and across sections and keep their order among themselves', () => {
  const { db, taskIds } = createTestDb({ tasks: 6, agencies: 4 });
  doUndoRedo(
    db,
    () => moveTasks(db, PLAN, [nth(taskIds, 2), nth(taskIds, 0)], { before: nth(taskIds, 3) }, 'keep', made),
    () =>
      expect(shown(db)).toEqual([
        '第一部分 5 任务5',
        '第二部分 2 任务2',
        '第二部分 1 任务1',
        '第二部分 3 任务3',
        '第二部分 4 任务4',
        '第二部分 6 任务6',
      ]),
  );
});

test('a task moved to the end of a section is its last', () => {
  const { db, taskIds } = createTestDb({ tasks: 4, agencies: 4 });
  const section = nth(listSections(db, PLAN), 1);
  doUndoRedo(
    db,
    () => moveTasks(db, PLAN, [nth(taskIds, 0)], { endOf: section.id }, 'renumber', made),
    () => expect(shown(db)).toEqual(['第一部分 1 任务3', '第二部分 2 任务2', '第二部分 3 任务4', '第二部分 4 任务1']),
  );
});

test('a task put where it already is leaves no step', () => {
  const { db, taskIds } = createTestDb({ tasks: 5, agencies: 4 });
  const move = (place: TaskPlace) => moveTasks(db, PLAN, [nth(taskIds, 0)], place, 'keep', made);
  for (const place of [{ before: nth(taskIds, 0) }, { after: nth(taskIds, 0) }, { before: nth(taskIds, 2) }]) {
    expect(codeOf(() => move(place))).toBe('NOTHING_TO_CHANGE');
  }
});

test('renumbering closes the gap that a removed task left', () => {
  const { db, taskIds } = createTestDb({ tasks: 5, agencies: 4 });
  removeTasks(db, PLAN, [nth(taskIds, 0)], 'keep', made);
  doUndoRedo(
    db,
    () => renumberTasks(db, PLAN, made),
    () => expect(listTasks(db, PLAN).map((task) => task.number)).toEqual([1, 2, 3, 4]),
  );
  expect(codeOf(() => renumberTasks(db, PLAN, made))).toBe('NOTHING_TO_CHANGE');
});

test('titles and contents of several tasks are edited as one step', () => {
  const { db, taskIds } = createTestDb();
  doUndoRedo(
    db,
    () => {
      const edits = taskIds.map((taskId) => ({ taskId, title: '同一标题', content: '第一行\n第二行' }));
      expect(setTaskTexts(db, edits, made).label).toBe('修改 3 项任务的文字');
    },
    () => expect(new Set(listTasks(db, PLAN).map((task) => task.content))).toEqual(new Set(['第一行\n第二行'])),
  );
});

test('two tasks can change their numbers with each other, but none can take the number of a third', () => {
  const { db, taskIds } = createTestDb();
  const [one, two] = [nth(taskIds, 0), nth(taskIds, 1)];
  const edits = [
    { taskId: one, number: 2 },
    { taskId: two, number: 1 },
  ];
  doUndoRedo(
    db,
    () => setTaskTexts(db, edits, made),
    () => expect(shown(db)).toEqual(['第一部分 2 任务1', '第一部分 3 任务3', '第二部分 1 任务2']),
  );
  const before = snapshotDb(db);
  expect(codeOf(() => setTaskTexts(db, [{ taskId: one, number: 3 }], made))).toBe('TASK_NUMBER_TAKEN');
  expect(snapshotDb(db)).toBe(before);
});

test('a removal is not undone while another task has its number', () => {
  const { db, taskIds } = createTestDb();
  const removal = removeTasks(db, PLAN, [nth(taskIds, 0)], 'keep', made);
  setTaskTexts(db, [{ taskId: nth(taskIds, 1), number: 1 }], made);
  expect(codeOf(() => undoStep(db, made, removal.stepId))).toBe('CHANGED_SINCE');
});

test('an older edit of a title can be undone although the number was changed later', () => {
  const { db, taskIds } = createTestDb();
  const taskId = nth(taskIds, 0);
  const edit = setTaskTexts(db, [{ taskId, title: '改过的标题' }], made);
  setTaskTexts(db, [{ taskId, number: 9 }], made);
  undoStep(db, made, edit.stepId);
  expect(listTasks(db, PLAN).find((task) => task.id === taskId)).toMatchObject({ title: '任务1', number: 9 });
});

test('a section gets a new heading', () => {
  const { db } = createTestDb();
  const section = nth(listSections(db, PLAN), 0);
  doUndoRedo(
    db,
    () => renameSection(db, section.id, '强化源头治理', made),
    () => expect(nth(listSections(db, PLAN), 0).title).toBe('强化源头治理'),
  );
});

test('a task that does not exist is named in the refusal', () => {
  const { db } = createTestDb();
  const unknown = TaskIdSchema.parse(999);
  expect(codeOf(() => removeTasks(db, PLAN, [unknown], 'keep', made))).toBe('TASK_GONE');
  // Its id is no number of a task: the sentence must not name one.
  expect(() => removeTasks(db, PLAN, [unknown], 'keep', made)).toThrow(/^这项任务已不在计划中，没有改动。/u);
  expect(codeOf(() => insertTasks(db, PLAN, { before: unknown }, blank, 'keep', made))).toBe('TASK_GONE');
  expect(codeOf(() => setTaskTexts(db, [{ taskId: unknown, title: '' }], made))).toBe('TASK_GONE');
});
