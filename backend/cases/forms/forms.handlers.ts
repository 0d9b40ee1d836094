import path from 'node:path';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { buildForm, type FormRow } from '#backend/excel/form.ts';
import { saveFile } from '#backend/files/save-file.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { getAgency, listAgencies } from '#db/queries/agency.queries.ts';
import { findProgress, listAssignments } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listTargets, listTasks } from '#db/queries/plan.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { ExportedFile, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';

export const formsHandlers = {
  send: os.forms.send.handler(({ context, input }) =>
    runLongCall<readonly ExportedFile[]>(context, 'forms.send', async function* (progress) {
      const folder = pathOf(context, input.folder);
      const period = findPeriod(context.db, input.periodId);
      if (!period) throw new AppError('PERIOD_UNKNOWN', { period: input.periodId });
      const agencies = chooseAgencies(context, input.agencyIds);
      const written: ExportedFile[] = [];
      for (const [index, agency] of agencies.entries()) {
        yield progress(index, agencies.length, agency.name);
        written.push(await sendForm(context, agency, period, folder));
      }
      return written;
    }),
  ),
};

/** The named agencies, or all with duties, in the order of the matrix. */
function chooseAgencies(context: BackendContext, agencyIds: readonly AgencyId[] | undefined): readonly AgencyView[] {
  if (agencyIds === undefined) return listAgencies(context.db).filter((agency) => agency.duties > 0);
  return agencyIds.map((agencyId) => getAgency(context.db, agencyId));
}

/** Remembers what is sent, then writes it: the workbook carries the id of what was remembered. */
async function sendForm(
  context: BackendContext,
  agency: AgencyView,
  period: PeriodView,
  folder: string,
): Promise<ExportedFile> {
  const { db } = context;
  const plan = getPlan(db);
  const rows = gatherRows(context, agency.id, period);
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

/** What the agency owes, in the order of the plan, with what is known so far. */
function gatherRows({ db }: BackendContext, agencyId: AgencyId, period: PeriodView): readonly FormRow[] {
  const roles = new Map(
    listAssignments(db)
      .filter((assignment) => assignment.agencyId === agencyId)
      .map((assignment) => [assignment.taskId, assignment.role]),
  );
  return listTasks(db).flatMap((task): FormRow[] => {
    const role = roles.get(task.id);
    if (role === undefined) return [];
    const progress = findProgress(db, task.id, agencyId, period.id) ?? null;
    const { id: taskId, number, content } = task;
    return [{ taskId, number, content, role, targets: listTargets(db, taskId), progress }];
  });
}
