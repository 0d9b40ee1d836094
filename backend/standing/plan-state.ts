import type { ReadableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import {
  type AssignmentRow,
  assignmentsOfTask,
  listAssignments,
  listMatrixCells,
  listProgress,
  type MatrixCellRow,
  type ProgressRow,
} from '#db/queries/assignment.queries.ts';
import { type ClosedDuties, findClosedDuties } from '#db/queries/closed-duty.queries.ts';
import { listClosings } from '#db/queries/closing.queries.ts';
import { listDuties, listDutyRecords } from '#db/queries/duty.queries.ts';
import { listEvidence } from '#db/queries/evidence.queries.ts';
import { listExtensions } from '#db/queries/extension.queries.ts';
import { listMatters } from '#db/queries/matter.queries.ts';
import { listMilestones } from '#db/queries/milestone.queries.ts';
import { listNotes, type NoteRow } from '#db/queries/note.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import {
  duesOfTask,
  getPlan,
  listDues,
  listSections,
  listTargets,
  listTasks,
  type TaskRow,
  targetsOfTask,
} from '#db/queries/plan.queries.ts';
import {
  listAgencyNames,
  listMemberships,
  listPlaces,
  listProgressMarks,
  type Membership,
  type ProgressMark,
} from '#db/queries/standing.queries.ts';
import { listSubItems } from '#db/queries/sub-item.queries.ts';
import { listTargetValues } from '#db/queries/target-value.queries.ts';
import { listVerifications } from '#db/queries/verification.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { DutyRecord, RegularDuty } from '#shared/domain/duty.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { AgencyId, PeriodId, PlanId, StepId, TaskId } from '#shared/domain/ids.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { PeriodView, PlanView, SectionView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type {
  ClosingRow,
  ExtensionRow,
  MatterRow,
  MilestoneRow,
  SubItemRow,
  TargetValueRow,
  VerificationRow,
} from '#shared/domain/year-facts.ts';

/** A plan with everything that hangs on it, as plain rows in stable orders. Removed tasks and theirs are left out. */
export type PlanState = {
  readonly plan: PlanView;
  readonly sections: readonly SectionView[];
  readonly tasks: readonly TaskRow[];
  readonly targets: readonly (TargetView & { readonly taskId: TaskId })[];
  readonly dues: readonly (DueView & { readonly taskId: TaskId })[];
  readonly agencies: readonly AgencyView[];
  readonly agencyNames: readonly { readonly id: AgencyId; readonly name: string }[];
  readonly memberships: readonly Membership[];
  readonly assignments: readonly AssignmentRow[];
  /** The assignments as places alone, in the order the plan names them. */
  readonly places: readonly { readonly taskId: TaskId; readonly agencyId: AgencyId }[];
  readonly owed: readonly OwedRow[];
  readonly periods: readonly PeriodView[];
  readonly progress: readonly ProgressRow[];
  /** Of each progress entry what lights look at, without its texts. */
  readonly marks: readonly ProgressMark[];
  /** Assignments with the marks of the scope's period: what the matrix paints. */
  readonly cells: readonly MatrixCellRow[];
  readonly notes: readonly NoteRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly closings: readonly ClosingRow[];
  readonly targetValues: readonly TargetValueRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly subItems: readonly SubItemRow[];
  readonly verifications: readonly VerificationRow[];
  readonly matters: readonly MatterRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly duties: readonly RegularDuty[];
  readonly dutyRecords: readonly DutyRecord[];
};

export type StatePart = keyof PlanState;

/** Narrows what is read; what is left out is read whole. */
export type StateScope = {
  /** Progress and marks of this period only; of a closed one who owed what, and who was a member, as it was then. */
  readonly periodId?: PeriodId | undefined;
  /** Only what hangs on these tasks. */
  readonly taskIds?: readonly TaskId[] | undefined;
  /** Duties and progress of this agency only. */
  readonly agencyId?: AgencyId | undefined;
};

const READERS: {
  readonly [Part in StatePart]: (db: ReadableDb, planId: PlanId, scope: StateScope) => PlanState[Part];
} = {
  plan: (db, planId) => getPlan(db, planId),
  sections: (db, planId) => listSections(db, planId),
  tasks: (db, planId, { taskIds }) => listTasks(db, planId, taskIds),
  targets: (db, planId, { taskIds }) => taskIds?.flatMap((id) => targetsOfTask(db, id)) ?? listTargets(db, planId),
  dues: (db, planId, { taskIds }) => taskIds?.flatMap((id) => duesOfTask(db, id)) ?? listDues(db, planId),
  agencies: (db) => listAgencies(db),
  agencyNames: (db) => listAgencyNames(db),
  memberships: (db, _, { periodId }) => closedDuties(db, periodId)?.memberships ?? listMemberships(db),
  assignments: (db, planId, { taskIds }) =>
    taskIds?.flatMap((id) => assignmentsOfTask(db, id)) ?? listAssignments(db, planId),
  places: (db, planId, { taskIds }) => listPlaces(db, planId, taskIds),
  owed: (db, planId, scope) => closedDuties(db, scope.periodId, scope)?.owed ?? listOwed(db, planId, scope),
  periods: (db, planId) => listPeriods(db, planId),
  progress: (db, planId, scope) => listProgress(db, planId, scope),
  marks: (db, planId, scope) => listProgressMarks(db, planId, scope),
  cells: (db, planId, { periodId, taskIds }) => listMatrixCells(db, planId, periodId ?? null, taskIds),
  notes: (db, planId, { taskIds }) => listNotes(db, planId, taskIds),
  extensions: (db, planId, { taskIds }) => listExtensions(db, planId, taskIds),
  closings: (db, planId, { taskIds }) => listClosings(db, planId, taskIds),
  targetValues: (db, planId, { taskIds }) => listTargetValues(db, planId, taskIds),
  milestones: (db, planId, { taskIds }) => listMilestones(db, planId, taskIds),
  subItems: (db, planId, { taskIds }) => listSubItems(db, planId, taskIds),
  verifications: (db, planId, { taskIds }) => listVerifications(db, planId, taskIds),
  matters: (db, planId, { taskIds }) => listMatters(db, planId, taskIds),
  evidence: (db, planId, { taskIds }) => listEvidence(db, planId, taskIds),
  duties: (db, planId, { taskIds }) => listDuties(db, planId, taskIds),
  dutyRecords: (db, planId, { taskIds }) => listDutyRecords(db, planId, taskIds),
};

function closedDuties(
  db: ReadableDb,
  periodId: PeriodId | undefined,
  scope: StateScope = {},
): ClosedDuties | undefined {
  return periodId === undefined ? undefined : findClosedDuties(db, periodId, scope);
}

/**
 * Reads a plan as it is now, each part with one statement. There is no await in it: the parts fit each other.
 *
 * @param want which parts, and of which tasks and period; texts of thousands of tasks are not read for one
 */
export function loadPlanState<Part extends StatePart = StatePart>(
  db: ReadableDb,
  planId: PlanId,
  want: StateScope & { readonly parts?: readonly Part[] } = {},
): Pick<PlanState, Part> {
  const parts: readonly StatePart[] = want.parts ?? (Object.keys(READERS) as StatePart[]);
  // Each part is read by the reader of its name.
  return Object.fromEntries(parts.map((part) => [part, READERS[part](db, planId, want)])) as Pick<PlanState, Part>;
}

/**
 * The same as it was right after a step: what was owed and known when a period was closed or a form was sent.
 *
 * @throws AppError STEP_UNKNOWN
 */
export function loadPlanStateAfter<Part extends StatePart = StatePart>(
  db: ReadableDb,
  planId: PlanId,
  stepId: StepId,
  want: StateScope & { readonly parts?: readonly Part[] } = {},
): Pick<PlanState, Part> {
  return readAsAfter(db, stepId, (past) => loadPlanState(past, planId, want));
}
