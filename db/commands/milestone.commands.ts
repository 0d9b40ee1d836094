import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { MilestoneEdit } from '#shared/contract/milestone.contract.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { listMilestones } from '../queries/milestone.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { listLabel, listWrites } from './write-list.ts';

/**
 * The milestones of a task as they shall be, in this order; one that is left out goes.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | ROW_GONE | NOTHING_TO_CHANGE
 */
export function setMilestones(
  db: WritableDb,
  taskId: TaskId,
  edits: readonly MilestoneEdit[],
  made: Made,
): CommittedStep {
  const task = getTask(db, taskId);
  const present = listMilestones(db, task.planId, [taskId]);
  const wanted = edits.map(({ id, agencyId, title, plannedOn, doneOn, note }) => {
    if (agencyId !== null) getAgency(db, agencyId);
    const values = { task_id: taskId, agency_id: agencyId, title, planned_on: plannedOn, done_on: doneOn, note };
    return { id, title, values };
  });
  const place = `第 ${task.number} 项`;
  const reached = edits.filter(
    ({ id, doneOn }) => doneOn !== null && present.some((row) => row.id === id && row.doneOn === null),
  );
  const [one] = reached;
  const label =
    reached.length === 1 && one && edits.length === present.length
      ? `节点完成：${place} “${one.title.slice(0, 20)}”`
      : listLabel(place, '节点', present, wanted);
  const ids = present.map(({ id }) => id);
  return commitStep(db, { code: 'milestone.setOfTask', label, ...made }, listWrites('milestone', ids, wanted));
}
