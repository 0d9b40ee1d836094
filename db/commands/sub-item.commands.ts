import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { SubItemEdit } from '#shared/contract/sub-item.contract.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { listSubItems } from '../queries/sub-item.queries.ts';
import { listLabel, listWrites } from './write-list.ts';

/**
 * The sub-items of a task as they shall be, in this order; one that is left out goes.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | ROW_GONE | NOTHING_TO_CHANGE
 */
export function setSubItems(db: WritableDb, taskId: TaskId, edits: readonly SubItemEdit[], made: Made): CommittedStep {
  const task = getTask(db, taskId);
  const present = listSubItems(db, task.planId, [taskId]);
  const wanted = edits.map(({ id, agencyId, title, dueOn, status, percent, doneOn, note }) => {
    if (agencyId !== null) getAgency(db, agencyId);
    const said = { due_on: dueOn, status, percent, done_on: doneOn, note };
    return { id, title, values: { task_id: taskId, agency_id: agencyId, title, ...said } };
  });
  const label = listLabel(`第 ${task.number} 项`, '子项', present, wanted);
  const ids = present.map(({ id }) => id);
  return commitStep(db, { code: 'subItem.setOfTask', label, ...made }, listWrites('sub_item', ids, wanted));
}
