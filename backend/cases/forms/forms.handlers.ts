import path from 'node:path';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { buildForm, type FormRow } from '#backend/excel/form.ts';
import { saveFile } from '#backend/files/save-file.ts';
import { progressTexts } from '#backend/returns/progress-texts.ts';
import { recordForm } from '#db/commands/form.commands.ts';
import { getAgency, listAgencies } from '#db/queries/agency.queries.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listTasks, targetsOfTask } from '#db/queries/plan.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { ExportedFile, PeriodView } from '#shared/domain/overview.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from '#shared/text/file-name.ts';

export const formsHandlers = {
  send: os.forms.send.handler(({ context, input }) =>
    runLongCall<readonly ExportedFile[]>(context, 'forms.send', async function* (progress) {
      const folder = pathOf(context, input.folder);
      const period = findPeriod(context.db, input.periodId);
      if (!period) throw new AppError('PERIOD_UNKNOWN', { period: input.periodId });
      const agencies = chooseAgencies(context, period, input.agencyIds);
      const written: ExportedFile[] = [];
      for (const [index, agency] of agencies.entries()) {
        yield progress(index, agencies.length, agency.name);
        written.push(await sendForm(context, agency, period, folder));
      }
      return written;
    }),
  ),
};

/**
 * The named agencies; else all that owe something in the period, by themselves or through a group, in the order of the
 * matrix. A group whose members are known is left out: the members get the forms.
 */
function chooseAgencies(
  { db }: BackendContext,
  period: PeriodView,
  agencyIds: readonly AgencyId[] | undefined,
): readonly AgencyView[] {
  if (agencyIds !== undefined) return agencyIds.map((agencyId) => getAgency(db, agencyId));
  const owing = new Set(
    listOwed(db, period.planId)
      .filter((row) => isOwedIn(row, period))
      .map((row) => row.agencyId),
  );
  return listAgencies(db).filter(({ id, members }) => owing.has(id) && members.length === 0);
}

/** Remembers what is sent, then writes it: the workbook carries the id of what was remembered. */
async function sendForm(
  context: BackendContext,
  agency: AgencyView,
  period: PeriodView,
  folder: string,
): Promise<ExportedFile> {
  const { db } = context;
  const plan = getPlan(db, period.planId);
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
    listOwed(db, period.planId)
      .filter((row) => row.agencyId === agencyId && isOwedIn(row, period))
      // The better row of a task comes first, and the last one of a key stays.
      .toReversed()
      .map((row) => [row.taskId, row.role]),
  );
  return listTasks(db, period.planId).flatMap((task): FormRow[] => {
    const role = roles.get(task.id);
    if (role === undefined) return [];
    const progress = findProgress(db, task.id, agencyId, period.id) ?? null;
    const { id: taskId, number, content } = task;
    return [{ taskId, number, content, role, targets: targetsOfTask(db, taskId), progress }];
  });
}
