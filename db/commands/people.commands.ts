import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { LeaderPatch, Succession, TaskPeopleEdit } from '#shared/contract/people.contract.ts';
import type { LeaderId, PlanId } from '#shared/domain/ids.ts';
import { dayBefore } from '#shared/domain/period.ts';
import type { Made } from '#shared/domain/step.ts';
import {
  PEOPLE_FIELDS,
  PEOPLE_LABELS,
  type PeopleField,
  peopleText,
  succeededIn,
  type TaskPeople,
} from '#shared/domain/task-people.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getLeader, listLeaders, listTaskPeople } from '../queries/leader.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { peopleValues } from './task-rows.ts';

/**
 * Says who answers for tasks, all as one step.
 *
 * @param edits fields left out stay as they are
 * @throws AppError TASK_GONE | NOTHING_TO_CHANGE
 */
export function setTaskPeople(db: WritableDb, edits: readonly TaskPeopleEdit[], made: Made): CommittedStep {
  const tasks = edits.map(({ taskId }) => getTask(db, taskId));
  const writes = edits.map(
    ({ taskId: id, ...edit }): RowWrite => ({ table: 'task', id, values: peopleValues(given(edit)) }),
  );
  const [task] = tasks;
  const [edit] = edits;
  const fields =
    edit && PEOPLE_FIELDS.filter((field) => edit[field] !== undefined && peopleText(edit[field]) !== task?.[field]);
  const label =
    tasks.length === 1 && task && fields
      ? `修改${fields.map((field) => PEOPLE_LABELS[field]).join('、')}：第 ${task.number} 项`
      : `修改 ${tasks.length} 项任务的领导和责任人`;
  return commitStep(db, { code: 'people.setOfTasks', label, ...made }, writes);
}

/** Fields that are there but hold nothing are as good as left out. */
function given(edit: Omit<TaskPeopleEdit, 'taskId'>): Partial<TaskPeople> {
  return Object.fromEntries(
    PEOPLE_FIELDS.flatMap((field) => (edit[field] === undefined ? [] : [[field, edit[field]]])),
  );
}

/**
 * Adds a leader to the directory, or corrects one. A corrected name is corrected in the tasks that are worked on, as
 * part of the step.
 *
 * @param year of the clerk's date: plans of earlier years keep the names of their time
 * @throws AppError LEADER_GONE | LEADER_DATES_CROSS | NOTHING_TO_CHANGE
 */
export function setLeader(db: WritableDb, patch: LeaderPatch, year: number, made: Made): CommittedStep {
  const { leaderId, name, post } = patch;
  const present = leaderId === undefined ? undefined : getLeader(db, leaderId);
  const since = patch.since === undefined ? (present?.since ?? null) : patch.since;
  const until = patch.until === undefined ? (present?.until ?? null) : patch.until;
  if (since !== null && until !== null && until < since)
    throw new AppError('LEADER_DATES_CROSS', { name, since, until });
  const values = { name, post, since, until };
  if (!present) {
    const position = Math.max(0, ...listLeaders(db).map((leader) => leader.position)) + 1;
    const label = `加入领导名录：${name}${post === '' ? '' : `（${post}）`}`;
    return commitStep(db, { code: 'people.setLeader', label, ...made }, [
      { table: 'leader', id: null, values: { ...values, position } },
    ]);
  }
  const renamed =
    present.name === name
      ? []
      : succeededWrites(db, { from: present.name, to: name, fields: PEOPLE_FIELDS, year, planId: patch.planId });
  const label = `修改领导名录：${name}${renamed.length === 0 ? '' : `，${renamed.length} 项任务随之更名`}`;
  return commitStep(db, { code: 'people.setLeader', label, ...made }, [
    { table: 'leader', id: present.id, values },
    ...renamed,
  ]);
}

/** Takes a leader off the directory; tasks keep the name. @throws AppError LEADER_GONE */
export function removeLeader(db: WritableDb, leaderId: LeaderId, made: Made): CommittedStep {
  const { name } = getLeader(db, leaderId);
  const meta = { code: 'people.removeLeader', label: `移出领导名录：${name}`, ...made };
  return commitStep(db, meta, [{ table: 'leader', id: leaderId, values: null }]);
}

/**
 * 职务接替: from a day on somebody else holds the post. The tasks that are worked on name the new holder, who they
 * named before stays in the directory as history. Somebody who is in the directory without a post takes it over in
 * their own row.
 *
 * @throws AppError LEADER_GONE | LEADER_LEFT when the post was handed over already | LEADER_DATES_CROSS |
 *   NOTHING_TO_CHANGE when the name is the same
 */
export function succeedLeader(db: WritableDb, succession: Succession, made: Made): CommittedStep {
  const { leaderId, name, on, fields = PEOPLE_FIELDS } = succession;
  const before = getLeader(db, leaderId);
  if (before.until !== null) throw new AppError('LEADER_LEFT', { name: before.name, until: before.until });
  if (before.name === name) throw new AppError('NOTHING_TO_CHANGE');
  const until = dayBefore(on);
  if (before.since !== null && until < before.since) {
    throw new AppError('LEADER_DATES_CROSS', { name: before.name, since: before.since, until });
  }
  const { post, position } = before;
  const waiting = listLeaders(db).find((leader) => leader.name === name && leader.post === '' && leader.until === null);
  const tasks = succeededWrites(db, {
    from: before.name,
    to: name,
    fields,
    year: Number(on.slice(0, 4)),
    planId: succession.planId,
  });
  const label = `职务接替（自 ${on} 起）：${before.name} → ${name}，${tasks.length} 项任务`;
  return commitStep(db, { code: 'people.succeed', label, ...made }, [
    { table: 'leader', id: leaderId, values: { until } },
    { table: 'leader', id: waiting?.id ?? null, values: { name, post, position, since: on, until: null } },
    ...tasks,
  ]);
}

type NewName = {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly PeopleField[];
  readonly year: number;
  readonly planId: PlanId | undefined;
};

function succeededWrites(db: WritableDb, { from, to, fields, year, planId }: NewName): readonly RowWrite[] {
  return listTaskPeople(db, year, planId).flatMap((task): RowWrite[] => {
    const changed = fields.filter((field) => succeededIn(task[field], from, to) !== task[field]);
    if (changed.length === 0) return [];
    const people = Object.fromEntries(changed.map((field) => [field, succeededIn(task[field], from, to)]));
    return [{ table: 'task', id: task.id, values: peopleValues(people) }];
  });
}
