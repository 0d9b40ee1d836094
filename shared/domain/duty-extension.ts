import type { AgencyId, TaskId } from './ids.ts';
import type { PeriodView } from './overview.ts';
import type { Cadence } from './period.ts';
import type { ExtensionRow } from './year-facts.ts';

/** Deadlines that were put off, and the periods that they name. */
export type DutyExtensions = {
  readonly extensions: readonly ExtensionRow[];
  readonly periods: readonly Pick<PeriodView, 'id' | 'startsOn' | 'endsOn'>[];
};

/**
 * The later day of an agency for one stretch of a duty: by an extension of a period that is this very stretch, or for
 * what comes once a year by one of the task itself. One of the agency's own goes before one of all; of several the last
 * counts.
 */
export function extendedDueOn(
  duty: { readonly taskId: TaskId; readonly cadence: Cadence },
  stretch: { readonly startsOn: string; readonly endsOn: string },
  agencyId: AgencyId,
  extended: DutyExtensions | undefined,
): string | undefined {
  if (!extended || extended.extensions.length === 0) return undefined;
  const fits = ({ periodId }: ExtensionRow): boolean => {
    if (periodId === null) return duty.cadence === 'year';
    const period = extended.periods.find(({ id }) => id === periodId);
    return period?.startsOn === stretch.startsOn && period.endsOn === stretch.endsOn;
  };
  const fitting = extended.extensions.filter((extension) => extension.taskId === duty.taskId && fits(extension));
  const own = fitting.findLast((extension) => extension.agencyId === agencyId);
  return (own ?? fitting.findLast((extension) => extension.agencyId === null))?.dueOn;
}
