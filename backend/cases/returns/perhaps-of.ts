import type { ReturnPlace } from '#db/commands/return.commands.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { Identified } from './identify-return.ts';
import type { Reviewable } from './reviewable.ts';

type PerhapsPlace = ReturnPlace & { readonly periodId: PeriodId };

/**
 * Where a form belongs that waits for somebody to say whose it is: each agency and period that its witnesses name. What
 * it says may be said of the cells of another return.
 *
 * @returns nothing for one that is settled, or of which nothing at all is known
 */
export function perhapsOf({
  reviewable: { table },
  identified: { held, place, witnesses },
}: {
  readonly reviewable: Reviewable;
  readonly identified: Identified;
}): readonly PerhapsPlace[] {
  if (held === null || table?.kind !== 'form') return [];
  const agencies = held.agencies.filter(({ id }) => witnesses.some((one) => one.about === 'agency' && one.id === id));
  const periods = held.periods.filter(({ id }) => witnesses.some((one) => one.about === 'period' && one.id === id));
  const agencyIds = place.agencyId === null ? agencies.map(({ id }) => id) : [place.agencyId];
  const periodIds = place.periodId === null ? periods.map(({ id }) => id) : [place.periodId];
  return agencyIds.flatMap((agencyId) => periodIds.map((periodId) => ({ ...place, agencyId, periodId, formId: null })));
}
