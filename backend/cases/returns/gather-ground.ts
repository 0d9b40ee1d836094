import type { BackendContext } from '#backend/calls/context.ts';
import type { IdentityGround } from '#backend/returns/identity/identity-ground.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listForms } from '#db/queries/form.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { getPlan, listFormerHeads, listPlans, listTasks } from '#db/queries/plan.queries.ts';
import { listReturnedPlaces } from '#db/queries/told.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';

/**
 * What says whose a return is and for which period, gathered once for all the returns of one look.
 *
 * @param openPlanId the plan that is shown, for a return that does not say its own
 */
export function gatherGround(
  { db, today }: Pick<BackendContext, 'db' | 'today'>,
  openPlanId: PlanId,
): IdentityGround & { readonly periods: readonly PeriodView[] } {
  const former = Map.groupBy(listFormerHeads(db), ({ planId }) => planId);
  const plans = listPlans(db).map(({ id }) => ({ ...getPlan(db, id), formerHeads: former.get(id) ?? [] }));
  const returned = new Set(listReturnedPlaces(db).map(({ agencyId, periodId }) => `${agencyId}/${periodId}`));
  return {
    openPlanId,
    plans,
    agencies: listAgencies(db),
    periods: plans.flatMap(({ id }) => listPeriods(db, id)),
    forms: listForms(db).map((form) => ({ ...form, returned: returned.has(`${form.agencyId}/${form.periodId}`) })),
    tasks: plans.flatMap(({ id }) =>
      listTasks(db, id).map((task) => ({
        taskId: task.id,
        planId: id,
        number: task.number,
        title: task.title,
        content: task.content,
      })),
    ),
    owed: plans.flatMap(({ id }) => listOwed(db, id)),
    today: today(),
  };
}
