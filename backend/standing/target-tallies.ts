import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
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
import type { JudgedDuty, JudgedPlan } from './judged-duties.ts';

/**
 * How far the targets of a plan have come by the end of the last counted period: for each the value so far, whether it
 * is reached, and how many of the agencies that owe its task then have reported and reached it.
 */
export function tallyTargets({ state, periods, duties, on }: JudgedPlan): readonly TargetTally[] {
  const endsOn = periods.at(-1)?.endsOn ?? on;
  const { year } = state.plan;
  const values = valuesByTarget(state.targetValues, state.periods);
  const owing = owingLast(duties, new Set(state.targets.map(({ taskId }) => taskId)));
  const everOwed = Map.groupBy(state.owed, ({ taskId }) => taskId);
  const numbers = new Map(state.tasks.map(({ id, number }) => [id, number]));
  return state.targets.flatMap((target): TargetTally[] => {
    const task = numbers.get(target.taskId);
    if (task === undefined) return [];
    const reached = (agencyId: AgencyId): number | null => {
      const reported: readonly PeriodValue[] = values.get(targetKey(target.id, agencyId)) ?? [];
      return standingOfTarget(target, reported, { year, endsOn, today: on }).cumulative;
    };
    const now = owing.get(target.taskId) ?? [];
    // Who owes it no more, or is a group that reported beside its members, has come as far as it said.
    const before = (everOwed.get(target.taskId) ?? []).filter(({ agencyId }) => reached(agencyId) !== null);
    const agencies = agenciesOf([...now, ...before]);
    const standings = agencies.map(({ agencyId }) => reached(agencyId));
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

type Owing = Pick<OwedRow, 'taskId' | 'agencyId' | 'role'>;

/** Who owed each task in the last counted period in which it was owed: of a closed one as it was when it was closed. */
function owingLast(duties: JudgedPlan['duties'], taskIds: ReadonlySet<TaskId>): ReadonlyMap<TaskId, readonly Owing[]> {
  const last = new Map<TaskId, JudgedDuty[]>();
  for (const duty of duties) {
    if (!taskIds.has(duty.taskId)) continue;
    const known = last.get(duty.taskId);
    if (known && known[0]?.period === duty.period) known.push(duty);
    else last.set(duty.taskId, [duty]);
  }
  return last;
}

function agenciesOf(owed: readonly Owing[]): readonly OneAgency[] {
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
