import { AGENCY_KIND_LABELS, AGENCY_KINDS } from '#shared/domain/agency.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { ROLE_LABELS, ROLES } from '#shared/domain/role.ts';
import type { ScoringRule } from '#shared/domain/scoring-rule.ts';
import { DIMENSIONS, type Dimension, type PlanStatistics } from '#shared/domain/statistics.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { bareNames } from '#shared/domain/task-people.ts';
import { agencyLoad } from './agency-load.ts';
import type { JudgedDuty, JudgedPlan } from './judged-duties.ts';
import { rankAgencies } from './ranking.ts';
import { Tally, TallyTable } from './tally.ts';
import { tallyTargets } from './target-tallies.ts';

/** Duties that are not told by a status: nothing reported, or reported without one. */
const WITHOUT_STATUS = { closed: '已办结', unsaid: '已报送，未注明状态', missing: '未报送' } as const;
const NO_SECTION = '未分章节';
const NO_LEADER = '未明确牵头领导';

/** A plan in figures, from its judged duties; pure. */
export function planStatistics(judged: JudgedPlan, scoring: ScoringRule): PlanStatistics {
  const { state, duties, periods, on } = judged;
  const all = new Tally();
  const { tables, addTo } = tablesOf(judged);
  for (const duty of duties) {
    all.add(duty);
    addTo(duty);
  }
  // Every dimension has its table.
  const dimensions = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, tables[dimension].rows(duties.length)]),
  ) as Pick<PlanStatistics, Dimension>;
  return {
    planId: state.plan.id,
    on,
    periods: periods.map(({ id, label }) => ({ id, label })),
    ...all.result(),
    ...dimensions,
    targets: tallyTargets(judged),
    load: agencyLoad(judged),
    ranking: rankAgencies(judged, scoring),
    scoring,
  };
}

/** The tables with their rows in the order of the plan, and what puts a duty into each of them. */
function tablesOf({ state, agencies, periods }: JudgedPlan): {
  readonly tables: Readonly<Record<Dimension, TallyTable>>;
  readonly addTo: (duty: JudgedDuty) => void;
} {
  // Each dimension has its table.
  const tables = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, new TallyTable()])) as Record<
    Dimension,
    TallyTable
  >;
  for (const status of STATUSES) tables.byStatus.of(status, STATUS_LABELS[status]);
  for (const [key, name] of Object.entries(WITHOUT_STATUS)) tables.byStatus.of(key, name);
  for (const kind of AGENCY_KINDS) tables.byKind.of(kind, AGENCY_KIND_LABELS[kind]);
  const sections = new Map(
    state.sections.map(({ id, ordinal, title }) => [id, tables.bySection.of(String(ordinal), title)]),
  );
  const roles = new Map(ROLES.map((role) => [role, tables.byRole.of(role, ROLE_LABELS[role])]));
  const ofPeriod = new Map(periods.map(({ id, label }) => [id, tables.byPeriod.of(label, periodTitle(label))]));
  const ofAgency = new Map(
    agencies.map(({ id, name, kind }) => [id, [tables.byAgency.of(name), tables.byKind.of(kind)] as const]),
  );
  const ofTask = new Map(
    state.tasks.map(({ id, sectionId, leadLeader }) => {
      const section = (sectionId === null ? undefined : sections.get(sectionId)) ?? tables.bySection.of('', NO_SECTION);
      const names = bareNames(leadLeader);
      const leaders =
        names.length === 0 ? [tables.byLeader.of('', NO_LEADER)] : names.map((name) => tables.byLeader.of(name));
      return [id, [section, ...leaders]] as const;
    }),
  );
  return {
    tables,
    addTo: (duty) => {
      for (const tally of ofTask.get(duty.taskId) ?? []) tally.add(duty);
      for (const tally of ofAgency.get(duty.agencyId) ?? []) tally.add(duty);
      roles.get(duty.role)?.add(duty);
      ofPeriod.get(duty.period.id)?.add(duty);
      tables.byLight.of(duty.light, duty.word).add(duty);
      tables.byStatus.of(statusKey(duty)).add(duty);
    },
  };
}

/** The row of a status that a duty is counted in. */
export function statusKey({ missing, closed, status }: JudgedDuty): string {
  if (missing) return 'missing';
  return closed ? 'closed' : (status ?? 'unsaid');
}
