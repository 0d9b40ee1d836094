import { type BackendContext, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import type { FormRow } from '#backend/excel/form.ts';
import { getAgency, listAgencies } from '#db/queries/agency.queries.ts';
import { findProgress, listAssignments } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listTargets, listTasks } from '#db/queries/plan.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { ExportedFile, PeriodView } from '#shared/domain/overview.ts';
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
  const agencies = chooseAgencies(context, agencyIds);
  return {
    plan: getPlan(context.db),
    period,
    forms: agencies.map((agency) => ({ agency, rows: gatherRows(context, agency.id, period) })),
  };
}

/** The named agencies, or all with duties, in the order of the matrix. */
function chooseAgencies(context: BackendContext, agencyIds: readonly AgencyId[] | undefined): readonly AgencyView[] {
  if (agencyIds === undefined) return listAgencies(context.db).filter((agency) => agency.duties > 0);
  return agencyIds.map((agencyId) => getAgency(context.db, agencyId));
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
