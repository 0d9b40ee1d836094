import { z } from 'zod';
import { type PlanId, type RowId, TaskIdSchema } from '#shared/domain/ids.ts';
import type { ReminderRow } from '#shared/domain/reminder.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

const TasksSchema = z.array(TaskIdSchema);

const SELECT_REMINDER = `
  SELECT id, plan_id AS planId, agency_id AS agencyId, period_id AS periodId, manner, slip, slip_number AS slipNumber,
         tasks, text, told, made_on AS madeOn, answer, answered_on AS answeredOn, promised_on AS promisedOn
  FROM reminder`;

/** Reminders of a plan, the newest first. */
export function listReminders(db: ReadableDb, planId: PlanId): readonly ReminderRow[] {
  const rows = prepared(db, `${SELECT_REMINDER} WHERE plan_id = ? ORDER BY made_on DESC, id DESC`).all(planId);
  return (rows as StoredReminder[]).map(toRow);
}

export function findReminder(db: ReadableDb, reminderId: RowId): ReminderRow | undefined {
  const row = prepared(db, `${SELECT_REMINDER} WHERE id = ?`).get(reminderId) as StoredReminder | undefined;
  return row && toRow(row);
}

/** Numbers that slips were given, of any plan, year and colour. */
export function listSlipNumbers(db: ReadableDb): readonly string[] {
  return prepared(db, "SELECT slip_number FROM reminder WHERE slip_number <> ''").pluck().all() as string[];
}

/** As SQLite gives it: the tasks as JSON. */
type StoredReminder = Omit<ReminderRow, 'tasks'> & { readonly tasks: string };

function toRow(row: StoredReminder): ReminderRow {
  return { ...row, tasks: TasksSchema.parse(JSON.parse(row.tasks)) };
}
