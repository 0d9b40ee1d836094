import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { Numbering } from '#shared/contract/task.contract.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { highestTaskNumber, listTasks, type TaskRow } from '../queries/plan.queries.ts';
import { findPlace, type TaskPlace } from './task-order.ts';

/**
 * Adds tasks at a place, in the order given. They have no responsibility words and no source in the document.
 *
 * @param numbering `keep` gives them the next numbers never used; `renumber` numbers the whole plan anew
 * @throws AppError TASK_GONE | SECTION_UNKNOWN when the place does not exist in the plan
 */
export function insertTasks(
  db: WritableDb,
  planId: PlanId,
  place: TaskPlace,
  tasks: readonly { readonly title: string; readonly content: string }[],
  numbering: Numbering,
  made: Made,
): CommittedStep {
  const { sectionId, positions, writes } = findPlace(db, planId, place, tasks.length);
  const first = highestTaskNumber(db, planId) + 1;
  const inserts = tasks.map(
    ({ title, content }, index): RowWrite => ({
      table: 'task',
      id: null,
      values: {
        plan_id: planId,
        section_id: sectionId,
        position: positions[index] ?? 0,
        number: first + index,
        title,
        content,
        responsibility: '',
        source_start: null,
        source_end: null,
        removed: 0,
      },
    }),
  );
  const meta = { code: 'task.insert', label: `插入 ${tasks.length} 项任务`, ...made };
  // The new tasks first: the report names them first, and the window goes there.
  return commitAndNumber(db, planId, meta, [...inserts, ...writes], numbering);
}

/**
 * Takes tasks out of the plan. The rows stay, so that roles, progress, forms and history stay with them.
 *
 * @throws AppError TASK_GONE
 */
export function removeTasks(
  db: WritableDb,
  planId: PlanId,
  taskIds: readonly TaskId[],
  numbering: Numbering,
  made: Made,
): CommittedStep {
  const tasks = tasksOf(db, planId, taskIds);
  const writes = tasks.map((task): RowWrite => ({ table: 'task', id: task.id, values: { removed: 1 } }));
  const meta = { code: 'task.remove', label: `删除${named(tasks)}`, ...made };
  return commitAndNumber(db, planId, meta, writes, numbering);
}

/**
 * Puts tasks elsewhere, also into another section, in the order they have now.
 *
 * @throws AppError TASK_GONE | SECTION_UNKNOWN | NOTHING_TO_CHANGE when they are there already
 */
export function moveTasks(
  db: WritableDb,
  planId: PlanId,
  taskIds: readonly TaskId[],
  place: TaskPlace,
  numbering: Numbering,
  made: Made,
): CommittedStep {
  const tasks = tasksOf(db, planId, taskIds);
  const found = findPlace(db, planId, place, tasks.length, new Set(taskIds));
  const moves = tasks.map((task, index): RowWrite => {
    const position = found.positions[index] ?? 0;
    return { table: 'task', id: task.id, values: { section_id: found.sectionId, position } };
  });
  const meta = { code: 'task.move', label: `移动${named(tasks)}`, ...made };
  return commitAndNumber(db, planId, meta, found.alreadyThere ? [] : [...moves, ...found.writes], numbering);
}

/**
 * Numbers the tasks 1, 2, 3 … in their order.
 *
 * @throws AppError NOTHING_TO_CHANGE when they are so numbered
 */
export function renumberTasks(db: WritableDb, planId: PlanId, made: Made): CommittedStep {
  return commitStep(db, { code: 'task.renumber', label: '任务重新编号', ...made }, renumberWrites(db, planId));
}

function commitAndNumber(
  db: WritableDb,
  planId: PlanId,
  meta: Parameters<typeof commitStepWith>[1],
  writes: readonly RowWrite[],
  numbering: Numbering,
): CommittedStep {
  return commitStepWith(db, meta, (write) => {
    for (const row of writes) write(row);
    if (numbering === 'renumber') for (const row of renumberWrites(db, planId)) write(row);
  });
}

function renumberWrites(db: WritableDb, planId: PlanId): readonly RowWrite[] {
  return listTasks(db, planId).flatMap((task, index): RowWrite[] =>
    task.number === index + 1 ? [] : [{ table: 'task', id: task.id, values: { number: index + 1 } }],
  );
}

/** The tasks of those ids in the order of the plan. @throws AppError TASK_GONE */
function tasksOf(db: WritableDb, planId: PlanId, taskIds: readonly TaskId[]): readonly TaskRow[] {
  const wanted = new Set(taskIds);
  const tasks = listTasks(db, planId).filter((task) => wanted.delete(task.id));
  if (wanted.size > 0) throw new AppError('TASK_GONE');
  return tasks;
}

function named(tasks: readonly TaskRow[]): string {
  const [task] = tasks;
  return tasks.length === 1 && task ? `第 ${task.number} 项` : ` ${tasks.length} 项任务`;
}
