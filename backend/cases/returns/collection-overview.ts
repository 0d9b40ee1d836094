import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import type { BackendContext } from '#backend/calls/context.ts';
import { dutiesByPeriod } from '#backend/standing/duties-of-periods.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { type ContactRow, listContacts } from '#db/queries/contact.queries.ts';
import { listForms, type SentFormRow } from '#db/queries/form.queries.ts';
import { listReturns, type ReturnRow } from '#db/queries/return.queries.ts';
import { listLedgerPlaces } from '#db/queries/told.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { holdsIn } from '#shared/domain/owed.ts';
import { isoDate } from '#shared/domain/period.ts';
import type { CollectionCell, CollectionOverview } from '#shared/domain/return-review.ts';

type Place = `${number}/${number}`;

function placeOf(agencyId: AgencyId, periodId: PeriodId): Place {
  return `${agencyId}/${periodId}`;
}

/**
 * 回收情况: what went out to each agency for each period, and what came back. Agencies that owe nothing, were sent
 * nothing and returned nothing in all the periods are left out, and so are groups whose members owe for them.
 *
 * @param periodIds left out: all periods of the plan
 */
export function readCollection(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  planId: PlanId,
  periodIds?: readonly PeriodId[],
): CollectionOverview {
  const { db } = context;
  const state = loadPlanState(db, planId, { parts: ['agencyNames', 'memberships', 'owed', 'periods'] });
  const periods = state.periods
    .filter(({ id }) => periodIds === undefined || periodIds.includes(id))
    .map((period) => ({ ...period, dueOn: dueDayOf(period, context.calendar) }));
  const dutiesOf = dutiesByPeriod(db, state);
  const forms = new Map<Place, SentFormRow[]>();
  for (const form of listForms(db).filter((each) => each.planId === planId)) {
    const place = placeOf(form.agencyId, form.periodId);
    forms.set(place, [...(forms.get(place) ?? []), form]);
  }
  const kept = listReturns(db, { planId });
  const returns = returnsByPlace([...kept, ...ledgerRows(db, kept)].toSorted((one, other) => one.id - other.id));
  const contacts = new Map(listContacts(db).map((contact) => [contact.agencyId, contact]));
  const today = context.today();
  const owed = new Map(periods.map((period) => [period.id, countOwed(dutiesOf(period).owed)]));
  const groups = new Map(
    periods.map((period) => [
      period.id,
      new Set(
        dutiesOf(period)
          .memberships.filter((each) => holdsIn(each, period))
          .map(({ groupId }) => groupId),
      ),
    ]),
  );
  const cells = state.agencyNames.map(({ id, name }) =>
    periods.map((period): CollectionCell => {
      const place = placeOf(id, period.id);
      const standsFor = groups.get(period.id)?.has(id) === true;
      return cellOf({
        agency: { id, name },
        period,
        owed: standsFor ? 0 : (owed.get(period.id)?.get(id) ?? 0),
        forms: forms.get(place) ?? [],
        newest: returns.get(place),
        contact: contacts.get(id),
        today,
      });
    }),
  );
  const shown = cells.filter((row) => row.some(({ state: cell }) => cell !== 'not-owed'));
  return {
    periods: periods.map(({ id, label, dueOn }) => ({ id, label, dueOn })),
    agencies: shown.flatMap(([first]) =>
      first ? [{ id: first.agencyId, name: first.agencyName, reporter: first.reporter, phone: first.phone }] : [],
    ),
    cells: shown.flat(),
  };
}

/** A ledger that was taken in counts for each agency whose rows it held. */
function ledgerRows(db: ReadableDb, kept: readonly ReturnRow[]): readonly ReturnRow[] {
  const byId = new Map(kept.map((row) => [row.id, row]));
  return listLedgerPlaces(db).flatMap(({ returnId, agencyId, takenCells }): ReturnRow[] => {
    const row = byId.get(returnId);
    // Who filled the ledger in is not who fills in for each of the agencies.
    return row ? [{ ...row, agencyId, takenCells, reporter: '', phone: '' }] : [];
  });
}

/** The newest return of each place; one that was put aside only where there is no other. */
function returnsByPlace(rows: readonly ReturnRow[]): ReadonlyMap<Place, ReturnRow> {
  const newest = new Map<Place, ReturnRow>();
  for (const row of rows) {
    if (row.agencyId === null || row.periodId === null) continue;
    const place = placeOf(row.agencyId, row.periodId);
    const before = newest.get(place);
    if (!before || row.state !== 'refused' || before.state === 'refused') newest.set(place, row);
  }
  return newest;
}

function countOwed(duties: readonly OwedRow[]): ReadonlyMap<AgencyId, number> {
  const counts = new Map<AgencyId, number>();
  for (const { agencyId } of duties) counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
  return counts;
}

function cellOf(known: {
  readonly agency: { readonly id: AgencyId; readonly name: string };
  readonly period: PeriodView;
  readonly owed: number;
  readonly forms: readonly SentFormRow[];
  readonly newest: ReturnRow | undefined;
  readonly contact: ContactRow | undefined;
  readonly today: string;
}): CollectionCell {
  const { agency, period, owed, forms, newest, contact, today } = known;
  const isLate = today > period.dueOn;
  const cameOn = newest && isoDate(parseISO(newest.receivedAt));
  const until = cameOn ?? today;
  // Whoever was named since is whom to ring.
  const isNamedSince = contact?.returnId === null && contact.since > (newest?.receivedAt ?? '').slice(0, 10);
  const said = isNamedSince ? contact : newest;
  // Nothing asked, or nothing that could be late.
  const counts = newest !== undefined || forms.length > 0;
  return {
    agencyId: agency.id,
    agencyName: agency.name,
    periodId: period.id,
    periodLabel: period.label,
    dueOn: period.dueOn,
    owed,
    sentAt: forms.at(-1)?.sentAt ?? null,
    formsSent: forms.length,
    state: stateOf(owed, forms.length, newest, isLate),
    returnId: newest?.id ?? null,
    version: newest?.version ?? null,
    receivedAt: newest?.receivedAt ?? null,
    takenCells: newest?.takenCells ?? 0,
    daysLate: counts ? Math.max(0, differenceInCalendarDays(parseISO(until), parseISO(period.dueOn))) : 0,
    reporter: said?.reporter || (contact?.reporter ?? ''),
    phone: said?.phone || (contact?.phone ?? ''),
  };
}

function stateOf(owed: number, sent: number, newest: ReturnRow | undefined, isLate: boolean): CollectionCell['state'] {
  if (newest) return newest.state;
  if (sent > 0) return isLate ? 'late' : 'waiting';
  return owed > 0 ? 'not-sent' : 'not-owed';
}
