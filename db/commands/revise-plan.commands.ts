import { type CommittedStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import { type AgencyId, type PlanId, type SectionId, type TaskId, TaskIdSchema } from '#shared/domain/ids.ts';
import type { AssignmentOrigin } from '#shared/domain/matrix.ts';
import type { Due, Span, Target } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Made } from '#shared/domain/step.ts';
import type { TaskPeople } from '#shared/domain/task-people.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { listAssignments } from '../queries/assignment.queries.ts';
import { getPlan, targetsOfTask } from '../queries/plan.queries.ts';
import { valuesOfTarget } from '../queries/target-value.queries.ts';
import { reviseDerivedDuties } from './duty-rows.ts';
import { matchTargets } from './match-targets.ts';
import { dueValues, peopleValues, spanValues, targetValues } from './task-rows.ts';
import { targetsAside } from './write-list.ts';

/** A role as it shall be. `id`: the row it has now. */
export type RevisedAssignment = {
  readonly id: number | null;
  /** Of an agency of the file, or the name of one that the revision adds. */
  readonly agency: AgencyId | string;
  readonly role: Role;
  readonly position: number;
  readonly origin: AssignmentOrigin;
  readonly writtenAs: string | null;
  readonly span: Span | null;
};

/** A task as it shall be. `id: null` adds it. */
export type RevisedTask = {
  readonly id: TaskId | null;
  /** Place of its section in {@link PlanRevision.sections}, or `null` for none. */
  readonly section: number | null;
  readonly position: number;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly responsibility: string;
  readonly span: Span | null;
  /** All of them; a role that the task has now and that is not here is taken away. */
  readonly assignments: readonly RevisedAssignment[];
  /** Left out: targets and dues stay. */
  readonly facts?: { readonly targets: readonly Target[]; readonly dues: readonly Due[] };
  /** Left out, or fields left out: they stay. */
  readonly people?: Partial<TaskPeople>;
};

/** A newer version of the plan, as far as a person has taken it. */
export type PlanRevision = {
  readonly planId: PlanId;
  readonly head: Readonly<Record<'title' | 'documentNumber' | 'issuer' | 'issuedOn', string>>;
  readonly source: { readonly name: string; readonly text: string; readonly sha256: string };
  /** All sections in their order; `id: null` adds one. */
  readonly sections: readonly { readonly id: SectionId | null; readonly title: string }[];
  readonly newAgencies: readonly {
    readonly name: string;
    readonly shortName: string;
    readonly kind: AgencyKind;
    readonly pinyin: string;
    readonly position: number;
  }[];
  readonly newAliases: readonly { readonly agency: AgencyId | string; readonly alias: string }[];
  readonly tasks: readonly RevisedTask[];
  readonly removed: readonly TaskId[];
  readonly label: string;
};

/** Above every real ordinal: sections and targets pass through these while they change places, because places are unique. */
const ORDINAL_ASIDE = 1_000_000;

/**
 * Brings a plan to a newer version as one step. Tasks keep their ids, so that progress, notes and forms stay
 * with them; a task that the newer version does not have is marked as removed and kept. The text of the older document
 * stays in the log.
 *
 * @throws AppError TASK_NUMBER_TAKEN | AGENCY_NAME_TAKEN | NOTHING_TO_CHANGE
 */
export function revisePlan(db: WritableDb, revision: PlanRevision, made: Made): CommittedStep {
  const { planId } = revision;
  const present = Map.groupBy(listAssignments(db, planId), (row) => row.taskId);
  refuseTakenNames(db, revision);
  const { year } = getPlan(db, planId);
  return commitStepWith(db, { code: 'plan.revise', label: revision.label, ...made }, (write) => {
    const agencyIds = writeAgencies(write, revision);
    const agencyId = (agency: AgencyId | string): number => {
      if (typeof agency === 'number') return agency;
      const id = agencyIds.get(agency);
      if (id === undefined) throw new Error(`the revision adds no agency ${agency}`);
      return id;
    };
    for (const { agency, alias } of revision.newAliases) {
      write({ table: 'agency_alias', id: null, values: { agency_id: agencyId(agency), alias, kind: 'alias' } });
    }
    const sectionIds = writeSections(write, planId, revision.sections);
    for (const id of revision.removed) write({ table: 'task', id, values: { removed: 1 } });
    for (const task of revision.tasks) {
      const taskId = writeTask(write, planId, task, task.section === null ? null : (sectionIds[task.section] ?? null));
      const rows = task.id === null ? [] : (present.get(task.id) ?? []);
      writeAssignments(
        write,
        taskId,
        task.assignments,
        rows.map((row) => row.id),
        agencyId,
      );
      if (task.facts) {
        writeFacts(db, write, taskId, task.facts);
        const hasLead = task.assignments.some(({ role }) => role === 'lead');
        const words = { content: task.content, ...task.facts, hasLead };
        reviseDerivedDuties(db, write, { planId, taskId: TaskIdSchema.parse(taskId), words }, year);
      }
    }
    write({ table: 'plan', id: planId, values: planValues(revision) });
  });
}

type Write = (row: RowWrite) => number;

function planValues({ head, source }: PlanRevision): NonNullable<RowWrite['values']> {
  return {
    title: head.title,
    document_number: head.documentNumber,
    issuer: head.issuer,
    issued_on: head.issuedOn,
    source_name: source.name,
    source_text: source.text,
    source_sha256: source.sha256,
  };
}

/** @throws AppError AGENCY_NAME_TAKEN when a unit has that name already, by whatever of its names */
function refuseTakenNames(db: WritableDb, { newAgencies, newAliases }: PlanRevision): void {
  const present = prepared(db, 'SELECT name FROM agency UNION SELECT alias FROM agency_alias').pluck().all();
  const taken = new Set(present);
  for (const name of [...newAgencies.map((agency) => agency.name), ...newAliases.map(({ alias }) => alias)]) {
    if (taken.has(name)) throw new AppError('AGENCY_NAME_TAKEN', { name });
    taken.add(name);
  }
}

function writeAgencies(write: Write, { newAgencies }: PlanRevision): ReadonlyMap<string, number> {
  return new Map(
    newAgencies.map(({ name, shortName, kind, pinyin, position }) => {
      const values = { name, short_name: shortName, kind, position, active: 1, pinyin };
      return [name, write({ table: 'agency', id: null, values })];
    }),
  );
}

function writeSections(write: Write, planId: number, sections: PlanRevision['sections']): readonly number[] {
  sections.forEach(({ id }, index) => {
    if (id !== null) write({ table: 'section', id, values: { ordinal: ORDINAL_ASIDE + index } });
  });
  return sections.map(({ id, title }, index) =>
    id === null
      ? write({ table: 'section', id, values: { plan_id: planId, ordinal: index + 1, title } })
      : write({ table: 'section', id, values: { ordinal: index + 1, title } }),
  );
}

function writeTask(write: Write, planId: number, task: RevisedTask, sectionId: number | null): TaskId {
  const values = {
    plan_id: planId,
    section_id: sectionId,
    position: task.position,
    number: task.number,
    title: task.title,
    content: task.content,
    responsibility: task.responsibility,
    ...peopleValues(task.people ?? {}),
    ...spanValues(task.span),
    removed: 0,
  };
  return TaskIdSchema.parse(write({ table: 'task', id: task.id, values }));
}

function writeAssignments(
  write: Write,
  taskId: number,
  assignments: readonly RevisedAssignment[],
  present: readonly number[],
  agencyId: (agency: AgencyId | string) => number,
): void {
  const kept = new Set(assignments.map((row) => row.id));
  for (const id of present) if (!kept.has(id)) write({ table: 'assignment', id, values: null });
  for (const { id, agency, role, position, origin, writtenAs, span } of assignments) {
    const values = {
      task_id: taskId,
      agency_id: agencyId(agency),
      role,
      position,
      origin,
      written_as: writtenAs,
      ...spanValues(span),
    };
    write({ table: 'assignment', id, values });
  }
}

/** Dues have no identity of their own: the old ones go, the new ones come. A target keeps its row and its values. */
function writeFacts(db: WritableDb, write: Write, taskId: TaskId, facts: NonNullable<RevisedTask['facts']>): void {
  const due = db.prepare('SELECT id FROM task_due WHERE task_id = ?').pluck().all(taskId) as number[];
  for (const id of due) write({ table: 'task_due', id, values: null });
  writeTargets(db, write, taskId, facts.targets);
  facts.dues.forEach((each, index) => {
    write({ table: 'task_due', id: null, values: dueValues(taskId, index, each) });
  });
}

/**
 * A target that measures the same keeps its row, so that what was reported for it stays. One that the newer version does
 * not have goes, unless something was reported for it: then it stays behind the others, for a person to decide.
 */
function writeTargets(db: WritableDb, write: Write, taskId: TaskId, targets: readonly Target[]): void {
  const present = targetsOfTask(db, taskId);
  const matches = matchTargets(present, targets);
  const kept = new Set(matches.values());
  const reported = present.filter(({ id }) => !kept.has(id) && valuesOfTarget(db, id).length > 0);
  for (const { id } of present) {
    if (!kept.has(id) && !reported.some((target) => target.id === id))
      write({ table: 'task_target', id, values: null });
  }
  const staying = present.flatMap(({ id }) => (kept.has(id) || reported.some((row) => row.id === id) ? [id] : []));
  for (const row of targetsAside(staying)) write(row);
  targets.forEach((target, index) => {
    write({ table: 'task_target', id: matches.get(index) ?? null, values: targetValues(taskId, index, target) });
  });
  reported.forEach(({ id }, index) => {
    write({ table: 'task_target', id, values: { position: targets.length + index + 1 } });
  });
}
