import type { SectionId, TaskId } from '#shared/domain/ids.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { PlanView, SectionView } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** The plan of the data file. A file holds exactly one; the schema leaves room for more. */
export function getPlan(db: ReadableDb): PlanView {
  const row = prepared(
    db,
    `SELECT id, title, document_number AS documentNumber, issuer, issued_on AS issuedOn, year,
              source_name AS sourceName, source_sha256 AS sourceSha256, archived_on AS archivedOn
       FROM plan ORDER BY id LIMIT 1`,
  ).get();
  if (row === undefined) throw new Error('the data file holds no plan');
  // The columns above are the fields of the view, under STRICT types.
  return row as PlanView;
}

/** Whether the plan has, or had before a revision, this title and document number: a form sent then says so. */
export function isPlanHead(db: ReadableDb, title: string, documentNumber: string): boolean {
  const plan = getPlan(db);
  if (plan.title === title && plan.documentNumber === documentNumber) return true;
  const sql = `SELECT 1 FROM change WHERE table_name = 'plan' AND before IS NOT NULL
               AND before ->> 'title' = ? AND before ->> 'document_number' = ? LIMIT 1`;
  return db.prepare(sql).get(title, documentNumber) !== undefined;
}

/** Sections in their order. */
export function listSections(db: ReadableDb): readonly SectionView[] {
  return prepared(db, 'SELECT id, ordinal, title FROM section ORDER BY plan_id, ordinal').all() as SectionView[];
}

/** A task as stored; `sectionTitle` is empty for a plan without sections. */
export type TaskRow = {
  readonly id: TaskId;
  readonly sectionId: SectionId | null;
  /** Orders the tasks of a section; `number` is only what is printed. */
  readonly position: number;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly responsibility: string;
  readonly sectionTitle: string;
};

const SELECT_TASK = `
  SELECT task.id, task.section_id AS sectionId, task.position, task.number, task.title, task.content, task.responsibility,
         coalesce(section.title, '') AS sectionTitle
  FROM task LEFT JOIN section ON section.id = task.section_id
  WHERE task.removed = 0`;

/**
 * Tasks in the order of the plan: by section, those without one first, then by position. Removed ones are left out.
 *
 * @param taskIds only these; all when left out
 */
export function listTasks(db: ReadableDb, taskIds?: readonly TaskId[]): readonly TaskRow[] {
  const chosen = taskIds === undefined ? '' : 'AND task.id IN (SELECT value FROM json_each(?))';
  return prepared(db, `${SELECT_TASK} ${chosen} ORDER BY coalesce(section.ordinal, 0), task.position, task.id`).all(
    ...(taskIds === undefined ? [] : [JSON.stringify(taskIds)]),
  ) as TaskRow[];
}

/** One task, or `undefined` when there is none of that id or it was removed. */
export function findTask(db: ReadableDb, taskId: TaskId): TaskRow | undefined {
  return prepared(db, `${SELECT_TASK} AND task.id = ?`).get(taskId) as TaskRow | undefined;
}

/**
 * One task that is meant to be there.
 *
 * @throws AppError TASK_GONE when it was removed since it was chosen
 */
export function getTask(db: ReadableDb, taskId: TaskId): TaskRow {
  const task = findTask(db, taskId);
  if (!task) throw new AppError('TASK_GONE');
  return task;
}

/** The highest number any task of the file ever had, removed ones included: the next one collides with none. */
export function highestTaskNumber(db: ReadableDb): number {
  return Number(db.prepare('SELECT coalesce(max(number), 0) FROM task').pluck().get());
}

/** One section, or `undefined`. */
export function findSection(db: ReadableDb, sectionId: SectionId): SectionView | undefined {
  return prepared(db, 'SELECT id, ordinal, title FROM section WHERE id = ?').get(sectionId) as SectionView | undefined;
}

/** Measured targets with the task they belong to, in the order of the text. */
export function listTargets(db: ReadableDb, taskId?: TaskId): readonly (TargetView & { readonly taskId: TaskId })[] {
  const sql = `SELECT task_id AS taskId, name, comparator, value, unit, verbatim AS text FROM task_target
               ${taskId === undefined ? '' : 'WHERE task_id = ?'} ORDER BY task_id, position`;
  return prepared(db, sql).all(...(taskId === undefined ? [] : [taskId])) as (TargetView & { taskId: TaskId })[];
}

/** Due rules with the task they belong to, in the order of the text. */
export function listDues(db: ReadableDb, taskId?: TaskId): readonly (DueView & { readonly taskId: TaskId })[] {
  const sql = `SELECT task_id AS taskId, kind, verbatim AS text, due_on AS date, day, count FROM task_due
               ${taskId === undefined ? '' : 'WHERE task_id = ?'} ORDER BY task_id, position`;
  return prepared(db, sql).all(...(taskId === undefined ? [] : [taskId])) as (DueView & { taskId: TaskId })[];
}
