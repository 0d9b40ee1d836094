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
