import type { BackendContext } from '#backend/calls/context.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { assignmentsOfTask, findProgress } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { duesOfTask, getTask, targetsOfTask } from '#db/queries/plan.queries.ts';
import type { PeriodId, TaskId } from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
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
  const today = isoDate(context.clock());
  const agencies = new Map(listAgencies(db).map((agency) => [agency.id, agency]));
  const assignments = assignmentsOfTask(db, taskId).map((assignment): AssignmentView => {
    const { agencyId, role, origin, writtenAs, span } = assignment;
    const entry = findProgress(db, taskId, agencyId, periodId);
    const agencyName = agencies.get(agencyId)?.name ?? '';
    return {
      agencyId,
      agencyName,
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
      light: lightOf(entry?.status ?? null, period.dueOn, today),
    };
  });
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    content: task.content,
    sectionTitle: task.sectionTitle,
    responsibility: task.responsibility,
    targets: targetsOfTask(db, taskId).map(({ taskId: _, ...target }) => target),
    dues: duesOfTask(db, taskId).map(({ taskId: _, ...due }) => due),
    assignments,
  };
}
