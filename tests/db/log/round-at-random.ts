// The commands of the monthly round and of a newer plan, made up for the run of random commands: a form goes out, a
// return is taken in, the plan is revised. They read the rows as they are, whatever the queries leave out.
import { createHash } from 'node:crypto';
import { type FormBase, recordForm, recordForms, reserveFormIds, type SentForm } from '#db/commands/form.commands.ts';
import {
  keepDraft,
  mapReturn,
  markReturns,
  nameReturn,
  type ReturnReading,
  recordReturns,
  setReturnRule,
} from '#db/commands/return.commands.ts';
import { type PlanRevision, type RevisedTask, revisePlan } from '#db/commands/revise-plan.commands.ts';
import { acceptReturns, type TakenReturn, takeBackReturn } from '#db/commands/take-returns.commands.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import { prepared } from '#db/prepared.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { AgencyId, FormId, PeriodId, PlanId, ReturnId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentOrigin } from '#shared/domain/matrix.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
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
function aForm(world: TestWorld, pick: Pick): SentForm | null {
  const agencyId = anAgencyFromTheStart(world, pick);
  if (agencyId === undefined) return null;
  const base = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, pick(2) === 0 ? '' : '原值'])) as FormBase;
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
  const numbered = forms.map((form, index) => ({ ...form, id: nth(ids, index), label: '发出填报表' }));
  const isFull = pick(3) === 0;
  return recordForms(world.db, numbered, MADE, () => {
    if (isFull) throw new AppError('DISK_FULL', { file: '填报表' });
    return () => undefined;
  });
}

type FormRow = { readonly id: FormId; readonly agencyId: AgencyId; readonly periodId: PeriodId };
type KeptRow = { readonly id: ReturnId; readonly agencyId: AgencyId | null; readonly periodId: PeriodId | null };

const aReading = (pick: Pick): ReturnReading => ({
  sheet: '填报表',
  kind: 'form',
  reading: JSON.stringify({ rows: pick(99) }),
  reporter: nth(['', '甲', '乙'], pick(3)),
  phone: '',
});

/** Files that came: of agencies that were there at the start, for what came has come (see {@link aForm}). */
function receive(world: TestWorld, pick: Pick): unknown {
  const agencyId = anAgencyFromTheStart(world, pick);
  if (agencyId === undefined) return null;
  const form = rows<FormRow>(world, 'SELECT id, agency_id AS agencyId, period_id AS periodId FROM form').findLast(
    (row) => row.agencyId === agencyId,
  );
  const content = Buffer.from(`回收 ${pick(1_000)}`);
  const periodId = form?.periodId ?? nth(world.periodIds, pick(2));
  const place = { planId: planOf(world), agencyId, periodId, formId: form?.id ?? null };
  const known = { ...place, state: 'to-review', read: aReading(pick), refusal: null } as const;
  const held = { ...known, agencyId: null, periodId: null, formId: null, state: 'received' } as const;
  const refusal = { code: 'WORKBOOK_ENCRYPTED', details: { file: '回收.xlsx' } } as const;
  const refused = { ...held, state: 'refused', read: null, refusal } as const;
  const waiting = rows<KeptRow>(
    world,
    `SELECT id FROM "return" WHERE state = 'refused' AND refusal IS NOT NULL AND reasons = '[]'`,
  )[0];
  const table = nth([known, known, held, refused], pick(4));
  const tables = [waiting && pick(2) === 0 ? { ...table, continues: waiting.id } : table];
  const file = { name: '回收.xlsx', sha256: createHash('sha256').update(content).digest('hex'), content };
  return recordReturns(world.db, [{ file, tables }], '收到 1 份', MADE);
}

function aReturn(world: TestWorld, pick: Pick): KeptRow | undefined {
  const kept = rows<KeptRow>(world, 'SELECT id, agency_id AS agencyId, period_id AS periodId FROM "return"');
  return kept[pick(Math.max(1, kept.length))];
}

/** Several returns at once, of forms and of ledgers; values for cells that are owed, and decisions for all. */
function takeReturns(world: TestWorld, pick: Pick): unknown {
  const owed = rows<{ taskId: TaskId; agencyId: AgencyId }>(
    world,
    `SELECT task_id AS taskId, agency_id AS agencyId FROM assignment JOIN task ON task.id = task_id WHERE removed = 0`,
  );
  const kept = rows<KeptRow>(
    world,
    `SELECT id, agency_id AS agencyId, period_id AS periodId FROM "return" WHERE agency_id IS NOT NULL`,
  );
  const chosen = some(kept, pick).slice(0, 2);
  if (chosen.length === 0) return null;
  const taken = chosen.map(({ id: returnId, agencyId, periodId }, index): TakenReturn => {
    const cells = owed.filter((cell) => cell.agencyId === agencyId);
    return {
      returnId,
      place: { planId: planOf(world), agencyId, periodId, formId: null },
      periodId: periodId ?? nth(world.periodIds, 0),
      state: nth(['taken', 'to-review'] as const, pick(2)),
      items: cells.map((cell) => ({
        ...cell,
        field: nth(PROGRESS_FIELDS, pick(PROGRESS_FIELDS.length)),
        base: '',
        baseFrom: nth(['told', 'sent', null] as const, pick(3)),
        theirs: '他们的',
        ours: '',
        decision: pick(2) === 0 ? 'theirs' : 'ours',
        value: pick(4) === 0 ? '改写' : null,
      })),
      patches:
        index > 0
          ? []
          : some(cells, pick).map((cell) => ({
              ...cell,
              patch: { status: 'done', narrative: nth(['办结', '', '两行\n文字'], pick(3)), reporter: '甲' },
            })),
      contact: { reporter: nth(['', '甲', '乙'], pick(3)), phone: nth(['', '3021'], pick(2)) },
    };
  });
  return acceptReturns(world.db, taken, '收回', MADE);
}

/** What a return wrote goes back: one progress entry of its agency, or none. */
function takeBack(world: TestWorld, pick: Pick): unknown {
  const taken = rows<KeptRow>(world, `SELECT id, agency_id AS agencyId FROM "return" WHERE state = 'taken'`);
  const one = taken[pick(Math.max(1, taken.length))];
  if (!one) return null;
  const entries = rows<{ id: number }>(world, 'SELECT id FROM progress WHERE agency_id = ?', one.agencyId ?? 0);
  const writes = entries.slice(0, pick(2)).map(({ id }): RowWrite => {
    return { table: 'progress', id, values: pick(2) === 0 ? null : { narrative: '从前的' } };
  });
  return takeBackReturn(world.db, one.id, writes, '撤回', MADE);
}

function nameAReturn(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  const agencyId = anAgencyFromTheStart(world, pick);
  if (!one || agencyId === undefined) return null;
  const place = { planId: planOf(world), agencyId, periodId: nth(world.periodIds, pick(2)), formId: null };
  return nameReturn(world.db, one.id, place, pick(2) === 0 ? aReading(pick) : null, '认定', MADE);
}

function mapAReturn(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  if (!one) return null;
  const place = { planId: planOf(world), agencyId: null, periodId: null, formId: null };
  const table = { ...place, state: 'received', read: aReading(pick) } as const;
  return mapReturn(world.db, one.id, table, { shape: `形${pick(2)}`, json: `{"columns":${pick(9)}}` }, MADE);
}

function putAside(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  return one ? markReturns(world.db, [one.id], pick(2) === 0 ? 'sent-back' : 'refused', ['请补充'], MADE) : null;
}

function keepADraft(world: TestWorld, pick: Pick): unknown {
  const one = aReturn(world, pick);
  return one ? keepDraft(world.db, one.id, `[${pick(9)}]`, MADE.at) : null;
}

const switchRule = ({ db }: TestWorld, pick: Pick): unknown =>
  setReturnRule(db, `rule-${pick(2)}`, pick(2) === 0, '检查', MADE);

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
      ...(isChanged ? { facts: { targets: [], dues: [] } } : {}),
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
  return nth(rows<{ id: PlanId }>(world, 'SELECT id FROM plan ORDER BY id'), 0).id;
}

export const ROUND_COMMANDS: Readonly<Record<string, Command>> = {
  sendForm,
  sendForms,
  receive,
  takeReturns,
  takeBack,
  nameAReturn,
  mapAReturn,
  putAside,
  keepADraft,
  switchRule,
  revise,
};
