// The commands of the monthly round and of a newer plan, made up for the run of random commands: a form goes out, a
// return is taken in, the plan is revised. They read the rows as they are, whatever the queries leave out.
import { createHash } from 'node:crypto';
import { type FormBase, recordForms, reserveFormIds } from '#db/commands/form.commands.ts';
import { acceptReturns } from '#db/commands/return.commands.ts';
import { type PlanRevision, type RevisedTask, revisePlan } from '#db/commands/revise-plan.commands.ts';
import { prepared } from '#db/prepared.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { AgencyId, FormId, PeriodId, PlanId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentOrigin } from '#shared/domain/matrix.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';

/** @param count how many there are to pick from @returns a place among them */
export type Pick = (count: number) => number;
export type Command = (world: TestWorld, pick: Pick) => unknown;

const rows = <Row>({ db }: TestWorld, sql: string, ...values: readonly number[]): readonly Row[] =>
  prepared(db, sql).all(...values) as Row[];
const some = <Item>(items: readonly Item[], pick: Pick): readonly Item[] => items.filter(() => pick(3) > 0);

/** One of a plan's first agencies: they were there before any step that could be taken back. */
function anAgencyFromTheStart(world: TestWorld, pick: Pick): AgencyId | undefined {
  const there = rows<{ id: AgencyId }>(world, 'SELECT id FROM agency').map(({ id }) => id);
  const first = world.agencyIds.filter((id) => there.includes(id));
  return first[pick(Math.max(1, first.length))];
}

/**
 * A form that left the house is not called back, and holds what it is about: a task or an agency added since cannot be
 * taken back after it. So that the runs can be undone to their start, it asks about what was there at the start.
 */
function sendForm(world: TestWorld, pick: Pick): unknown {
  const agencyId = anAgencyFromTheStart(world, pick);
  if (agencyId === undefined) return null;
  const base = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, pick(2) === 0 ? '' : '原值'])) as FormBase;
  const sent = {
    planId: planOf(world),
    agencyId,
    periodId: nth(world.periodIds, pick(2)),
    fileName: `填报表${pick(9)}.xlsx`,
    rows: some(world.taskIds, pick).map((taskId) => ({ taskId, base })),
  };
  // Some ids are reserved for nothing: their workbooks were never put in place.
  const id = reserveFormIds(world.db, 1 + pick(2)).at(-1);
  if (id === undefined) return null;
  return recordForms(world.db, [{ ...sent, id, label: '发出填报表' }], MADE, () => () => undefined);
}

type FormRow = { readonly id: FormId; readonly agencyId: AgencyId; readonly periodId: PeriodId };

/** Several returns at once, of forms or of none; values for cells that the agency owes, and decisions for all. */
function takeReturns(world: TestWorld, pick: Pick): unknown {
  const owed = rows<{ taskId: TaskId; agencyId: AgencyId }>(
    world,
    `SELECT task_id AS taskId, agency_id AS agencyId FROM assignment JOIN task ON task.id = task_id WHERE removed = 0`,
  );
  const forms = rows<FormRow>(world, 'SELECT id, agency_id AS agencyId, period_id AS periodId FROM form');
  const agencyIds = [...new Set(some(owed, pick).map(({ agencyId }) => agencyId))].slice(0, 2);
  if (agencyIds.length === 0) return null;
  const returns = agencyIds.map((agencyId) => {
    const content = Buffer.from(`回收 ${pick(1_000)}`);
    const tasks = owed.filter((cell) => cell.agencyId === agencyId);
    const form = pick(3) === 0 ? undefined : forms.findLast((row) => row.agencyId === agencyId);
    return {
      formId: form?.id ?? null,
      agencyId,
      periodId: form?.periodId ?? nth(world.periodIds, pick(2)),
      file: { name: '回收.xlsx', sha256: createHash('sha256').update(content).digest('hex'), content },
      items: tasks.map(({ taskId }) => ({
        taskId,
        field: nth(PROGRESS_FIELDS, pick(PROGRESS_FIELDS.length)),
        base: '',
        theirs: '他们的',
        ours: '',
        decision: pick(2) === 0 ? ('theirs' as const) : ('ours' as const),
      })),
      patches: some(tasks, pick).map(({ taskId }) => ({
        taskId,
        patch: { status: 'done' as const, narrative: nth(['办结', '', '两行\n文字'], pick(3)) },
      })),
    };
  });
  return acceptReturns(world.db, returns, '收回填报表', MADE);
}

type TaskRow = Omit<RevisedTask, 'section' | 'span' | 'assignments' | 'facts'> & {
  readonly id: TaskId;
  readonly sectionId: SectionId | null;
};

/** The plan as it stands, with a few things changed: texts, order, roles, a task gone, one and an agency new. */
function revise(world: TestWorld, pick: Pick): unknown {
  const sections = rows<{ id: SectionId; title: string }>(world, 'SELECT id, title FROM section ORDER BY ordinal');
  const inOrder = pick(3) === 0 ? sections.toReversed() : sections;
  const tasks = rows<TaskRow>(
    world,
    `SELECT id, section_id AS sectionId, position, number, title, content, responsibility FROM task WHERE removed = 0`,
  );
  const removed = pick(3) === 0 ? tasks.slice(0, 1).map(({ id }) => id) : [];
  const newAgencies = pick(3) === 0 ? [aNewAgency(pick)] : [];
  const kept = tasks.filter(({ id }) => !removed.includes(id));
  const revisedTasks = kept.map(({ sectionId, ...task }): RevisedTask => {
    const section = inOrder.findIndex(({ id }) => id === sectionId);
    const isChanged = pick(3) === 0;
    return {
      ...task,
      section: section === -1 ? null : section,
      title: isChanged ? `修订 ${task.title}`.slice(0, 20) : task.title,
      span: isChanged ? { start: 1, end: 9 } : null,
      assignments: rolesOf(world, task.id, pick),
      ...(isChanged ? { facts: { targets: [], dues: [] } } : {}),
    };
  });
  const highest = Math.max(0, ...rows<{ number: number }>(world, 'SELECT number FROM task').map((row) => row.number));
  const added = pick(2) === 0 ? [aNewTask(highest + 1, newAgencies[0]?.name)] : [];
  const text = `修订版 ${pick(99)}`;
  const revision = {
    planId: planOf(world),
    head: { title: text, documentNumber: '测政办发〔2021〕9号', issuer: '测试县', issuedOn: '2021-06-01' },
    source: { name: '修订.txt', text, sha256: '1'.repeat(64) },
    sections: [...inOrder, ...(pick(3) === 0 ? [{ id: null, title: '新的部分' }] : [])],
    newAgencies,
    newAliases: newAgencies.map(({ name }) => ({ agency: name, alias: `${name}又名` })),
    tasks: [...revisedTasks, ...added],
    removed,
    label: '按修订版更新',
  } satisfies PlanRevision & { planId: PlanId };
  return revisePlan(world.db, revision, MADE);
}

type RoleRow = { id: number; agency: AgencyId; role: Role; position: number; origin: AssignmentOrigin };

/** Some of the roles a task has, some of them another role. */
function rolesOf(world: TestWorld, taskId: TaskId, pick: Pick): RevisedTask['assignments'] {
  const sql = 'SELECT id, agency_id AS agency, role, position, origin FROM assignment WHERE task_id = ?';
  return some(rows<RoleRow>(world, sql, taskId), pick).map((row) => {
    const role = pick(4) === 0 ? nth(ROLES, pick(ROLES.length)) : row.role;
    return { ...row, role, writtenAs: null, span: null };
  });
}

function aNewAgency(pick: Pick): PlanRevision['newAgencies'][number] {
  const kind = nth(AGENCY_KINDS, pick(AGENCY_KINDS.length));
  return { name: `新局${pick(9)}`, shortName: '新局', kind, pinyin: 'xj', position: 90 };
}

function aNewTask(number: number, agency: string | undefined): RevisedTask {
  const role = { id: null, role: 'lead', position: 0, origin: 'parsed', writtenAs: null, span: null } as const;
  return {
    id: null,
    section: 0,
    position: 1_000_000,
    number,
    title: '新任务',
    content: '新任务的全文。',
    responsibility: agency ?? '',
    span: { start: 0, end: 3 },
    assignments: agency === undefined ? [] : [{ ...role, agency }],
  };
}

function planOf(world: TestWorld): PlanId {
  return nth(rows<{ id: PlanId }>(world, 'SELECT id FROM plan'), 0).id;
}

export const ROUND_COMMANDS: Readonly<Record<string, Command>> = { sendForm, takeReturns, revise };
