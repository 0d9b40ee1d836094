import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { reportOf, standingJudge } from '#backend/standing/standing.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getTask } from '#db/queries/plan.queries.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { AssignmentView, TaskDetail } from '#shared/domain/matrix.ts';
import { isoDate } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';

/**
 * One task in full, with each agency's progress of the period.
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
    parts: ['assignments', 'agencyNames', 'memberships', 'progress', 'targets', 'dues'],
  });
  const entries = new Map(state.progress.map((entry) => [entry.agencyId, entry]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const judge = standingJudge({
    reports: () => state.progress.map((entry) => ({ ...entry, ...reportOf(entry) })),
    memberships: state.memberships,
    period,
    today: isoDate(context.clock()),
    calendar: context.calendar,
  });
  const assignments = state.assignments.map((assignment): AssignmentView => {
    const { agencyId, role, origin, writtenAs, span } = assignment;
    const entry = entries.get(agencyId);
    const { light, reason, dueOn } = judge(assignment);
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
      reason,
      dueOn,
    };
  });
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
  };
}
