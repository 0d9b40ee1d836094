import type { AgencyId, PeriodId, SendingId } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A row of a form as it was sent. */
export type SentFormItem = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly periodId: PeriodId;
  /** As the task is numbered now. */
  readonly number: number;
  readonly base: Readonly<Record<ProgressField, string>> & {
    /** By the targets' ids. */
    readonly targets?: Readonly<Record<string, string>>;
  };
};

/** The rows of all forms in a workbook that was sent, in the order in which they stood in it. */
export function listSentFormItems(db: ReadableDb, sendingId: SendingId): readonly SentFormItem[] {
  const sql = `SELECT form.agency_id AS agencyId, agency.name AS agencyName, form.period_id AS periodId, task.number, base
               FROM form_item JOIN form ON form.id = form_id JOIN agency ON agency.id = form.agency_id
               JOIN task ON task.id = form_item.task_id
               WHERE form.export_id = ? ORDER BY form_item.id`;
  return (prepared(db, sql).all(sendingId) as (Omit<SentFormItem, 'base'> & { readonly base: string })[]).map(
    (row) => ({
      ...row,
      // What this program wrote under the log.
      base: JSON.parse(row.base) as SentFormItem['base'],
    }),
  );
}
