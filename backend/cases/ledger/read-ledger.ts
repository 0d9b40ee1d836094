import type { BackendContext } from '#backend/calls/context.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { periodBefore } from '#shared/domain/carry.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import { matterMark } from '#shared/domain/matter.ts';
import { NOTHING_REPORTED } from '#shared/domain/progress.ts';
import { AppError } from '#shared/errors.ts';
import { LEDGER_FACT_PARTS, ledgerFacts } from './ledger-facts.ts';

/**
 * The ledger of one period: what is owed in it, with what was reported. Tasks in the plan's order, within a task the
 * agencies in the order of their assignments, each group followed by the members that owe through it.
 *
 * @param taskIds only rows of these tasks; all when left out
 * @throws AppError PERIOD_UNKNOWN
 */
export function readLedger(
  context: Pick<BackendContext, 'db' | 'today' | 'calendar'>,
  periodId: PeriodId,
  taskIds?: readonly TaskId[],
): readonly LedgerRow[] {
  const { db } = context;
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const state = loadPlanState(db, period.planId, {
    periodId,
    taskIds,
    parts: [
      'tasks',
      'agencyNames',
      'memberships',
      'places',
      'owed',
      'progress',
      'notes',
      'matters',
      ...LEDGER_FACT_PARTS,
    ],
  });
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const entries = new Map(state.progress.map((entry) => [cellKey(entry.taskId, entry.agencyId), entry]));
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter]));
  const notes = new Map(state.notes.map((note) => [cellKey(note.taskId, note.agencyId), note.text]));
  const duties = dutiesByTask(owedIn(state.owed, period), state);
  const judge = judgeOfPeriod(context, period, {
    taskIds,
    reports: () => reportsOf(state, periodId),
    memberships: state.memberships,
  });
  const before = periodBefore(state.periods, period);
  const last = before ? listProgress(db, period.planId, { periodId: before.id, taskIds }) : [];
  const factsOf = ledgerFacts(state, period, context.today(), last, (taskId, agencyId) =>
    entries.get(cellKey(taskId, agencyId)),
  );
  return state.tasks.flatMap(({ id: taskId, sectionId, number, title }) =>
    (duties.get(taskId) ?? []).map((duty): LedgerRow => {
      const { agencyId, role, through } = duty;
      const { light, because } = judge(duty);
      const entry = entries.get(cellKey(taskId, agencyId));
      const { status, percent, narrative, problems, nextSteps, reportedOn } = entry ?? NOTHING_REPORTED;
      return {
        taskId,
        agencyId,
        sectionId,
        number,
        title: matterMark(matters.get(taskId)) + title,
        agencyName: names.get(agencyId) ?? '',
        role,
        through,
        status,
        percent,
        narrative,
        problems,
        nextSteps,
        reportedOn,
        carried: entry?.origin === 'carried',
        light,
        because,
        note: notes.get(cellKey(taskId, agencyId)) ?? null,
        ...factsOf(taskId, agencyId),
      };
    }),
  );
}

function cellKey(taskId: TaskId, agencyId: AgencyId | null): string {
  return `${taskId}/${agencyId ?? ''}`;
}
