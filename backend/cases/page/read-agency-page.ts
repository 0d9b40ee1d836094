import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { getAgency } from '#db/queries/agency.queries.ts';
import { contactsOf } from '#db/queries/contact.queries.ts';
import { listReportDays } from '#db/queries/page.queries.ts';
import type { AgencyPage, AgencyPeriod } from '#shared/domain/agency-page.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import { delayOf, delayText } from '#shared/domain/likely-late.ts';
import { readCollection } from '../returns/collection-overview.ts';
import { JUDGED_PARTS, judgePeriods } from './judge-periods.ts';
import { pageDuties } from './page-duties.ts';
import { pageReminders } from './page-reminders.ts';
import { keptIn, pastPeriods } from './past-periods.ts';
import { REGULAR_PARTS, readRegular } from './read-regular.ts';
import { shownPeriodOf } from './shown-period-of.ts';

const PARTS = [...JUDGED_PARTS, ...REGULAR_PARTS, 'plan', 'tasks', 'agencyNames'] as const;

/**
 * Everything known of one agency in a plan.
 *
 * @param periodId whose standing is shown; left out, the current period's
 * @throws AppError PLAN_GONE | AGENCY_GONE | PERIOD_UNKNOWN
 */
export function readAgencyPage(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  planId: PlanId,
  agencyId: AgencyId,
  periodId?: PeriodId,
): AgencyPage {
  const { db, calendar } = context;
  const today = context.today();
  const agency = getAgency(db, agencyId);
  const state = loadPlanState(db, planId, { agencyId, parts: PARTS });
  const judge = judgePeriods(context, state, { agencyId });
  const period = shownPeriodOf(state, periodId, today);
  const days = listReportDays(db, planId, agencyId);
  const ofKind = state.periods.filter(({ kind }) => kind === period?.kind);
  const delay = delayOf(pastPeriods(ofKind, judge, days, { today, calendar }).get(agencyId) ?? []);
  const collected = new Map(
    readCollection(context, planId)
      .cells.filter((cell) => cell.agencyId === agencyId)
      .map((cell) => [cell.periodId, cell]),
  );
  const daysOf = Map.groupBy(days, ({ periodId }) => periodId);
  return {
    planId,
    agencyId,
    agency: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    aliases: agency.aliases,
    formerNames: agency.formerNames,
    period: period?.label ?? '',
    duties: period ? pageDuties(judge(period), period, state, { today, calendar }) : [],
    contacts: contactsOf(db, agencyId),
    periods: state.periods.flatMap((each): AgencyPeriod[] => {
      const kept = keptIn(each, judge, daysOf.get(each.id) ?? [], today).get(agencyId);
      const cell = collected.get(each.id);
      if (!kept && (cell === undefined || cell.state === 'not-owed')) return [];
      return [
        {
          periodId: each.id,
          period: each.label,
          dueOn: dueDayOf(each, calendar),
          owed: kept?.owed ?? 0,
          reported: kept?.reported ?? 0,
          daysLate: kept?.daysLate ?? 0,
          open: kept?.open ?? false,
          formsSent: cell?.formsSent ?? 0,
          sentAt: cell?.sentAt ?? null,
          returnState: cell?.state ?? 'not-owed',
          returnId: cell?.returnId ?? null,
          receivedAt: cell?.receivedAt ?? null,
        },
      ];
    }),
    delay,
    delayText: delayText(delay),
    regular: readRegular(state, { today, calendar }).filter((delivery) => delivery.agencyId === agencyId),
    reminders: pageReminders(db, planId, state).filter((reminder) => reminder.agencyId === agencyId),
  };
}
