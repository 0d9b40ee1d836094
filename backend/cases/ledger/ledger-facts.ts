import type { PlanState } from '#backend/standing/plan-state.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { LastEntry, LedgerFacts, LedgerTarget } from '#shared/domain/ledger.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { standingOfTarget, targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';

/** Parts of the plan's state that the facts of a ledger row are made of. */
export const LEDGER_FACT_PARTS = ['targets', 'targetValues', 'verifications', 'evidence', 'periods', 'plan'] as const;

type FactState = Pick<PlanState, (typeof LEDGER_FACT_PARTS)[number]>;

const NO_TARGETS: readonly LedgerTarget[] = [];

/**
 * Prepared once for a period: what a row of the ledger knows besides its progress and light.
 *
 * @param last entries of the period before
 * @param entryOf who filled in the entry of a cell in this period
 */
export function ledgerFacts(
  state: FactState,
  period: Pick<PeriodView, 'id' | 'startsOn' | 'endsOn'>,
  today: string,
  last: readonly (LastEntry & { readonly taskId: TaskId; readonly agencyId: AgencyId })[],
  entryOf: (taskId: TaskId, agencyId: AgencyId) => { readonly reporter: string } | undefined,
): (taskId: TaskId, agencyId: AgencyId) => LedgerFacts {
  const targetsOf = Map.groupBy(state.targets, ({ taskId }) => taskId);
  const values = valuesByTarget(state.targetValues, state.periods);
  const ofPeriod = new Map(
    state.targetValues
      .filter(({ periodId }) => periodId === period.id)
      .map((row) => [targetKey(row.targetId, row.agencyId), row]),
  );
  const at = { year: state.plan.year, endsOn: period.endsOn, today };
  const verified = new Map(
    state.verifications
      .filter(({ periodId }) => periodId === period.id)
      .map((row) => [cellKey(row.taskId, row.agencyId), row]),
  );
  const before = new Map(last.map((entry) => [cellKey(entry.taskId, entry.agencyId), entry]));
  const evidence = countByCell(state.evidence);
  return (taskId, agencyId) => {
    const key = cellKey(taskId, agencyId);
    const targets = targetsOf.get(taskId)?.map((target): LedgerTarget => {
      const own = targetKey(target.id, agencyId);
      const row = ofPeriod.get(own);
      const { id, name, comparator, unit, accumulates } = target;
      return {
        id,
        name,
        comparator,
        target: target.value,
        unit,
        accumulates,
        value: row?.value ?? null,
        given: row?.cumulative ?? null,
        ...standingOfTarget(target, values.get(own) ?? [], at),
      };
    });
    const entry = before.get(key);
    return {
      reporter: entryOf(taskId, agencyId)?.reporter ?? '',
      targets: targets ?? NO_TARGETS,
      verification: verified.get(key) ?? null,
      last: entry === undefined ? null : lastEntry(entry),
      evidence: evidence.get(key) ?? 0,
    };
  };
}

function lastEntry({ status, percent, narrative, problems, nextSteps }: LastEntry): LastEntry {
  return { status, percent, narrative, problems, nextSteps };
}

function countByCell(evidence: FactState['evidence']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { taskId, agencyId } of evidence) {
    const key = cellKey(taskId, agencyId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function cellKey(taskId: TaskId, agencyId: AgencyId | null): string {
  return `${taskId}/${agencyId ?? ''}`;
}
