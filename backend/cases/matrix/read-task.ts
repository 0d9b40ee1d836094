import type { BackendContext } from '#backend/calls/context.ts';
import { judgeOfPeriod } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import type { AssignmentRow } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getTask } from '#db/queries/plan.queries.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentView, TaskDetail } from '#shared/domain/matrix.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { AppError } from '#shared/errors.ts';

/**
 * One task in full, with the progress of the period of each agency that owes it; the members that owe it through a group
 * stand after the group. Roles that began later or ended before are there too, and say so.
 *
 * @throws AppError TASK_GONE | PERIOD_UNKNOWN
 */
export function readTask(context: BackendContext, taskId: TaskId, periodId: PeriodId): TaskDetail {
  const { db } = context;
  const task = getTask(db, taskId);
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const state = loadPlanState(db, task.planId, {
    taskIds: [taskId],
    periodId,
    parts: [
      'assignments',
      'owed',
      'agencyNames',
      'memberships',
      'progress',
      'targetValues',
      'targets',
      'dues',
      'matters',
    ],
  });
  const entries = new Map(state.progress.map((entry) => [entry.agencyId, entry]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const judge = judgeOfPeriod(context, period, {
    taskIds: [taskId],
    reports: () => reportsOf(state, periodId),
    memberships: state.memberships,
  });
  const own = new Map(state.assignments.map((assignment) => [assignment.agencyId, assignment]));
  const through = owedIn(state.owed, period).filter((duty) => !own.has(duty.agencyId));
  const duties =
    dutiesByTask([...state.assignments.map(ownDuty), ...through], {
      places: state.assignments,
      agencyNames: state.agencyNames,
    }).get(taskId) ?? [];
  const assignments = duties.map((duty): AssignmentView => {
    const { agencyId, role } = duty;
    const { origin, writtenAs, span } = own.get(agencyId) ?? INHERITED;
    const entry = entries.get(agencyId);
    const { light, because, dueOn } = judge(duty);
    return {
      agencyId,
      agencyName: names.get(agencyId) ?? '',
      role,
      origin,
      writtenAs,
      span,
      progress: entry
        ? {
            status: entry.status,
            percent: entry.percent,
            narrative: entry.narrative,
            problems: entry.problems,
            nextSteps: entry.nextSteps,
            reportedOn: entry.reportedOn,
            reporter: entry.reporter,
            origin: entry.origin,
          }
        : null,
      light,
      because,
      dueOn,
    };
  });
  const [matter] = state.matters;
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    content: task.content,
    sectionTitle: task.sectionTitle,
    responsibility: task.responsibility,
    targets: state.targets.map(({ taskId: _, ...target }) => target),
    dues: state.dues.map(({ taskId: _, ...due }) => due),
    assignments,
    cadence: task.cadence,
    carriedFrom: task.carriedFrom,
    matter: matter ? { ...matter, dueOn: matterDueOn(context.calendar, matter) } : null,
    leadLeader: task.leadLeader,
    leaderInCharge: task.leaderInCharge,
    personInCharge: task.personInCharge,
  };
}

/** Where a role comes from that a unit has through its group: no words of the document name the unit. */
const INHERITED = { origin: 'inherited', writtenAs: null, span: null } as const;

function ownDuty({ taskId, agencyId, role, startsOn, endsOn, cadence }: AssignmentRow): OwedRow {
  return { taskId, agencyId, role, through: null, startsOn, endsOn, cadence };
}
