import { commitStepWith } from '#db/log/commit-step.ts';
import type { AgencyId, FormId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { FormIdSchema } from '#shared/domain/ids.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';

/** The values of a form's row as they were exported, by field, as the texts that stand in the cells. */
export type FormBase = Readonly<Record<ProgressField, string>>;

export type SentForm = {
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly fileName: string;
  readonly rows: readonly { readonly taskId: TaskId; readonly base: FormBase }[];
};

/**
 * Gives a form its id and remembers what is sent in it. Called before the workbook is written, because the
 * workbook carries the id; a form whose file could not be written is harmless, nobody returns it.
 * Not undoable: a form that left the house cannot be called back by Ctrl+Z.
 *
 * @param label Chinese label of the step
 */
export function recordForm(db: WritableDb, form: SentForm, label: string, made: Made): FormId {
  const meta = { code: 'forms.send', label, ...made, undoable: false } as const;
  const { rowIds } = commitStepWith(db, meta, (write) => {
    const formId = write({
      table: 'form',
      id: null,
      values: {
        plan_id: form.planId,
        agency_id: form.agencyId,
        period_id: form.periodId,
        file_name: form.fileName,
        sent_at: made.at,
      },
    });
    for (const row of form.rows) {
      const values = { form_id: formId, task_id: row.taskId, base: JSON.stringify(row.base) };
      write({ table: 'form_item', id: null, values });
    }
  });
  return FormIdSchema.parse(rowIds[0]);
}
