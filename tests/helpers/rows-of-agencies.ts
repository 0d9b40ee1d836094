// A row of each table that names an agency, for what is said of all of them.
import { commitStep } from '#db/log/commit-step.ts';
import type { LoggedTable } from '#db/log/logged-tables.ts';
import type { RowValues } from '#db/log/row-writer.ts';
import { prepared } from '#db/prepared.ts';
import { createTestDb, MADE, nth, PLAN } from './a-plan.ts';

export const FILE = '0'.repeat(64);

/** A small plan with two targets, and two agencies of which one takes the other in. */
export function twoAgencies() {
  const world = createTestDb();
  prepared(
    world.db,
    "INSERT INTO stored_file (sha256, name, size, content, stored_at) VALUES (?, '表.xlsx', 1, x'00', '')",
  ).run(FILE);
  const { db, agencyIds, taskIds, periodIds } = world;
  const write = (table: LoggedTable, values: RowValues): number =>
    nth(commitStep(db, { code: 'test.write', label: '准备', ...MADE }, [{ table, id: null, values }]).rowIds, 0);
  const [from, into] = [nth(agencyIds, 1), nth(agencyIds, 0)];
  const task_id = nth(taskIds, 0);
  const period_id = nth(periodIds, 8);
  const target = { task_id, position: 1, comparator: '≥', value: 12, verbatim: '' };
  const sum = write('task_target', { ...target, name: '抽检', unit: '批次', accumulates: 'sum' });
  const latest = write('task_target', { ...target, position: 2, name: '合格率', unit: '%', accumulates: 'latest' });
  return { ...world, write, from, into, task_id, period_id, sum, latest };
}
export type TwoAgencies = ReturnType<typeof twoAgencies>;

/** A summary that quotes an agency. */
export const sentence = (agencyId: number) =>
  JSON.stringify([
    {
      part: 'narrative',
      kind: 'quoted',
      text: '已排查',
      sources: [{ agencyId, field: 'narrative', verbatim: '已排查' }],
    },
  ]);

/** A row of each table that names an agency. Those of which an agency has one in a place are written for both. */
export const ROWS: Readonly<Record<string, (world: TwoAgencies, agency_id: number) => RowValues>> = {
  agency_alias: (_, agency_id) => ({ agency_id, alias: `别称${agency_id}`, kind: 'alias' }),
  assignment: ({ taskIds }, agency_id) => ({
    task_id: nth(taskIds, 2),
    agency_id,
    role: 'lead',
    position: 5,
    origin: 'manual',
  }),
  progress: ({ task_id, period_id }, agency_id) => ({
    task_id,
    agency_id,
    period_id,
    narrative: `${agency_id}`,
    problems: '',
    next_steps: '',
    origin: 'manual',
  }),
  note: ({ task_id }, agency_id) => ({ task_id, agency_id, text: `${agency_id}` }),
  form: ({ period_id }, agency_id) => ({ plan_id: PLAN, agency_id, period_id, file_name: '表.xlsx', sent_at: MADE.at }),
  return: ({ period_id }, agency_id) => ({
    agency_id,
    period_id,
    file_name: '表.xlsx',
    sha256: FILE,
    taken_in_at: MADE.at,
  }),
  return_item: ({ db, task_id }, agency_id) => ({
    return_id: Number(prepared(db, 'SELECT max(id) FROM "return"').pluck().get()),
    task_id,
    agency_id,
    field: 'narrative',
    base: '',
    theirs: '',
    ours: '',
    decision: 'ours',
  }),
  agency_contact: (_, agency_id) => ({ agency_id, reporter: `联络员${agency_id}`, phone: '', since: '2021-01-01' }),
  closed_duty: ({ period_id }, agency_id) => ({ period_id, agency_id, owed: '[]', members: '[]' }),
  extension: ({ task_id, period_id }, agency_id) => ({
    task_id,
    agency_id,
    period_id,
    due_on: '2021-10-20',
    reason: '汛情',
    approver: '',
    approved_on: '2021-09-01',
  }),
  closing: ({ task_id }, agency_id) => ({
    task_id,
    agency_id,
    closed_on: `2021-09-0${agency_id}`,
    basis: `依据${agency_id}`,
    approver: '',
  }),
  target_value: ({ task_id, period_id, sum }, agency_id) => ({
    target_id: sum,
    task_id,
    agency_id,
    period_id,
    value: agency_id,
  }),
  milestone: ({ task_id }, agency_id) => ({ task_id, agency_id, position: 1, title: '启动', planned_on: '2021-11-30' }),
  sub_item: ({ task_id }, agency_id) => ({ task_id, agency_id, position: 1, title: '排查' }),
  verification: ({ task_id, period_id }, agency_id) => ({
    task_id,
    agency_id,
    period_id,
    result: 'confirmed',
    manner: '现场',
    checker: '张三',
    checked_on: '2021-09-20',
  }),
  evidence: ({ task_id }, agency_id) => ({
    task_id,
    agency_id,
    title: '照片',
    file_name: 'a.jpg',
    sha256: '0',
    size: 1,
    added_on: '2021-09-20',
  }),
  summary: ({ task_id, period_id }, agency_id) => ({ task_id, agency_id, period_id, sentences: sentence(agency_id) }),
  duty_record: ({ db, task_id }, agency_id) => ({
    duty_id: Number(prepared(db, 'SELECT max(id) FROM duty').pluck().get()),
    task_id,
    agency_id,
    starts_on: '2021-09-01',
    title: '信息一则',
    received_on: '2021-09-10',
  }),
  reminder: (_, agency_id) => ({
    plan_id: PLAN,
    agency_id,
    manner: 'call',
    tasks: '[]',
    text: '请报送',
    made_on: '2021-09-16',
  }),
  export: ({ period_id }, agency_id) => ({
    plan_id: PLAN,
    period_id,
    agency_id,
    kind: 'form',
    what: '填报表',
    file_name: `${agency_id}.xlsx`,
    sha256: FILE,
    bytes: 1,
    row_count: 1,
    state_step: 1,
    state_day: '2021-09-16',
    sent_at: MADE.at,
  }),
};
