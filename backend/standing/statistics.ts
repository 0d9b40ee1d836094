import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { LightKey } from '#shared/domain/light.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { Standing } from './standing.ts';

/** How many duties are owed in a period and how they stand. */
export type DutyCounts = {
  readonly owed: number;
  readonly reported: number;
  /** Nothing was reported, whether or not the due date has passed. */
  readonly missing: number;
  readonly done: number;
  /** Nothing was reported and the due date has passed. */
  readonly overdue: number;
  readonly blocked: number;
  /** Reported among owed, 0 to 1; `null` when nothing is owed, for then there is no rate. */
  readonly rate: number | null;
};

export type Statistics = {
  readonly all: DutyCounts;
  /** Agencies that owe something in the period. */
  readonly byAgency: ReadonlyMap<AgencyId, DutyCounts>;
  /** Sections with a duty in the period; `null`: tasks without a section. */
  readonly bySection: ReadonlyMap<SectionId | null, DutyCounts>;
};

/** A duty with how it stands. */
type Judged = { readonly duty: OwedRow; readonly standing: Standing };

/**
 * Counts a period by agency and by section: each duty once, with its agency, also when it owes through a group.
 *
 * @param state `owed`: the duties of the period, see owed-in-period.ts; those that do not count are left out
 * @param judgeDuty how a duty stands
 */
export function countDuties(
  state: {
    readonly owed: readonly OwedRow[];
    readonly tasks: readonly { readonly id: TaskId; readonly sectionId: SectionId | null }[];
  },
  judgeDuty: (duty: OwedRow) => Standing,
): Statistics {
  const sectionOf = new Map(state.tasks.map(({ id, sectionId }) => [id, sectionId]));
  const judged = state.owed
    .map((duty) => ({ duty, standing: judgeDuty(duty) }))
    .filter(({ standing }) => standing.counts);
  const counts = (groups: readonly Judged[]) => countOf(groups.map(({ standing }) => standing));
  return {
    all: counts(judged),
    byAgency: mapOf(
      Map.groupBy(judged, ({ duty }) => duty.agencyId),
      counts,
    ),
    bySection: mapOf(
      Map.groupBy(judged, ({ duty }) => sectionOf.get(duty.taskId) ?? null),
      counts,
    ),
  };
}

function countOf(standings: readonly Standing[]): DutyCounts {
  const lit = (light: LightKey): number => standings.filter((standing) => standing.light === light).length;
  const owed = standings.length;
  const missing = standings.filter((standing) => standing.missing).length;
  return {
    owed,
    reported: owed - missing,
    missing,
    done: lit('done'),
    overdue: lit('overdue'),
    blocked: lit('blocked'),
    rate: owed === 0 ? null : (owed - missing) / owed,
  };
}

function mapOf<Key, Item, Value>(groups: ReadonlyMap<Key, Item>, value: (item: Item) => Value): Map<Key, Value> {
  return new Map([...groups].map(([key, items]) => [key, value(items)]));
}
