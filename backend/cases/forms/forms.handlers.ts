import path from 'node:path';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { buildForm } from '#backend/excel/form.ts';
import { saveFile } from '#backend/files/save-file.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { ExportedFile, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';
import { type GatheredForm, gatherForms } from './gather-forms.ts';

export const formsHandlers = {
  send: os.forms.send.handler(({ context, input }) =>
    runLongCall<readonly ExportedFile[]>(context, 'forms.send', async function* (progress) {
      const folder = pathOf(context, input.folder);
      const period = findPeriod(context.db, input.periodId);
      if (!period) throw new AppError('PERIOD_UNKNOWN', { period: input.periodId });
      const forms = gatherForms(context.db, period, input.agencyIds);
      const written: ExportedFile[] = [];
      for (const [index, form] of forms.entries()) {
        yield progress(index, forms.length, form.agency.name);
        written.push(await sendForm(context, form, period, folder));
      }
      return written;
    }),
  ),
};

/** Remembers what is sent, then writes it: the workbook carries the id of what was remembered. */
async function sendForm(
  context: BackendContext,
  { agency, rows }: GatheredForm,
  period: PeriodView,
  folder: string,
): Promise<ExportedFile> {
  const { db } = context;
  const plan = getPlan(db, period.planId);
  const fileName = `${safeFileName(`${agency.name}-${periodTitle(period.label)}填报表`)}.xlsx`;
  const formId = recordForm(
    db,
    {
      planId: plan.id,
      agencyId: agency.id,
      periodId: period.id,
      fileName,
      rows: rows.map((row) => ({ taskId: row.taskId, base: progressTexts(row.progress) })),
    },
    `发出填报表：${agency.shortName} ${periodTitle(period.label)}`,
    made(context, 'typed'),
  );
  const bytes = await buildForm({ formId, plan, agency, period, rows });
  await saveFile(path.join(folder, fileName), bytes, 'workbook', context.dataFile);
  return { fileName, rows: rows.length, bytes: bytes.byteLength };
}
