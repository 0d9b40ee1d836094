// Everything that names an agency follows it. The tables are read from the schema: one that is new and not thought of
// here fails first.
import { describe, expect, test } from 'vitest';
import { previewMerge } from '#backend/cases/agency/preview-merge.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { mergeAgenciesOn } from '#db/commands/merge-agencies-on.commands.ts';
import { removeTasks } from '#db/commands/task.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import type { LoggedTable } from '#db/log/logged-tables.ts';
import { prepared } from '#db/prepared.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { findContact } from '#db/queries/contact.queries.ts';
import { MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { FILE, ROWS, sentence, type TwoAgencies, twoAgencies } from '#tests/helpers/rows-of-agencies.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

function tablesNamingAgencies({ db }: TwoAgencies): readonly string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND EXISTS (
                 SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS info WHERE info.name = 'agency_id')`;
  return prepared(db, sql).pluck().all() as string[];
}

function fullWorld(): TwoAgencies {
  const world = twoAgencies();
  const duty = { plan_id: PLAN, task_id: world.task_id, position: 1, title: '信息', cadence: 'month', needed: 1 };
  world.write('duty', duty);
  for (const [table, rowOf] of Object.entries(ROWS)) {
    // The names above are tables of the schema, as the first test says.
    // The staying one leads every task.
    const agencies = table === 'assignment' ? [world.from] : [world.into, world.from];
    for (const agency of agencies) world.write(table as LoggedTable, rowOf(world, agency));
  }
  return world;
}

describe('an agency that is taken in by another one', () => {
  test('leaves nothing behind in any table that names agencies; undo and redo are byte-equal', () => {
    const world = fullWorld();
    const { db, from, into } = world;
    const tables = tablesNamingAgencies(world);
    // The generated column of the log says whom a change was about, and stays as it was.
    expect(tables.filter((table) => table !== 'change').toSorted()).toEqual(Object.keys(ROWS).toSorted());
    expect(getAgency(db, from).removable).toBe(false);
    const { values, facts, reopened } = previewMerge(db, { from, into });
    expect({ values, facts, reopened }).toEqual({ values: { moved: 0, added: 1, later: 0 }, facts: 9, reopened: [] });
    const start = snapshotDb(db);
    mergeAgencies(db, from, into, MADE);
    for (const table of Object.keys(ROWS)) {
      const left = prepared(db, `SELECT count(*) FROM "${table}" WHERE agency_id = ?`).pluck().get(from);
      expect([table, left]).toEqual([table, 0]);
    }
    const done = snapshotDb(db);
    undoStep(db, MADE);
    expect(snapshotDb(db)).toBe(start);
    redoStep(db, MADE);
    expect(snapshotDb(db)).toBe(done);
  });

  test('in every table alone keeps it from being deleted', () => {
    for (const [table, rowOf] of Object.entries(ROWS)) {
      const world = twoAgencies();
      const { db, agencyIds } = world;
      const alone = nth(agencyIds, 3);
      prepared(db, 'DELETE FROM assignment WHERE agency_id = ?').run(alone);
      if (table === 'agency_alias') continue;
      if (table === 'duty_record') {
        world.write('duty', {
          plan_id: PLAN,
          task_id: world.task_id,
          position: 1,
          title: '信息',
          cadence: 'month',
          needed: 1,
        });
      }
      if (table === 'return_item') world.write('return', { file_name: '表.xlsx', sha256: FILE });
      world.write(table as LoggedTable, rowOf(world, alone));
      expect([table, getAgency(db, alone).removable]).toEqual([table, false]);
    }
  });

  test('adds values that add up; of others the one reported later stands', () => {
    const world = twoAgencies();
    const { db, write, from, into, task_id, period_id, sum, latest } = world;
    const place = { task_id, period_id };
    const entry = { ...place, narrative: '', problems: '', next_steps: '', origin: 'manual' };
    write('progress', { ...entry, agency_id: into, reported_on: '2021-09-10' });
    write('progress', { ...entry, agency_id: from, reported_on: '2021-09-14' });
    write('target_value', { ...place, target_id: sum, agency_id: into, value: 5, cumulative: 20 });
    write('target_value', { ...place, target_id: sum, agency_id: from, value: 4.1, cumulative: null });
    write('target_value', { ...place, target_id: latest, agency_id: into, value: 98 });
    write('target_value', { ...place, target_id: latest, agency_id: from, value: 97 });
    mergeAgencies(db, from, into, MADE);
    const values = prepared(db, 'SELECT target_id, value, cumulative FROM target_value ORDER BY target_id').all();
    expect(values).toEqual([
      { target_id: sum, value: 9.1, cumulative: 20 },
      { target_id: latest, value: 97, cumulative: null },
    ]);
  });

  test('with values of both in a closed period is refused', () => {
    const world = twoAgencies();
    const { db, write, from, into, task_id, period_id, sum } = world;
    for (const agency_id of [from, into])
      write('target_value', { task_id, period_id, target_id: sum, agency_id, value: 1 });
    prepared(db, 'UPDATE period SET closed_on = ? WHERE id = ?').run('2021-10-01', period_id);
    expect(codeOf(() => mergeAgencies(db, from, into, MADE))).toBe('MERGE_PERIOD_CLOSED');
  });

  test('has its task open again when only one of the two had closed it; closed by both it stays closed', () => {
    const world = twoAgencies();
    const { db, write, from, into, taskIds, task_id } = world;
    const closing = { closed_on: '2021-09-01', basis: '验收', approver: '' };
    write('closing', { ...closing, task_id, agency_id: into });
    const both = nth(taskIds, 2);
    write('assignment', { task_id: both, agency_id: from, role: 'cooperating', position: 9, origin: 'manual' });
    const kept = write('closing', { ...closing, task_id: both, agency_id: into });
    const gone = write('closing', {
      ...closing,
      task_id: both,
      agency_id: from,
      closed_on: '2021-09-20',
      basis: '批复',
    });
    const proof = { task_id: both, agency_id: from, closing_id: gone, title: '批复', file_name: 'a.pdf', size: 1 };
    write('evidence', { ...proof, sha256: '0', added_on: '2021-09-20' });
    expect(previewMerge(db, { from, into }).reopened).toEqual([1]);
    mergeAgencies(db, from, into, MADE);
    const rows = prepared(
      db,
      'SELECT id, task_id, closed_on, basis, reopened_on, reopen_reason FROM closing ORDER BY id',
    ).all();
    expect(rows).toMatchObject([
      { task_id, reopened_on: '2021-10-08', reopen_reason: '合并单位：另一单位（县测试2局）尚未办结' },
      { id: kept, closed_on: '2021-09-20', basis: '验收\n县测试2局：批复', reopened_on: null },
    ]);
    expect(prepared(db, 'SELECT closing_id FROM evidence').pluck().all()).toEqual([kept]);
  });

  test('brings its contacts as history: the one of the staying agency stands', () => {
    const world = twoAgencies();
    const { db, write, from, into } = world;
    const row = { phone: '', since: '2021-01-01' };
    write('agency_contact', { ...row, agency_id: into, reporter: '张三' });
    write('agency_contact', { ...row, agency_id: from, reporter: '李四' });
    mergeAgencies(db, from, into, MADE);
    expect(findContact(db, into)?.reporter).toBe('张三');
  });

  test('has drafts of summaries point at the staying agency', () => {
    const world = twoAgencies();
    const { db, write, from, into, agencyIds, task_id, period_id } = world;
    const other = nth(agencyIds, 2);
    write('summary', { task_id, agency_id: other, period_id, sentences: sentence(from) });
    mergeAgencies(db, from, into, MADE);
    expect(prepared(db, 'SELECT sentences FROM summary').pluck().get()).toBe(sentence(into));
  });
});

test('an agency that is joined from a day on keeps what it did before, and hands over what is still to come', () => {
  const world = twoAgencies();
  const { db, write, from, into, taskIds } = world;
  const task_id = nth(taskIds, 0);
  const milestone = { task_id, agency_id: from, position: 1 };
  const early = write('milestone', { ...milestone, title: '启动', planned_on: '2021-03-31', done_on: '2021-03-20' });
  const open = write('milestone', { ...milestone, position: 2, title: '验收', planned_on: '2021-11-30' });
  const item = write('sub_item', { task_id, agency_id: from, position: 1, title: '整改', status: 'in-progress' });
  const done = write('sub_item', { task_id, agency_id: from, position: 2, title: '排查', status: 'done' });
  const put = { task_id, agency_id: from, reason: '汛情', approver: '', approved_on: '2021-05-01' };
  const extension = write('extension', { ...put, due_on: '2021-12-20' });
  const past = write('extension', { ...put, period_id: nth(world.periodIds, 1), due_on: '2021-03-20' });
  const start = snapshotDb(db);
  mergeAgenciesOn(db, from, into, '2021-07-01', MADE);
  const whose = (table: string, id: number) =>
    prepared(db, `SELECT agency_id FROM ${table} WHERE id = ?`).pluck().get(id);
  expect([whose('milestone', early), whose('sub_item', done), whose('extension', past)]).toEqual([from, from, from]);
  expect([whose('milestone', open), whose('sub_item', item), whose('extension', extension)]).toEqual([
    into,
    into,
    into,
  ]);
  undoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
});

test('what is known of a task stays with it when it is taken out of the plan', () => {
  const world = fullWorld();
  const { db, task_id } = world;
  const tables = prepared(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('change', 'task_due', 'task_target')
       AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS info WHERE info.name = 'task_id')`,
  )
    .pluck()
    .all() as string[];
  const rows = () =>
    tables.map((table) => [table, prepared(db, `SELECT * FROM "${table}" WHERE task_id = ? ORDER BY id`).all(task_id)]);
  const before = rows();
  removeTasks(db, PLAN, [nth(world.taskIds, 0)], 'keep', MADE);
  expect(rows()).toEqual(before);
  undoStep(db, MADE);
  expect(rows()).toEqual(before);
  expect(tables.length).toBeGreaterThan(10);
});
