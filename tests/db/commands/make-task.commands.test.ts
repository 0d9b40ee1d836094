import { expect, test } from 'vitest';
import { makeTask } from '#db/commands/make-task.commands.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listSections, listTasks } from '#db/queries/plan.queries.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const words = { title: '冷链仓库备案', content: '推进冷链仓库备案，按季度抽查温度记录。' };

test('a task that came with a return: its text, its lead, what was said of it; one step', () => {
  const { db, agencyIds, periodIds } = createTestDb();
  const [agencyId, other] = [nth(agencyIds, 1), nth(agencyIds, 0)];
  const sectionId = nth(listSections(db, PLAN), 1).id;
  const periodId = nth(periodIds, 9);
  const entries = [
    { agencyId, patch: { status: 'in-progress', narrative: '已备案 12 家' } },
    { agencyId: other, patch: null },
  ] as const;
  doUndoRedo(
    db,
    () => {
      const step = makeTask(db, { planId: PLAN, sectionId, ...words, periodId, entries }, MADE);
      expect(step.label).toBe('由回收表新增任务：第 4 项 测试2、测试1');
      expect([...new Set(step.touched.map((cell) => cell.agencyId))]).toEqual([null, agencyId, other]);
    },
    () => {
      const task = listTasks(db, PLAN).find(({ number }) => number === 4);
      expect(task).toMatchObject({ ...words, sectionId });
      const taskId = task?.id;
      expect(listAssignments(db, PLAN).filter((row) => row.taskId === taskId)).toMatchObject([
        { agencyId, role: 'lead' },
        { agencyId: other, role: 'co-responsible' },
      ]);
      expect(listProgress(db, PLAN).filter((row) => row.taskId === taskId)).toMatchObject([
        { agencyId, status: 'in-progress', narrative: '已备案 12 家', percent: null, origin: 'return' },
      ]);
    },
  );
});

test('nothing is made when what it says cannot be written', () => {
  const { db, agencyIds, periodIds } = createTestDb();
  db.exec("UPDATE period SET closed_on = '2021-11-01' WHERE label = '2021-10'");
  const agencyId = nth(agencyIds, 1);
  const task = { planId: PLAN, sectionId: null, ...words, periodId: nth(periodIds, 9) };
  const said = [{ agencyId, patch: { narrative: '已备案' } }];
  expect(codeOf(() => makeTask(db, { ...task, entries: said }, MADE))).toBe('PERIOD_CLOSED');
  expect(listTasks(db, PLAN)).toHaveLength(3);
  makeTask(db, { ...task, entries: [{ agencyId, patch: null }] }, MADE);
  expect(listTasks(db, PLAN)).toHaveLength(4);
});
