// The commands of the monthly round and of a newer plan, made up for the run of random commands: a form goes out,
// the plan is revised. They read the rows as they are, whatever the queries leave out.
import { recordForm, recordForms, reserveFormIds, type SentForm } from '#db/commands/form.commands.ts';
import { type PlanRevision, type RevisedTask, revisePlan } from '#db/commands/revise-plan.commands.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { AgencyId, PlanId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentOrigin } from '#shared/domain/matrix.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { anAgencyFromTheStart, type Command, type Pick, planOf, rows, some } from './at-random.ts';

/**
 * A form that left the house is not called back, and holds what it is about: a task or an agency added since cannot be
 * taken back after it. So that the runs can be undone to their start, it asks about what was there at the start.
 */
function aForm(world: TestWorld, pick: Pick): SentForm | null {
  const agencyId = anAgencyFromTheStart(world, pick);
  if (agencyId === undefined) return null;
  const base = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, pick(2) === 0 ? '' : '原值'])) as Record<
    ProgressField,
    string
  >;
  return {
    planId: planOf(world),
    agencyId,
    periodId: nth(world.periodIds, pick(2)),
    fileName: `填报表${pick(9)}.xlsx`,
    rows: some(world.taskIds, pick).map((taskId) => ({ taskId, base })),
  };
}

function sendForm(world: TestWorld, pick: Pick): unknown {
  const form = aForm(world, pick);
  return form && recordForm(world.db, form, '发出填报表', MADE);
}

/** Two at once under reserved ids; a disk that is full in the middle leaves none of them. */
function sendForms(world: TestWorld, pick: Pick): unknown {
  const forms = [aForm(world, pick), aForm(world, pick)].filter((form) => form !== null);
  const ids = reserveFormIds(world.db, forms.length);
  const numbered = forms.map((form, index) => ({
    forms: [{ ...form, id: nth(ids, index) }],
    label: '发出填报表',
  }));
  const isFull = pick(3) === 0;
  return recordForms(world.db, numbered, MADE, () => {
    if (isFull) throw new AppError('DISK_FULL', { file: '填报表' });
    return () => undefined;
  });
}

type TaskRow = Omit<RevisedTask, 'section' | 'span' | 'assignments' | 'facts'> & {
  readonly id: TaskId;
  readonly sectionId: SectionId | null;
};

/** The plan as it stands, with a few things changed: texts, order, roles, a task gone, one and an agency new. */
function revise(world: TestWorld, pick: Pick): unknown {
  const sections = rows<{ id: SectionId; title: string }>(
    world,
    'SELECT id, title FROM section WHERE plan_id = ? ORDER BY ordinal',
    planOf(world),
  );
  const inOrder = pick(3) === 0 ? sections.toReversed() : sections;
  const tasks = rows<TaskRow>(
    world,
    `SELECT id, section_id AS sectionId, position, number, title, content, responsibility FROM task
     WHERE removed = 0 AND plan_id = ?`,
    planOf(world),
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
      ...(isChanged ? { facts: { targets: someTargets(pick), dues: [] } } : {}),
    };
  });
  const highest = Math.max(
    0,
    ...rows<{ number: number }>(world, 'SELECT number FROM task WHERE plan_id = ?', planOf(world)).map(
      (row) => row.number,
    ),
  );
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

/** Targets as a newer version has them: none, or one whose words are those of another. */
function someTargets(pick: Pick): NonNullable<RevisedTask['facts']>['targets'] {
  const name = `指标${pick(4)}`;
  const span = { start: 0, end: 3 };
  return pick(2) === 0 ? [] : [{ name, comparator: '≥', value: pick(9), unit: '批次', text: `${name}批次`, span }];
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

export const ROUND_COMMANDS: Readonly<Record<string, Command>> = {
  sendForm,
  sendForms,
  revise,
};
