import type { FormTaskRow } from '#backend/excel/form.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { matterOrigin } from '#shared/domain/matter.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { holdsIn } from '#shared/domain/owed.ts';
import { AppError } from '#shared/errors.ts';

/** What goes into the form of one agency. */
export type GatheredForm = { readonly agency: AgencyView; readonly rows: readonly FormTaskRow[] };

/**
 * What each agency owes in the period, also through a group, in the order of the plan, with what is known so far: read
 * once for all of them, so that forty forms tell of one moment.
 *
 * @param agencyIds which agencies; when left out, all that owe something in the order of the matrix. A group whose
 *   members owe through it is then left out, for each of them gets a form
 * @throws AppError AGENCY_GONE
 */
export function gatherForms(
  db: ReadableDb,
  period: PeriodView,
  agencyIds?: readonly AgencyId[],
): readonly GatheredForm[] {
  const state = loadPlanState(db, period.planId, {
    periodId: period.id,
    parts: ['tasks', 'targets', 'agencies', 'memberships', 'owed', 'progress', 'matters'],
  });
  const owed = owedIn(state.owed, period);
  const roles = new Map(
    [...Map.groupBy(owed, ({ agencyId }) => agencyId)].map(([agencyId, duties]) => [
      agencyId,
      new Map(duties.map(({ taskId, role }) => [taskId, role])),
    ]),
  );
  const targets = Map.groupBy(state.targets, ({ taskId }) => taskId);
  const entries = new Map(state.progress.map((entry) => [`${entry.taskId}/${entry.agencyId}`, entry]));
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter]));
  const stoodFor = new Set(state.memberships.filter((each) => holdsIn(each, period)).map(({ groupId }) => groupId));
  const chosen =
    agencyIds === undefined
      ? state.agencies.filter(({ id }) => roles.has(id) && !stoodFor.has(id))
      : agencyIds.map((agencyId) => present(state.agencies, agencyId));
  return chosen.map((agency) => ({
    agency,
    rows: state.tasks.flatMap(({ id: taskId, number, content }): FormTaskRow[] => {
      const role = roles.get(agency.id)?.get(taskId);
      if (role === undefined) return [];
      const progress = entries.get(`${taskId}/${agency.id}`) ?? null;
      return [
        {
          taskId,
          number,
          content: matterOrigin(matters.get(taskId)) + content,
          role,
          targets: targets.get(taskId) ?? [],
          progress,
        },
      ];
    }),
  }));
}

function present(agencies: readonly AgencyView[], agencyId: AgencyId): AgencyView {
  const agency = agencies.find(({ id }) => id === agencyId);
  if (!agency) throw new AppError('AGENCY_GONE');
  return agency;
}
