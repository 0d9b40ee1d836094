import type { EntryRow } from '#backend/excel/layouts/records.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { periodBefore } from '#shared/domain/carry.ts';
import type { LedgerFacts } from '#shared/domain/ledger.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { targetsWords } from '#shared/domain/target-words.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { LEDGER_FACT_PARTS, ledgerFacts } from '../ledger/ledger-facts.ts';
import type { Ground } from './gather-ground.ts';

const NO_ENTRY = {
  agency: null,
  role: null,
  through: '',
  told: null,
  targetValues: '',
  last: null,
  dueOn: null,
  light: null,
  lightReason: '',
  verification: '',
  evidence: 0,
} as const satisfies Omit<EntryRow, 'task'>;

/**
 * A row for each task and agency that owes it in the period, also through a group; a task that nobody owes has one of
 * its own. They are made one by one as they are asked for, as often as they are: 50,000 of them are never there at once.
 */
export function gatherEntryRows(ground: Ground): { readonly rows: Iterable<EntryRow> } {
  const { context, plan, period, chosen, fields, def } = ground;
  const { taskIds } = chosen;
  const state = loadPlanState(context.db, plan.id, {
    taskIds,
    periodId: period.id,
    parts: ['agencyNames', 'places', 'owed', 'memberships', 'progress', 'tasks', ...LEDGER_FACT_PARTS],
  });
  const duties = dutiesByTask(owedIn(state.owed, period), state);
  const entries = Map.groupBy(state.progress, ({ taskId }) => taskId);
  const judge = judgeOfPeriod(context, period, {
    taskIds,
    reports: () => reportsOf(state, period.id),
    memberships: state.memberships,
  });
  const factsOf = ledgerFacts(state, period, context.today(), lastEntries(ground, state), () => undefined);
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const isWhole = chosen.agencyIds === undefined && def.split === 'none' && def.sections !== 'agency';

  const entryOf = (task: number, duty: OwedRow): EntryRow => {
    const { taskId, agencyId, role, through } = duty;
    const { word, colour, because, dueOn } = judge(duty);
    const facts = factsOf(taskId, agencyId);
    return {
      task,
      agency: ground.placeOfAgency.get(agencyId) ?? null,
      role,
      through: through === null ? '' : (names.get(through) ?? ''),
      told: entries.get(taskId)?.find((entry) => entry.agencyId === agencyId) ?? null,
      targetValues: targetsWords({ targets: facts.targets.filter(({ cumulative }) => cumulative !== null) }),
      last: facts.last,
      dueOn,
      light: { word, colour },
      lightReason: fields.has('lightReason') ? because : '',
      verification: fields.has('verification') ? verificationWords(facts) : '',
      evidence: facts.evidence,
    };
  };

  function* inOrder(): Generator<EntryRow> {
    for (const [task, taskId] of ground.taskIds.entries()) {
      const owed = (duties.get(taskId) ?? []).filter(({ agencyId }) => ground.isWanted(agencyId));
      if (owed.length === 0 && isWhole) yield { task, ...NO_ENTRY };
      for (const duty of owed) yield entryOf(task, duty);
    }
  }
  return { rows: { [Symbol.iterator]: inOrder } };
}

type LastEntries = Parameters<typeof ledgerFacts>[3];

function lastEntries(
  { context, plan, period, chosen, fields }: Ground,
  state: Pick<PlanState, 'periods'>,
): LastEntries {
  if (!fields.has('lastStatus') && !fields.has('lastNarrative')) return [];
  const before = periodBefore(state.periods, period);
  return before ? listProgress(context.db, plan.id, { periodId: before.id, taskIds: chosen.taskIds }) : [];
}

/** 属实：现场查看了 3 处. */
function verificationWords({ verification }: LedgerFacts): string {
  if (!verification) return '';
  const { result, note } = verification;
  return [VERIFICATION_LABELS[result], note].filter((part) => part !== '').join('：');
}
