import type { AgencyRow } from '#backend/excel/layouts/records.ts';
import { judgePlan } from '#backend/standing/judged-duties.ts';
import { planStatistics } from '#backend/standing/plan-statistics.ts';
import { scoringRuleOf } from '#db/queries/scoring-rule.queries.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/status.ts';
import type { Ground } from './gather-ground.ts';

/** A row for each agency that owes something in the period, in the figures of the statistics screen. */
export function gatherAgencyRows(ground: Ground): { readonly rows: readonly AgencyRow[] } {
  const { context, plan, period, def } = ground;
  const judged = judgePlan(context, plan.id, context.today(), { periodId: period.id });
  const { byAgency, load, ranking } = planStatistics(judged, scoringRuleOf(context.db, plan.id));
  const places = new Map(ground.agencies.map(({ name }, place) => [name, place]));
  const loads = new Map(load.map((row) => [row.agency, row]));
  const ranks = new Map(ranking.map((row) => [row.agency, row]));
  const statuses = new Map<AgencyId, Map<Status, number>>();
  for (const { agencyId, missing, closed, status } of judged.duties) {
    if (missing || closed || status === null) continue;
    const own = statuses.get(agencyId) ?? new Map<Status, number>();
    statuses.set(agencyId, own.set(status, (own.get(status) ?? 0) + 1));
  }
  const rows = byAgency.flatMap(({ key, name: _, share: __, ...tally }): AgencyRow[] => {
    const agency = places.get(key);
    const record = agency === undefined ? undefined : ground.agencies[agency];
    if (agency === undefined || !record || !ground.isWanted(record.id)) return [];
    const { lead = 0, coResponsible = 0, cooperating = 0 } = loads.get(key) ?? {};
    const byStatus = Object.fromEntries(statuses.get(record.id) ?? []);
    return [{ agency, load: { lead, coResponsible, cooperating }, tally, byStatus, ranked: ranks.get(key) ?? null }];
  });
  if (def.order === 'usual') return { rows };
  const rank = ({ ranked }: AgencyRow): number => ranked?.rank ?? Number.POSITIVE_INFINITY;
  return { rows: rows.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other))) };
}
