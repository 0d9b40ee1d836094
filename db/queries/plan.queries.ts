import { type Accumulates, accumulatesByWords } from '#shared/domain/accumulates.ts';
import type { PlanId, SectionId, TargetId, TaskId } from '#shared/domain/ids.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { PlanSummary, PlanView, SectionView } from '#shared/domain/overview.ts';
import type { Cadence } from '#shared/domain/period.ts';
import type { TaskPeople } from '#shared/domain/task-people.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/**
 * One plan that is meant to be there.
 *
 * @throws AppError PLAN_GONE when the step that added it was undone since it was chosen
 */
export function getPlan(db: ReadableDb, planId: PlanId): PlanView {
  const row = prepared(
    db,
    `SELECT id, title, document_number AS documentNumber, issuer, issued_on AS issuedOn, year,
              source_name AS sourceName, source_sha256 AS sourceSha256, archived_on AS archivedOn, previous_plan_id AS previousPlanId, cadence
       FROM plan WHERE id = ?`,
  ).get(planId);
  if (row === undefined) throw new AppError('PLAN_GONE');
  // The columns above are the fields of the view, under STRICT types.
  return row as PlanView;
}

/** The plans of the data file, the newest first: by year, then as they came in. */
export function listPlans(db: ReadableDb): readonly PlanSummary[] {
  return prepared(
    db,
    `SELECT id, title, year, document_number AS documentNumber, archived_on AS archivedOn
     FROM plan ORDER BY year DESC, id DESC`,
  ).all() as PlanSummary[];
}

/** Whether the file holds a plan of this very document. */
export function hasPlanOf(
  db: ReadableDb,
  document: { readonly title: string; readonly documentNumber: string; readonly sha256: string },
): boolean {
  const sql = `SELECT 1 FROM plan
               WHERE title = @title AND document_number = @documentNumber AND source_sha256 = @sha256`;
  return prepared(db, sql).get(document) !== undefined;
}

/** The plan that is shown when none was chosen: the newest that is not put aside, or the newest when all are. */
export function defaultPlanId(db: ReadableDb): PlanId {
  const plans = listPlans(db);
  const plan = plans.find(({ archivedOn }) => archivedOn === null) ?? plans[0];
  if (!plan) throw new Error('the data file holds no plan');
  return plan.id;
}

/**
 * Plans that have, or had before a revision, this title and document number: a form sent then says so. Those that have
 * it now come first.
 */
export function findPlansByHead(db: ReadableDb, title: string, documentNumber: string): readonly PlanId[] {
  const present = listPlans(db).filter((plan) => plan.title === title && plan.documentNumber === documentNumber);
  const sql = `SELECT row_id FROM change WHERE table_name = 'plan' AND before IS NOT NULL
               AND before ->> 'title' = ? AND before ->> 'document_number' = ? AND row_id IN (SELECT id FROM plan)`;
  const former = db.prepare(sql).pluck().all(title, documentNumber) as PlanId[];
  return [...new Set([...present.map((plan) => plan.id), ...former])];
}

/** Titles and document numbers that plans had before they were revised. */
export function listFormerHeads(
  db: ReadableDb,
): readonly { readonly planId: PlanId; readonly title: string; readonly documentNumber: string }[] {
  const sql = `SELECT DISTINCT row_id AS planId, before ->> 'title' AS title,
                      before ->> 'document_number' AS documentNumber
               FROM change WHERE table_name = 'plan' AND before IS NOT NULL AND row_id IN (SELECT id FROM plan)`;
  return prepared(db, sql).all() as { planId: PlanId; title: string; documentNumber: string }[];
}

/** Sections of a plan in their order. */
export function listSections(db: ReadableDb, planId: PlanId): readonly SectionView[] {
  const sql = 'SELECT id, ordinal, title FROM section WHERE plan_id = ? ORDER BY ordinal';
  return prepared(db, sql).all(planId) as SectionView[];
}

/** A task as stored; `sectionTitle` is empty for a plan without sections. */
export type TaskRow = {
  readonly id: TaskId;
  readonly planId: PlanId;
  readonly sectionId: SectionId | null;
  /** Orders the tasks of a section; `number` is only what is printed. */
  readonly position: number;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly responsibility: string;
  readonly sectionTitle: string;
  /** The kind of period it reports by; `null`: the plan's. */
  readonly cadence: Cadence | null;
  /** The task of the year before that it goes on with. */
  readonly carriedFrom: TaskId | null;
} & TaskPeople;

const SELECT_TASK = `
  SELECT task.id, task.plan_id AS planId, task.section_id AS sectionId, task.position, task.number, task.title, task.content, task.responsibility,
         coalesce(section.title, '') AS sectionTitle, task.cadence, task.carried_from AS carriedFrom,
         task.lead_leader AS leadLeader, task.leader_in_charge AS leaderInCharge,
         task.person_in_charge AS personInCharge
  FROM task LEFT JOIN section ON section.id = task.section_id
  WHERE task.removed = 0`;

/**
 * Tasks in the order of the plan: by section, those without one first, then by position. Removed ones are left out.
 *
 * @param taskIds only these; all when left out
 */
export function listTasks(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly TaskRow[] {
  const chosen = taskIds === undefined ? '' : 'AND task.id IN (SELECT value FROM json_each(?))';
  return prepared(
    db,
    `${SELECT_TASK} AND task.plan_id = ? ${chosen} ORDER BY coalesce(section.ordinal, 0), task.position, task.id`,
  ).all(planId, ...(taskIds === undefined ? [] : [JSON.stringify(taskIds)])) as TaskRow[];
}

/** The plan of a task, also of a removed one. @throws AppError TASK_GONE when there never was such a task */
export function planOfTask(db: ReadableDb, taskId: TaskId): PlanId {
  const row = prepared(db, 'SELECT plan_id AS planId FROM task WHERE id = ?').get(taskId);
  if (row === undefined) throw new AppError('TASK_GONE');
  return (row as { readonly planId: PlanId }).planId;
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

/** The highest number any task of the plan ever had, removed ones included: the next one collides with none. */
export function highestTaskNumber(db: ReadableDb, planId: PlanId): number {
  return Number(db.prepare('SELECT coalesce(max(number), 0) FROM task WHERE plan_id = ?').pluck().get(planId));
}

/** One section with its plan, or `undefined`. */
export function findSection(
  db: ReadableDb,
  sectionId: SectionId,
): (SectionView & { readonly planId: PlanId }) | undefined {
  const sql = 'SELECT id, plan_id AS planId, ordinal, title FROM section WHERE id = ?';
  return prepared(db, sql).get(sectionId) as (SectionView & { readonly planId: PlanId }) | undefined;
}

type OfTask = { readonly taskId: TaskId };

const SELECT_TARGET =
  'SELECT id, task_id AS taskId, name, comparator, value, unit, verbatim AS text, accumulates FROM task_target';
const SELECT_DUE = 'SELECT task_id AS taskId, kind, verbatim AS text, due_on AS date, day, count FROM task_due';
const OF_PLAN = 'WHERE task_id IN (SELECT id FROM task WHERE plan_id = ? AND removed = 0) ORDER BY task_id, position';
const OF_TASK = 'WHERE task_id = ? ORDER BY position';

/** Measured targets of a plan with the task they belong to, in the order of the text. */
export function listTargets(db: ReadableDb, planId: PlanId): readonly (TargetView & OfTask)[] {
  return (prepared(db, `${SELECT_TARGET} ${OF_PLAN}`).all(planId) as StoredTarget[]).map(toTarget);
}

/** As {@link listTargets}, of one task. */
export function targetsOfTask(db: ReadableDb, taskId: TaskId): readonly (TargetView & OfTask)[] {
  return (prepared(db, `${SELECT_TARGET} ${OF_TASK}`).all(taskId) as StoredTarget[]).map(toTarget);
}

/** One target, or `undefined`. */
export function findTarget(db: ReadableDb, targetId: TargetId): TargetOfTask | undefined {
  const stored = prepared(db, `${SELECT_TARGET} WHERE id = ?`).get(targetId) as StoredTarget | undefined;
  return stored && toTarget(stored);
}

export type TargetOfTask = TargetView & OfTask;

type StoredTarget = Omit<TargetView, 'accumulates'> & OfTask & { readonly accumulates: Accumulates | null };

function toTarget(stored: StoredTarget): TargetView & OfTask {
  return { ...stored, accumulates: stored.accumulates ?? accumulatesByWords(stored) };
}

/** Due rules of a plan with the task they belong to, in the order of the text. */
export function listDues(db: ReadableDb, planId: PlanId): readonly (DueView & OfTask)[] {
  return prepared(db, `${SELECT_DUE} ${OF_PLAN}`).all(planId) as (DueView & OfTask)[];
}

/** As {@link listDues}, of one task. */
export function duesOfTask(db: ReadableDb, taskId: TaskId): readonly (DueView & OfTask)[] {
  return prepared(db, `${SELECT_DUE} ${OF_TASK}`).all(taskId) as (DueView & OfTask)[];
}
