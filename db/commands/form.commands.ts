import { commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, FormId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { FormIdSchema } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { SentFile } from '#shared/domain/sending.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { exportRow } from './export-row.ts';

/**
 * The values of a form's row as they were exported, by field, as the texts that stand in the cells; of its targets the
 * values of the period by the targets' ids. Left out in forms of format 1, which had none.
 */
export type FormBase = Readonly<Record<ProgressField, string>> & {
  readonly targets?: Readonly<Record<string, string>>;
};

/** What a form says about one plan. */
export type SentForm = {
  /** From {@link reserveFormIds}; left out, the next one. */
  readonly id?: FormId;
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly fileName: string;
  readonly rows: readonly { readonly taskId: TaskId; readonly base: FormBase }[];
  /** Which form to the agency for the period it is; left out, the first. */
  readonly version?: number;
  /** The agreement it was written under (backend/sheets/form-format.ts); left out, 1. */
  readonly format?: number;
};

/** A workbook that is sent: a form for each plan in it, and its entry in the log of exports. */
export type SentWorkbook = {
  readonly forms: readonly SentForm[];
  readonly file?: SentFile;
  /** Whom it goes to. */
  readonly sentTo?: string;
  /** Chinese label of the step. */
  readonly label: string;
};

/**
 * Ids for forms that are about to be written: a workbook carries the id of its form, and its form is remembered only
 * when the workbook stands. A reserved id is never given out again, also when nothing comes of it or the program is
 * killed, so that no workbook on a stick can be taken for another form than its own. No step, no row: only the count.
 */
export function reserveFormIds(db: WritableDb, count: number): readonly FormId[] {
  return db
    .transaction(() => {
      const read = 'SELECT max(coalesce((SELECT max(id) FROM form), 0), coalesce(max(seq), 0)) FROM sqlite_sequence';
      const last = Number(prepared(db, `${read} WHERE name = 'form'`).pluck().get());
      const counted = prepared(db, "UPDATE sqlite_sequence SET seq = ? WHERE name = 'form'").run(last + count);
      if (counted.changes === 0) {
        prepared(db, "INSERT INTO sqlite_sequence (name, seq) VALUES ('form', ?)").run(last + count);
      }
      return Array.from({ length: count }, (_, index) => FormIdSchema.parse(last + 1 + index));
    })
    .immediate();
}

/**
 * Remembers forms that are sent together, one step for each workbook, and puts the workbooks in place: all of it or
 * nothing.
 *
 * @param place puts the workbooks in place, synchronously, and gives back how to take them away again. Called inside
 *   the transaction, because what it throws must leave no form; and before the commit, because a commit cannot be
 *   taken back and a file can
 */
export function recordForms(db: WritableDb, books: readonly SentWorkbook[], made: Made, place: () => () => void): void {
  let takeBack: (() => void) | undefined;
  try {
    db.transaction(() => {
      for (const book of books) recordWorkbook(db, book, made);
      takeBack = place();
    }).immediate();
  } catch (error) {
    takeBack?.();
    throw error;
  }
}

/**
 * Remembers what was sent in a form, under its reserved id or a new one.
 * Not undoable: a form that left the house cannot be called back by Ctrl+Z.
 *
 * @param label Chinese label of the step
 * @throws AppError PERIOD_UNKNOWN | AGENCY_GONE when they were taken away while the workbook was written
 */
export function recordForm(db: WritableDb, form: SentForm, label: string, made: Made): FormId {
  const [id] = recordWorkbook(db, { forms: [form], label }, made);
  return FormIdSchema.parse(id);
}

function recordWorkbook(db: WritableDb, { forms, file, sentTo, label }: SentWorkbook, made: Made): readonly number[] {
  for (const { agencyId, periodId } of forms) {
    getAgency(db, agencyId);
    if (!findPeriod(db, periodId)) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  }
  const meta = { code: 'forms.send', label, ...made, undoable: false } as const;
  const ids: number[] = [];
  commitStepWith(db, meta, (write) => {
    const exportId = file === undefined ? null : write(toWhom(exportRow(file, made.at), sentTo ?? ''));
    for (const form of forms) ids.push(writeForm(write, form, exportId, made.at));
  });
  return ids;
}

function toWhom(row: RowWrite, sentTo: string): RowWrite {
  return { ...row, values: { ...row.values, sent_to: sentTo } };
}

function writeForm(write: (row: RowWrite) => number, form: SentForm, exportId: number | null, at: string): number {
  const formId = write({
    table: 'form',
    id: null,
    ...(form.id === undefined ? {} : { restoreId: form.id }),
    values: {
      plan_id: form.planId,
      agency_id: form.agencyId,
      period_id: form.periodId,
      file_name: form.fileName,
      sent_at: at,
      export_id: exportId,
      version: form.version ?? 1,
      format: form.format ?? 1,
    },
  });
  for (const row of form.rows) {
    const values = { form_id: formId, task_id: row.taskId, base: JSON.stringify(row.base) };
    write({ table: 'form_item', id: null, values });
  }
  return formId;
}
