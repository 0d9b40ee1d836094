import { expect, test } from 'vitest';
import { CHECK_NAMES, runChecks } from '#db/checks/checks.ts';
import { updateAgency } from '#db/commands/agency.commands.ts';
import { setRoles } from '#db/commands/assignment.commands.ts';
import { mergeAgencies } from '#db/commands/merge-agencies.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { AT, createTestDb, MADE, nth } from '#tests/helpers/a-plan.ts';

/** For each check, damage that another tool could do to the file behind the log's back. */
const DAMAGE: Readonly<Record<string, (db: WritableDb) => void>> = {
  'no-plan': (db) => db.exec('PRAGMA foreign_keys = OFF; DELETE FROM plan'),
  'section-of-other-plan': (db) =>
    db.exec(`INSERT INTO plan (id, title, document_number, issuer, issued_on, year, source_name, source_text, source_sha256)
             VALUES (9, '二', '', '', '', 2022, '', '', '');
             INSERT INTO section (id, plan_id, ordinal, title) VALUES (90, 9, 1, '别处');
             UPDATE task SET section_id = 90 WHERE number = 1`),
  'number-twice': (db) => db.exec('UPDATE task SET number = 1 WHERE number = 2'),
  'alias-equals-name': (db) => db.exec(`INSERT INTO agency_alias (agency_id, alias) VALUES (1, '县测试2局')`),
  'member-is-group': (db) => db.exec('INSERT INTO agency_member (group_id, member_id) VALUES (1, 2)'),
  'span-outside-source': (db) => db.exec('UPDATE assignment SET source_end = 999999 WHERE id = 1'),
  'period-turned-round': (db) => db.exec(`UPDATE period SET starts_on = '2022-01-01' WHERE id = 1`),
  'progress-never-owed': (db) =>
    db.exec(`INSERT INTO progress (task_id, agency_id, period_id, narrative, problems, next_steps, origin)
             VALUES (1, 4, 1, '', '', '', 'manual')`),
  'period-of-other-plan': (db) =>
    db.exec(`INSERT INTO plan (id, title, document_number, issuer, issued_on, year, source_name, source_text, source_sha256)
             VALUES (9, '二', '', '', '', 2022, '', '', '');
             INSERT INTO period (id, plan_id, kind, label, starts_on, ends_on, due_on)
             VALUES (90, 9, 'year', '2022年', '2022-01-01', '2022-12-31', '2022-12-31');
             INSERT INTO progress (task_id, agency_id, period_id, narrative, problems, next_steps, origin)
             VALUES (1, 1, 90, '', '', '', 'manual')`),
  'value-of-other-task': (db) =>
    db.exec(`INSERT INTO task_target (id, task_id, position, name, comparator, value, unit, verbatim)
             VALUES (1, 1, 1, '指标', '≥', 9, '批次', '');
             INSERT INTO target_value (target_id, task_id, agency_id, period_id, value) VALUES (1, 2, 1, 1, 3)`),
  'slip-number-twice': (db) =>
    db.exec(`INSERT INTO reminder (plan_id, agency_id, manner, slip, slip_number, tasks, text, made_on)
             VALUES (1, 1, 'slip', 'red', '(2021)红1号', '[]', '', ''), (1, 2, 'slip', 'red', '(2021)红1号', '[]', '', '')`),
  'duty-of-other-plan': (db) =>
    db.exec(`INSERT INTO duty (id, plan_id, task_id, position, title, cadence, needed) VALUES (1, 1, 1, 1, '信息', 'month', 1);
             INSERT INTO duty_record (duty_id, task_id, agency_id, starts_on, title, received_on)
             VALUES (1, 2, 1, '2021-10-01', '冷链', '2021-10-12')`),
  'form-of-other-period': (db) =>
    db.exec(`INSERT INTO form (id, plan_id, agency_id, period_id, file_name, sent_at) VALUES (1, 1, 1, 1, '', '');
             INSERT INTO stored_file VALUES ('a', '', 0, x'', '');
             INSERT INTO "return" (form_id, agency_id, period_id, file_name, sha256, taken_in_at) VALUES (1, 1, 2, '', 'a', '')`),
  'return-of-other-plan': (db) =>
    db.exec(`INSERT INTO plan (id, title, document_number, issuer, issued_on, year, source_name, source_text, source_sha256)
             VALUES (9, '二', '', '', '', 2022, '', '', '');
             INSERT INTO stored_file VALUES ('a', '', 0, x'', '');
             INSERT INTO "return" (plan_id, agency_id, period_id, file_name, sha256) VALUES (9, 1, 1, '', 'a')`),
  'return-of-nobody': (db) =>
    db.exec(`INSERT INTO stored_file VALUES ('a', '', 0, x'', '');
             INSERT INTO "return" (period_id, file_name, sha256, state) VALUES (1, '', 'a', 'to-review')`),
  'undo-of-undo-kind': (db) =>
    db.exec(
      `INSERT INTO step (kind, code, label, client, manner, at, undoable, reverses)
       VALUES ('redo', 'x', '', 'window', 'typed', '', 1, 1)`,
    ),
  'empty-step': (db) =>
    db.exec(`INSERT INTO step (kind, code, label, client, manner, at, undoable)
             VALUES ('do', 'x', '', 'window', 'typed', '', 1)`),
  'row-differs-from-log': (db) => db.exec(`UPDATE assignment SET role = 'cooperating' WHERE id = 1`),
};

test('every check is proved able to fail', () => {
  expect(Object.keys(DAMAGE).toSorted()).toEqual([...CHECK_NAMES].toSorted());
});

test.each(Object.keys(DAMAGE))('%s finds the damage it is named after', (name) => {
  const { db } = createTestDb();
  expect(runChecks(db)).toEqual([]);
  DAMAGE[name]?.(db);
  expect(runChecks(db).map((finding) => finding.check)).toContain(name);
});

test('a file that was worked in stays healthy', () => {
  const { db, taskIds, agencyIds, periodIds } = createTestDb();
  const cell = { taskId: nth(taskIds, 0), agencyId: nth(agencyIds, 3) };
  setRoles(db, [{ ...cell, role: 'lead' }], { client: 'window', manner: 'typed', at: AT });
  const entry = { ...cell, periodId: nth(periodIds, 0), patch: { narrative: '甲' } };
  setProgress(db, [entry], { client: 'window', manner: 'typed', at: AT });
  expect(runChecks(db)).toEqual([]);
});

test('progress stays healthy when its role is taken away, its agency leaves the group, or is merged into another', () => {
  const { db, taskIds, agencyIds, periodIds } = createTestDb();
  const [task, period] = [nth(taskIds, 0), nth(periodIds, 0)];
  const [group, owner, , member] = agencyIds;
  if (group === undefined || owner === undefined || member === undefined) throw new Error('no agency');
  updateAgency(db, group, { kind: 'group', members: [member] }, MADE);
  const report = { taskId: task, periodId: period, patch: { narrative: '甲' } };
  setProgress(
    db,
    [owner, member].map((agencyId) => ({ ...report, agencyId })),
    MADE,
  );
  setRoles(db, [{ taskId: task, agencyId: owner, role: null }], MADE);
  updateAgency(db, group, { members: [] }, MADE);
  expect(runChecks(db)).toEqual([]);
  mergeAgencies(db, owner, nth(agencyIds, 2), MADE);
  expect(runChecks(db)).toEqual([]);
});
