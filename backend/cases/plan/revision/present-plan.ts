import type { ReadableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { type AssignmentRow, listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { listMatters } from '#db/queries/matter.queries.ts';
import { getPlan, listDues, listSections, listTargets, listTasks, type TaskRow } from '#db/queries/plan.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { PlanView, SectionView } from '#shared/domain/overview.ts';

/** A plan as it is compared with a newer version. */
export type PresentPlan = {
  readonly plan: PlanView;
  readonly sections: readonly SectionView[];
  readonly agencies: readonly AgencyView[];
  readonly tasks: readonly PresentTask[];
};

export type PresentTask = TaskRow & {
  readonly assignments: readonly AssignmentRow[];
  readonly targets: readonly TargetView[];
  readonly dues: readonly DueView[];
  /** How many entries of progress were recorded for it. */
  readonly progress: number;
  /** It came up in the year, and no version of the document has it. */
  readonly isMatter: boolean;
};

export function readPresentPlan(db: ReadableDb, planId: PlanId): PresentPlan {
  const byTask = <Row extends { readonly taskId: TaskId }>(rows: readonly Row[]) => {
    const groups = Map.groupBy(rows, (row) => row.taskId);
    return (taskId: TaskId): readonly Row[] => groups.get(taskId) ?? [];
  };
  const assignments = byTask(listAssignments(db, planId));
  const targets = byTask(listTargets(db, planId));
  const dues = byTask(listDues(db, planId));
  const progress = byTask(listProgress(db, planId));
  const matters = new Set(listMatters(db, planId).map(({ taskId }) => taskId));
  return {
    plan: getPlan(db, planId),
    sections: listSections(db, planId),
    agencies: listAgencies(db),
    tasks: listTasks(db, planId).map((task) => ({
      ...task,
      assignments: assignments(task.id),
      targets: targets(task.id),
      dues: dues(task.id),
      progress: progress(task.id).length,
      isMatter: matters.has(task.id),
    })),
  };
}
