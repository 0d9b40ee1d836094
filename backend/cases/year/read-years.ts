import type { ReadableDb } from '#db/handle.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { CopiedYear } from '#shared/contract/year.contract.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import { wordsOfYear } from '#shared/domain/next-year.ts';
import type { CellEnding, YearComparison } from '#shared/domain/year.ts';
import { AppError } from '#shared/errors.ts';
import { type PresentPlan, readPresentPlan } from '../plan/revision/present-plan.ts';
import { type ComparedTask, compareYears } from './compare-years.ts';
import { isFinished, type YearEndings, yearEndings } from './year-endings.ts';

/** Tasks of a plan as they are compared with those of another year. */
export function comparedTasks(present: PresentPlan): readonly (ComparedTask & { readonly taskId: TaskId })[] {
  const names = new Map(present.agencies.map(({ id, name }) => [id, name]));
  return present.tasks.map((task) => ({
    ...task,
    taskId: task.id,
    roles: task.assignments.map(({ role, agencyId }) => ({ role, name: names.get(agencyId) ?? '' })),
  }));
}

/**
 * A plan beside the one of the year before.
 *
 * @throws AppError PLAN_GONE | YEAR_NONE_BEFORE
 */
export function compareWithYearBefore(db: ReadableDb, planId: PlanId): YearComparison {
  const { previousPlanId, title } = getPlan(db, planId);
  if (previousPlanId === null) throw new AppError('YEAR_NONE_BEFORE', { title });
  const [before, after] = [readPresentPlan(db, previousPlanId), readPresentPlan(db, planId)];
  const carried = new Map(after.tasks.map((task) => [task.id, task.carriedFrom]));
  const compared = compareYears(
    comparedTasks(before),
    comparedTasks(after),
    ({ taskId }) => (taskId === null ? null : (carried.get(taskId) ?? null)),
    yearEndings(db, previousPlanId).ofTask,
  );
  return { ...headOf(before), title, year: after.plan.year, ...compared };
}

/** What the comparison says of the plan of the year before. */
export function headOf({ plan }: PresentPlan) {
  return { previousPlanId: plan.id, previousTitle: plan.title, previousYear: plan.year } as const;
}

/**
 * What a copy of a plan into another year would hold: each task as it is, but for the year in its dates.
 *
 * @throws AppError PLAN_GONE | YEAR_NOT_LATER | YEAR_TASK_FOREIGN
 */
export function proposeCopy(db: ReadableDb, { planId, year, taskIds }: Omit<CopiedYear, 'title'>): YearComparison {
  const before = readPresentPlan(db, planId);
  const endings = yearEndings(db, planId);
  const chosen = new Set(tasksToCopy(before, endings, year, taskIds));
  const { year: previousYear, title } = before.plan;
  const tasks = comparedTasks(before);
  const after = tasks
    .filter((task) => chosen.has(task.taskId))
    .map((task) => ({
      ...task,
      dues: task.dues.map((due) => ({ ...due, text: wordsOfYear(due.text, previousYear, year) })),
    }));
  const note = ({ content, title: words }: ComparedTask): string =>
    `${words}${content}`.includes(`${previousYear}年`) ? `任务文字里写有“${previousYear}年”，请核对` : '';
  const compared = compareYears(tasks, after, ({ taskId }) => taskId, endings.ofTask, note);
  // What is only proposed has no row yet.
  const items = compared.items.map((item) => ({ ...item, after: item.after && { ...item.after, taskId: null } }));
  return { ...headOf(before), title: wordsOfYear(title, previousYear, year), year, ...compared, items };
}

/**
 * The tasks that go on in another year, in the order of the plan: those named, else all of the document and the
 * matters that are not finished.
 *
 * @throws AppError YEAR_NOT_LATER | YEAR_TASK_FOREIGN
 */
export function tasksToCopy(
  { plan, tasks }: PresentPlan,
  endings: YearEndings,
  year: number,
  taskIds: readonly TaskId[] | undefined,
): readonly TaskId[] {
  refuseEarlier(plan, year);
  const ids = tasks.map(({ id }) => id);
  if (taskIds?.some((id) => !ids.includes(id))) throw new AppError('YEAR_TASK_FOREIGN', { title: plan.title });
  if (taskIds) return ids.filter((id) => taskIds.includes(id));
  return tasks.flatMap(({ id, isMatter }) => (isMatter && isFinished(endings.ofTask(id)) ? [] : [id]));
}

/** @throws AppError YEAR_NOT_LATER */
export function refuseEarlier({ title, year }: { readonly title: string; readonly year: number }, next: number): void {
  if (next <= year) throw new AppError('YEAR_NOT_LATER', { title, year, next });
}

/**
 * How last year's tasks ended, for the tasks of a plan that go on with them; none for a plan without a year before.
 *
 * @throws AppError PLAN_GONE
 */
export function readEndings(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly CellEnding[] {
  const { previousPlanId } = getPlan(db, planId);
  if (previousPlanId === null) return [];
  const endings = yearEndings(db, previousPlanId);
  const wanted = taskIds === undefined ? undefined : new Set(taskIds);
  return readPresentPlan(db, planId).tasks.flatMap(({ id: taskId, carriedFrom }): readonly CellEnding[] => {
    if (carriedFrom === null || wanted?.has(taskId) === false) return [];
    const cells = endings.agenciesOf(carriedFrom).map((agencyId) => {
      return { taskId, agencyId, ending: endings.ofCell(carriedFrom, agencyId) };
    });
    return [{ taskId, agencyId: null, ending: endings.ofTask(carriedFrom) }, ...cells];
  });
}
