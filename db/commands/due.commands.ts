import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { TaskDueDraft } from '#shared/domain/task-due.ts';
import type { WritableDb } from '../handle.ts';
import { listTaskDues } from '../queries/due.queries.ts';
import { getTask } from '../queries/plan.queries.ts';

/**
 * Sets when a task is due, all its rules as one step. A rule keeps its row as long as it keeps its place.
 *
 * @throws AppError TASK_GONE | NOTHING_TO_CHANGE
 */
export function setTaskDues(db: WritableDb, taskId: TaskId, dues: readonly TaskDueDraft[], made: Made): CommittedStep {
  const task = getTask(db, taskId);
  const present = listTaskDues(db, task.planId, [taskId]);
  const writes = [
    ...dues.map((due, index): RowWrite => {
      return { table: 'task_due', id: present[index]?.id ?? null, values: valuesOf(taskId, index, due) };
    }),
    ...present.slice(dues.length).map(({ id }): RowWrite => ({ table: 'task_due', id, values: null })),
  ];
  const dates = dues.flatMap(({ date }) => date ?? []).join('、');
  const label = `设定完成时限：第 ${task.number} 项${dates === '' ? '' : `（${dates}）`}`;
  return commitStep(db, { code: 'deadline.setDues', label, ...made }, writes);
}

function valuesOf(taskId: TaskId, index: number, { kind, text, date, day, count }: TaskDueDraft): RowValues {
  return { task_id: taskId, position: index + 1, kind, verbatim: text, due_on: date, day, count };
}
