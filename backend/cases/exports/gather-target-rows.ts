import type { TargetRow } from '#backend/excel/layouts/records.ts';
import { judgePlan } from '#backend/standing/judged-duties.ts';
import { tallyTargets } from '#backend/standing/target-tallies.ts';
import type { AgencyId, TargetId } from '#shared/domain/ids.ts';
import { meetsTarget, standingOfTarget, targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';
import type { Ground } from './gather-ground.ts';

/** Stands for the agency in the row of a target that several report. */
const TOGETHER = '总体';

/**
 * A row for each target in the figures of the statistics screen, and below it one for each agency that reports it where
 * there are several.
 */
export function gatherTargetRows(ground: Ground): { readonly rows: readonly TargetRow[] } {
  const { context, plan, period, placeOfTask } = ground;
  const today = context.today();
  const judged = judgePlan(context, plan.id, today, { periodId: period.id });
  const { state } = judged;
  const known = new Set(state.tasks.map(({ id }) => id));
  const targets = state.targets.filter(({ taskId }) => known.has(taskId));
  const tallies = tallyTargets(judged);
  const values = valuesByTarget(state.targetValues, state.periods);
  const at = { year: plan.year, endsOn: period.endsOn, today };
  const inPeriod = new Map(
    state.targetValues
      .filter(({ periodId }) => periodId === period.id)
      .map((row) => [targetKey(row.targetId, row.agencyId), row.value]),
  );
  const inPeriodOf = (targetId: TargetId, agencyId: AgencyId): number | null =>
    inPeriod.get(targetKey(targetId, agencyId)) ?? null;
  const rows = targets.flatMap((target, index): TargetRow[] => {
    const tally = tallies[index];
    const task = placeOfTask.get(target.taskId);
    if (!tally || task === undefined) return [];
    const reporting = ground.agencies.flatMap(({ id }, agency) => {
      const standing = standingOfTarget(target, values.get(targetKey(target.id, id)) ?? [], at);
      return standing.cumulative === null ? [] : [{ id, agency, ...standing }];
    });
    const [first, second] = reporting;
    const only = first && !second ? first : undefined;
    const leads = ground.tasks[task]?.units.lead ?? [];
    const whole: TargetRow = {
      ...{ task, target: index, tally, own: null },
      agency: only?.agency ?? null,
      value: only ? inPeriodOf(target.id, only.id) : null,
      agencyText: only ? '' : second ? TOGETHER : leads.join('\n'),
    };
    const each = second ? reporting : [];
    return [
      whole,
      ...each.map(({ id, agency, cumulative, share }): TargetRow => {
        const own = { cumulative, share, met: meetsTarget(target, cumulative) };
        return { ...{ task, target: index, tally, own, agency, agencyText: '' }, value: inPeriodOf(target.id, id) };
      }),
    ];
  });
  if (!ground.chosen.agencyIds) return { rows };
  return {
    rows: rows.filter(({ agency }) => agency !== null && ground.isWanted(ground.agencies[agency]?.id as AgencyId)),
  };
}
