import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import { type PlanId, PlanIdSchema, type TaskId } from '#shared/domain/ids.ts';
import { movedByYears, periodsOfYear, wordsOfYear } from '#shared/domain/next-year.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { listPeriods } from '../queries/period.queries.ts';
import { getPlan } from '../queries/plan.queries.ts';
import { planWriter } from './plan.commands.ts';
import { positionsBetween } from './task-order.ts';
import type { PlanDraft } from './write-plan.ts';

type Write = (row: RowWrite) => number;
type Row = Readonly<Record<string, string | number | null>> & { readonly id: number };
type Begun = CommittedStep & { readonly planId: PlanId };

/**
 * Adds the document of a new year as a plan of its own, as one step: its tasks know the ones they go on with, and the
 * way the plan before reported (cadence, lights, scoring, periods and their rules) is the way it reports.
 *
 * @param carried by task number, the task of the year before
 * @throws AppError PLAN_GONE | PLAN_ALREADY_IN_FILE
 */
export function beginYear(
  db: WritableDb,
  given: { readonly previousId: PlanId; readonly draft: PlanDraft; readonly carried: ReadonlyMap<number, TaskId> },
  made: Made,
): Begun {
  const { previousId, carried } = given;
  const { year, title } = given.draft.reading;
  // A day that the new document names is the new year's; all else is as it was.
  const rules = (given.draft.rules ?? []).filter(({ dueDay }) => dueDay !== null);
  const named = new Set<string>(rules.map(({ kind }) => kind));
  const periods = given.draft.periods.filter(({ kind }) => named.has(kind));
  const draft = { ...given.draft, previous: { planId: previousId, carried }, rules, periods };
  const writePlan = planWriter(db, draft);
  let planId = 0;
  const step = commitStepWith(db, { code: 'year.begin', label: `建立新年度计划《${title}》`, ...made }, (write) => {
    planId = writePlan(write);
    carrySettings(db, write, { from: previousId, to: planId, year, named });
  });
  return { ...step, planId: PlanIdSchema.parse(planId) };
}

export type YearCopy = {
  readonly planId: PlanId;
  readonly year: number;
  readonly title: string;
  /** Those that go on, in the order of the plan. */
  readonly taskIds: readonly TaskId[];
};

/**
 * Makes a plan of another year out of one, as one step: the chosen tasks with their units, people, targets, dues,
 * regular duties and where they came from, numbered from 1; dates are moved by the years between. What was reported
 * stays with the plan it was reported for.
 *
 * @throws AppError PLAN_GONE
 */
export function copyYear(db: WritableDb, copy: YearCopy, made: Made): Begun {
  const { planId: previousId, year, title, taskIds } = copy;
  const before = getPlan(db, previousId);
  const years = year - before.year;
  let planId = 0;
  const step = commitStepWith(db, { code: 'year.copy', label: `由上年度建立《${title}》`, ...made }, (write) => {
    planId = write({ table: 'plan', id: null, values: planValues(copy, before) });
    const sectionOf = copySections(db, write, copy, planId);
    const positions = positionsBetween(null, null, taskIds.length);
    for (const [index, taskId] of taskIds.entries()) {
      const [task] = rowsOf(db, 'task', 'id', taskId);
      if (!task) continue;
      const place = {
        plan_id: planId,
        section_id: sectionOf.get(Number(task['section_id'] ?? 0)) ?? null,
        position: positions[index] ?? 0,
        number: index + 1,
        carried_from: taskId,
      };
      const copied = write({ table: 'task', id: null, values: { ...columns(task), ...place, ...NO_SOURCE } });
      copyParts(db, write, { from: taskId, to: copied, planId, years, year, yearBefore: before.year });
    }
    carrySettings(db, write, { from: previousId, to: planId, year, named: new Set() });
  });
  return { ...step, planId: PlanIdSchema.parse(planId) };
}

const NO_SOURCE = { source_start: null, source_end: null } as const;
/** SHA-256 of nothing: there is no document yet. */
const NO_TEXT_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function planValues({ year, title, planId }: YearCopy, before: ReturnType<typeof getPlan>): RowValues {
  return {
    title,
    document_number: '',
    issuer: before.issuer,
    issued_on: '',
    year,
    source_name: `由《${before.title}》建立`,
    source_text: '',
    source_sha256: NO_TEXT_SHA256,
    previous_plan_id: planId,
  };
}

/** Sections with a task that goes on; by the id they had. */
function copySections(db: WritableDb, write: Write, { planId: from, taskIds }: YearCopy, planId: number) {
  const used = new Set(taskIds.flatMap((id) => rowsOf(db, 'task', 'id', id).map((task) => task['section_id'])));
  const sections = rowsOf(db, 'section', 'plan_id', from)
    .filter(({ id }) => used.has(id))
    .toSorted((a, b) => Number(a['ordinal']) - Number(b['ordinal']));
  return new Map(
    sections.map((section, index) => {
      const values = { ...columns(section), plan_id: planId, ordinal: index + 1 };
      return [section.id, write({ table: 'section', id: null, values })] as const;
    }),
  );
}

type CopiedTask = {
  readonly from: number;
  readonly to: number;
  readonly planId: number;
  readonly years: number;
  readonly year: number;
  readonly yearBefore: number;
};

function copyParts(db: WritableDb, write: Write, task: CopiedTask): void {
  const { from, to, planId, years, year, yearBefore } = task;
  const moved = (day: string | number | null | undefined): string | null =>
    typeof day === 'string' ? movedByYears(day, years) : null;
  const copyAll = (table: RowWrite['table'], change: (row: Row) => RowValues | null): void => {
    for (const row of rowsOf(db, table, 'task_id', from)) {
      const values = change(row);
      if (values !== null) write({ table, id: null, values: { ...columns(row), task_id: to, ...values } });
    }
  };
  // Who owed it until some day of the year owes it no more; who came to it in the year owes it from the beginning.
  copyAll('assignment', (row) => (row['ends_on'] === null ? { ...NO_SOURCE, starts_on: null } : null));
  copyAll('task_target', () => ({}));
  copyAll('task_due', (row) => ({
    due_on: moved(row['due_on']),
    verbatim: wordsOfYear(String(row['verbatim']), yearBefore, year),
  }));
  copyAll('duty', (row) => ({ plan_id: planId, starts_on: moved(row['starts_on']), ends_on: moved(row['ends_on']) }));
  copyAll('matter', () => ({}));
}

type Settings = {
  readonly from: PlanId;
  readonly to: number;
  readonly year: number;
  /** Kinds of periods that the new document names a day for. */
  readonly named: ReadonlySet<string>;
};

/** How a plan reports is hardly ever said by its document: the next year goes on with it. */
function carrySettings(db: WritableDb, write: Write, { from, to, year, named }: Settings): void {
  const [plan] = rowsOf(db, 'plan', 'id', from);
  const values = { cadence: plan?.['cadence'] ?? 'month', light_rules: plan?.['light_rules'] ?? '' };
  write({ table: 'plan', id: to, values });
  for (const table of ['period_rule', 'scoring_rule'] as const) {
    for (const row of rowsOf(db, table, 'plan_id', from)) {
      if (!named.has(String(row['kind'] ?? ''))) write({ table, id: null, values: { ...columns(row), plan_id: to } });
    }
  }
  for (const { kind, label, startsOn, endsOn, dueOn, like } of periodsOfYear(listPeriods(db, from), year)) {
    if (named.has(kind)) continue;
    const days = { starts_on: startsOn, ends_on: endsOn, due_on: dueOn, closed_on: null };
    write({ table: 'period', id: null, values: { plan_id: to, kind, label, ...days, on_holiday: like.onHoliday } });
  }
}

/** Rows as stored, in their order. The table and column are named above, never by anybody outside. */
function rowsOf(
  db: WritableDb,
  table: RowWrite['table'],
  column: 'id' | 'plan_id' | 'task_id',
  id: number,
): readonly Row[] {
  return prepared(db, `SELECT * FROM "${table}" WHERE ${column} = ? ORDER BY id`).all(id) as Row[];
}

function columns({ id: _, ...values }: Row): RowValues {
  return values;
}
