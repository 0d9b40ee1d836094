import { z } from 'zod';
import type { AgencyId, FormId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A form that was sent, with the values of each row as exported (texts of the cells). */
export type FormRow = {
  readonly id: FormId;
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly fileName: string;
  readonly sentAt: string;
  readonly bases: ReadonlyMap<TaskId, z.infer<typeof BaseSchema>>;
};

const BaseSchema = z.strictObject({
  status: z.string(),
  percent: z.string(),
  narrative: z.string(),
  problems: z.string(),
  nextSteps: z.string(),
  reportedOn: z.string(),
  /** By target id; left out in forms of format 1. */
  targets: z.record(z.string(), z.string()).optional(),
});

/** The form of that id, or `undefined`. */
export function findForm(db: ReadableDb, formId: FormId): FormRow | undefined {
  const row = db
    .prepare(
      `SELECT id, plan_id AS planId, agency_id AS agencyId, period_id AS periodId, file_name AS fileName, sent_at AS sentAt
       FROM form WHERE id = ?`,
    )
    .get(formId) as Omit<FormRow, 'bases'> | undefined;
  if (!row) return undefined;
  const items = db.prepare('SELECT task_id AS taskId, base FROM form_item WHERE form_id = ?').all(formId) as {
    taskId: TaskId;
    base: string;
  }[];
  return { ...row, bases: new Map(items.map((item) => [item.taskId, BaseSchema.parse(JSON.parse(item.base))])) };
}

/** The newest form sent to an agency for a period, or `undefined`: for a return whose hidden ids were lost. */
export function findLatestForm(db: ReadableDb, agencyId: AgencyId, periodId: PeriodId): FormRow | undefined {
  const id = db
    .prepare('SELECT id FROM form WHERE agency_id = ? AND period_id = ? ORDER BY id DESC LIMIT 1')
    .pluck()
    .get(agencyId, periodId) as FormId | undefined;
  return id === undefined ? undefined : findForm(db, id);
}

/** A form as the list of what was sent knows it, without its rows. */
export type SentFormRow = Omit<FormRow, 'bases'>;

/** Every form that was sent, or those of a period, the oldest first. */
export function listForms(db: ReadableDb, periodId?: PeriodId): readonly SentFormRow[] {
  const where = periodId === undefined ? '' : 'WHERE period_id = @periodId';
  const sql = `SELECT id, plan_id AS planId, agency_id AS agencyId, period_id AS periodId, file_name AS fileName,
                      sent_at AS sentAt FROM form ${where} ORDER BY id`;
  return prepared(db, sql).all(periodId === undefined ? {} : { periodId }) as SentFormRow[];
}

/** The last form to an agency for a period: its version, when it went out, and to whom. */
export type LastFormRow = {
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly version: number;
  readonly sentAt: string;
  readonly sentTo: string;
};

/** Of every agency and period the last form, by `agency/period`. Forms of before versions were counted count too. */
export function listFormVersions(db: ReadableDb): ReadonlyMap<string, LastFormRow> {
  const rows = prepared(
    db,
    `SELECT form.agency_id AS agencyId, form.period_id AS periodId, form.sent_at AS sentAt,
            max((SELECT max(same.version) FROM form AS same
                 WHERE same.agency_id = form.agency_id AND same.period_id = form.period_id),
                (SELECT count(*) FROM form AS same
                 WHERE same.agency_id = form.agency_id AND same.period_id = form.period_id)) AS version,
            coalesce((SELECT sent_to FROM export WHERE export.id = export_id), '') AS sentTo
     FROM form WHERE id IN (SELECT max(id) FROM form GROUP BY agency_id, period_id)`,
  ).all() as LastFormRow[];
  return new Map(rows.map((row) => [`${row.agencyId}/${row.periodId}`, row]));
}
