import { type BackendContext, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import type { FormRow } from '#backend/excel/form.ts';
import { getAgency, listAgencies } from '#db/queries/agency.queries.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listTasks, targetsOfTask } from '#db/queries/plan.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { ExportedFile, PeriodView } from '#shared/domain/overview.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import { AppError } from '#shared/errors.ts';
import { type GatheredForms, sendForms } from './send-forms.ts';

export const formsHandlers = {
  send: os.forms.send.handler(({ context, input, signal }) =>
    runLongCall<readonly ExportedFile[]>(context, 'forms.send', (progress) => {
      const folder = pathOf(context, input.folder, 'forms');
      return sendForms(context, folder, () => gatherForms(context, input), progress, signal);
    }),
  ),
};

type FormsWanted = { readonly periodId: PeriodId; readonly agencyIds?: readonly AgencyId[] | undefined };

/** What all the forms say, as it is at this moment. */
function gatherForms(context: BackendContext, { periodId, agencyIds }: FormsWanted): GatheredForms {
  const period = findPeriod(context.db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const agencies = chooseAgencies(context, period, agencyIds);
  return {
    plan: getPlan(context.db, period.planId),
    period,
    forms: agencies.map((agency) => ({ agency, rows: gatherRows(context, agency.id, period) })),
  };
}

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
