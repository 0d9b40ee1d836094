import type { AgencyId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { TargetTally } from '#shared/domain/statistics.ts';
import {
  meetsTarget,
  type PeriodValue,
  shareOfTarget,
  standingOfTarget,
  targetKey,
  timeShare,
  valuesByTarget,
} from '#shared/domain/target-standing.ts';
import type { JudgedPlan } from './judged-duties.ts';

/**
 * How far the targets of a plan have come by the end of the last counted period: for each the value so far, whether it
 * is reached, and how many of the agencies that owe its task have reported and reached it.
 */
export function tallyTargets({ state, periods, on }: JudgedPlan): readonly TargetTally[] {
  const endsOn = periods.at(-1)?.endsOn ?? on;
  const { year } = state.plan;
  const values = valuesByTarget(state.targetValues, state.periods);
  const owed = Map.groupBy(state.owed, ({ taskId }) => taskId);
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  return state.targets.flatMap((target): TargetTally[] => {
    const task = numbers.get(target.taskId);
    if (task === undefined) return [];
    const agencies = agenciesOf(owed.get(target.taskId) ?? []);
    const standings = agencies.map(({ agencyId }) => {
      const reported: readonly PeriodValue[] = values.get(targetKey(target.id, agencyId)) ?? [];
      return standingOfTarget(target, reported, { year, endsOn, today: on }).cumulative;
    });
    const cumulative = ofAll(target, agencies, standings);
    return [
      {
        task,
        target: target.name,
        comparator: target.comparator,
        wanted: target.value,
        unit: target.unit,
        cumulative,
        share: shareOfTarget(target, cumulative),
        timeShare: timeShare(year, endsOn, on),
        met: meetsTarget(target, cumulative),
        agencies: agencies.length,
        reported: standings.filter((value) => value !== null).length,
        reached: standings.filter((value) => meetsTarget(target, value) === true).length,
      },
    ];
  });
}

type OneAgency = { readonly agencyId: AgencyId; readonly leads: boolean };

function agenciesOf(owed: readonly OwedRow[]): readonly OneAgency[] {
  const leads = new Map<AgencyId, boolean>();
  for (const { agencyId, role } of owed) leads.set(agencyId, leads.get(agencyId) === true || role === 'lead');
  return [...leads].map(([agencyId, isLead]) => ({ agencyId, leads: isLead }));
}

/**
 * The value of the whole target: what the lead reports stands for all. Where it reports none, amounts of the others add
 * up; their rates cannot be made one.
 */
function ofAll(
  target: Pick<TargetView, 'accumulates'>,
  agencies: readonly OneAgency[],
  standings: readonly (number | null)[],
): number | null {
  const lead = standings.find((value, index) => value !== null && agencies[index]?.leads);
  if (lead != null) return lead;
  const reported = standings.filter((value) => value !== null);
  if (reported.length === 1) return reported[0] ?? null;
  if (reported.length === 0 || target.accumulates === 'latest') return null;
  return Number(reported.reduce((sum, value) => sum + value, 0).toPrecision(12));
}
