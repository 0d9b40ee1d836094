import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { MatterDraft, MatterEdit } from '#shared/contract/matter.contract.ts';
import type { Numbering } from '#shared/contract/task.contract.ts';
import { type PlanId, type SectionId, type TaskId, TaskIdSchema } from '#shared/domain/ids.ts';
import { MATTER_LABELS, MATTER_SECTION } from '#shared/domain/matter.ts';
import type { Made } from '#shared/domain/step.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import type { MatterRow } from '#shared/domain/year-facts.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { assignmentsOfTask } from '../queries/assignment.queries.ts';
import { findMatter, listMatters } from '../queries/matter.queries.ts';
import { getPlan, getTask, highestTaskNumber, listSections, listTasks, type TaskRow } from '../queries/plan.queries.ts';
import { lastOfEach } from './last-of-each.ts';
import { removeTasks } from './task.commands.ts';
import { positionsBetween } from './task-order.ts';

/**
 * Adds a matter that came up in the year: the task, who answers for it and where it came from, as one step. It stands
 * behind the document's tasks in the section of the matters, which comes with the first of them.
 *
 * @throws AppError PLAN_GONE | AGENCY_GONE | MATTER_DUE_TWICE | MATTER_DUE_BEFORE
 */
export function addMatter(db: WritableDb, draft: MatterDraft, made: Made): CommittedStep & { readonly taskId: TaskId } {
  const { planId, kind, source, aroseOn, workdays, dueOn, content } = draft;
  getPlan(db, planId);
  refuseOddDue(draft);
  const roles = lastOfEach(draft.roles, ({ agencyId }) => String(agencyId));
  for (const { agencyId } of roles) getAgency(db, agencyId);
  const number = highestTaskNumber(db, planId) + 1;
  const title = draft.title === '' ? taskTitle(content) : draft.title;
  const sections = listSections(db, planId);
  const tasks = listTasks(db, planId);
  const home = sectionOfMatters(db, planId, tasks, sections);
  const last = tasks.findLast((task) => task.sectionId === home);
  let taskId: number | undefined;
  const meta = { code: 'matter.add', label: `新增${MATTER_LABELS[kind]}事项：第 ${number} 项`, ...made };
  const step = commitStepWith(db, meta, (write) => {
    const ordinal = Math.max(0, ...sections.map((section) => section.ordinal)) + 1;
    const section_id =
      home ?? write({ table: 'section', id: null, values: { plan_id: planId, ordinal, title: MATTER_SECTION } });
    const [position = 0] = positionsBetween(last?.position ?? null, null, 1);
    const source_start = null;
    const place = { plan_id: planId, section_id, position, number, source_start, source_end: null, removed: 0 };
    const task_id = write({ table: 'task', id: null, values: { ...place, title, content, responsibility: '' } });
    taskId = task_id;
    const values = { task_id, kind, source, arose_on: aroseOn, workdays, due_on: dueOn };
    write({ table: 'matter', id: null, values });
    roles.forEach(({ agencyId, role }, index) => {
      const words = { origin: 'manual', written_as: null, source_start, source_end: null };
      // Nothing was owed before it arose.
      const duty = { task_id, agency_id: agencyId, role, position: index + 1, starts_on: aroseOn };
      write({ table: 'assignment', id: null, values: { ...duty, ...words } });
    });
  });
  return { ...step, taskId: TaskIdSchema.parse(taskId) };
}

/** The section in which the plan's matters stand; one that was given another name holds nothing but matters. */
function sectionOfMatters(
  db: WritableDb,
  planId: PlanId,
  tasks: readonly TaskRow[],
  sections: ReturnType<typeof listSections>,
): SectionId | null {
  const matters = new Set(listMatters(db, planId).map(({ taskId }) => taskId));
  const found =
    sections.findLast(({ title }) => title === MATTER_SECTION) ??
    sections.findLast(({ id }) => {
      const own = tasks.filter((task) => task.sectionId === id);
      return own.length > 0 && own.every((task) => matters.has(task.id));
    });
  return found?.id ?? null;
}

/**
 * Corrects a matter, all as one step.
 *
 * @param edit fields left out stay; a number of workdays takes the place of a named day, and the other way round
 * @throws AppError TASK_GONE | MATTER_GONE | MATTER_DUE_TWICE | MATTER_DUE_BEFORE | NOTHING_TO_CHANGE
 */
export function editMatter(db: WritableDb, edit: MatterEdit, made: Made): CommittedStep {
  const task = getTask(db, edit.taskId);
  const present = getMatter(db, edit.taskId);
  const workdays = edit.workdays === undefined ? (edit.dueOn ? null : present.workdays) : edit.workdays;
  const dueOn = edit.dueOn === undefined ? (edit.workdays ? null : present.dueOn) : edit.dueOn;
  const { kind = present.kind, source = present.source, aroseOn = present.aroseOn } = edit;
  refuseOddDue({ aroseOn, workdays, dueOn });
  const { content = task.content, title = task.title } = edit;
  const matter = { kind, source, arose_on: aroseOn, workdays, due_on: dueOn };
  const words = { content, title: title === '' ? taskTitle(content) : title };
  const writes: readonly RowWrite[] = [
    { table: 'matter', id: present.id, values: matter },
    { table: 'task', id: task.id, values: words },
    ...assignmentsOfTask(db, task.id)
      .filter(({ startsOn }) => startsOn === present.aroseOn)
      .map(({ id }): RowWrite => ({ table: 'assignment', id, values: { starts_on: aroseOn } })),
  ];
  const label = `修改${MATTER_LABELS[kind]}事项：第 ${task.number} 项`;
  return commitStep(db, { code: 'matter.edit', label, ...made }, writes);
}

/**
 * Takes a matter out of the plan, as {@link removeTasks} does.
 *
 * @throws AppError TASK_GONE | MATTER_GONE
 */
export function removeMatter(db: WritableDb, taskId: TaskId, numbering: Numbering, made: Made): CommittedStep {
  const { planId } = getTask(db, taskId);
  getMatter(db, taskId);
  return removeTasks(db, planId, [taskId], numbering, made);
}

function getMatter(db: WritableDb, taskId: TaskId) {
  const matter = findMatter(db, taskId);
  if (!matter) throw new AppError('MATTER_GONE');
  return matter;
}

function refuseOddDue({ aroseOn, workdays, dueOn }: Pick<MatterRow, 'aroseOn' | 'workdays' | 'dueOn'>): void {
  if (workdays !== null && dueOn !== null) throw new AppError('MATTER_DUE_TWICE');
  if (dueOn !== null && dueOn < aroseOn) throw new AppError('MATTER_DUE_BEFORE', { due: dueOn, arose: aroseOn });
}
