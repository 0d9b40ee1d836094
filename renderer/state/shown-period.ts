import type { PeriodId } from '#shared/domain/ids.ts';
import type { DatedPeriod, Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';

/** Periods other than the current one that the clerk chose in this sitting, by {@link planKey}. */
export type ChosenPeriods = Readonly<Record<string, PeriodId>>;

/** Names a plan for ever and everywhere: row ids mean nothing in another data file. */
export function planKey({ createdAt, plan }: Pick<Overview, 'createdAt' | 'plan'>): string {
  return `${createdAt}/${plan.id}`;
}

/** Whether it is the plan the data file was made with; older versions of the program knew one plan in a file. */
export function isFirstPlan({ plans, plan }: Pick<Overview, 'plans' | 'plan'>): boolean {
  return plans.every(({ id }) => id >= plan.id);
}

/** The period on show: the one chosen for this plan in this sitting, else the current one. */
export function shownPeriod(overview: Overview, chosen: ChosenPeriods): DatedPeriod | undefined {
  const period = (id: PeriodId | undefined) => overview.periods.find((candidate) => candidate.id === id);
  return period(chosen[planKey(overview)]) ?? period(overview.currentPeriodId) ?? overview.periods[0];
}

/**
 * Takes up the clerk's choice. Choosing the current period is no choice: the window then moves on with the calendar.
 *
 * @returns the choices, the very same when the plan has no such period
 */
export function withPeriod(overview: Overview, chosen: ChosenPeriods, periodId: PeriodId): ChosenPeriods {
  if (!overview.periods.some((period) => period.id === periodId)) return chosen;
  const { [planKey(overview)]: _, ...others } = chosen;
  return periodId === overview.currentPeriodId ? others : { ...others, [planKey(overview)]: periodId };
}

/** `2021年11月`, and with （不是当期） behind it when it is another one than the current. */
export function namedPeriod(period: PeriodView, currentPeriodId: PeriodId): string {
  return `${periodTitle(period.label)}${period.id === currentPeriodId ? '' : '（不是当期）'}`;
}
