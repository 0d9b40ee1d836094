import { expect, test } from 'vitest';
import { filteredSteps } from '#backend/cases/history/list-steps.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { setNotes } from '#db/commands/note.commands.ts';
import { setTaskTexts } from '#db/commands/task-text.commands.ts';
import { listActors } from '#db/queries/step.queries.ts';
import type { Made } from '#shared/domain/step.ts';
import { createTestDb, MADE, nth } from '#tests/helpers/a-plan.ts';

function aLog() {
  const world = createTestDb();
  const { db, taskIds, agencyIds } = world;
  const [task, other] = [nth(taskIds, 0), nth(taskIds, 1)];
  const agency = nth(agencyIds, 3);
  const by = (operator: string, day: number): Made => ({
    ...MADE,
    at: new Date(2021, 9, day, 10).toISOString(),
    operator,
  });
  setRoles(db, [{ taskId: task, agencyId: agency, role: 'cooperating' }], by('张三', 9)); // 2
  setTaskTexts(db, [{ taskId: other, title: '改过的100%标题' }], by('李四', 10)); // 3
  setNotes(db, [{ taskId: task, agencyId: null, text: '批注' }], by('张三', 11)); // 4
  updateAgency(db, agency, { name: '县改名局' }, { ...by('李四', 12), source: '机构改革.docx' }); // 5
  return { db, task, other, agency };
}

test('the log is asked by task, agency, cell, days, person and words', () => {
  const { db, task, other, agency } = aLog();
  const ids = (filter: Omit<Parameters<typeof filteredSteps>[1], 'limit'>) =>
    filteredSteps(db, { limit: 100, ...filter }).map(({ id }) => id as number);
  expect(ids({})).toEqual([5, 4, 3, 2, 1]);
  expect(ids({ taskId: task })).toEqual([4, 2, 1]);
  expect(ids({ taskId: other })).toEqual([3, 1]);
  expect(ids({ agencyId: agency })).toEqual([5, 2, 1]);
  expect(ids({ taskId: task, agencyId: agency })).toEqual([2]);
  expect(ids({ from: '2021-10-10', to: '2021-10-11' })).toEqual([4, 3]);
  expect(ids({ actor: '张三' })).toEqual([4, 2]);
  expect(ids({ actor: '张三', taskId: task, to: '2021-10-09' })).toEqual([2]);
  expect(ids({ words: '机构改革' })).toEqual([5]);
  // A sign that SQL would take for any text is only itself.
  expect(ids({ words: '%' })).toEqual([]);
  expect(ids({ words: '批注' })).toEqual([4]);
  expect(filteredSteps(db, { limit: 1, actor: '张三' }).map(({ actor }) => actor)).toEqual(['张三']);
});

test('everybody who made a step is named once, the user of the computer too', () => {
  const { db } = aLog();
  expect(listActors(db).slice(-2)).toEqual(['张三', '李四']);
  expect(listActors(db)).toHaveLength(3);
});
