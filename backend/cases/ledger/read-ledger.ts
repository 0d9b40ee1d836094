import type { BackendContext } from '#backend/calls/context.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, progressOfPeriod } from '#db/queries/assignment.queries.ts';
import { listNotes } from '#db/queries/note.queries.ts';
import { listOwed } from '#db/queries/owed.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import { lightOf } from '#shared/domain/light.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import { isoDate } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';

const NOTHING_REPORTED = {
  status: null,
  percent: null,
  narrative: '',
  problems: '',
  nextSteps: '',
  reportedOn: null,
} as const;

/**
 * The ledger of one period: what is owed in it, with what was reported. Tasks in the plan's order, within a task the
 * agencies in the order of their assignments, each group followed by the members that owe through it.
 *
 * @param taskIds only rows of these tasks; all when left out
 * @throws AppError PERIOD_UNKNOWN
 */
export function readLedger(
  { db, clock }: Pick<BackendContext, 'db' | 'clock'>,
  periodId: PeriodId,
  taskIds?: readonly TaskId[],
): readonly LedgerRow[] {
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  const { planId } = period;
  const chosen = taskIds && new Set(taskIds);
  const today = isoDate(clock());
  const agencies = new Map(listAgencies(db).map((agency) => [agency.id, agency]));
  const places = new Map(
    listAssignments(db, planId).map(({ taskId, agencyId }, place) => [cellKey(taskId, agencyId), place]),
  );
  const reported = new Map(
    progressOfPeriod(db, periodId).map((entry) => [cellKey(entry.taskId, entry.agencyId), entry]),
  );
  const notes = new Map(listNotes(db, planId).map((note) => [cellKey(note.taskId, note.agencyId), note.text]));
  // The better of two duties comes first, and a cell has one row.
  const owed = new Map(
    listOwed(db, planId)
      .filter((row) => isOwedIn(row, period))
      .toReversed()
      .map((row) => [cellKey(row.taskId, row.agencyId), row]),
  );
  const ofTask = Map.groupBy(owed.values(), ({ taskId }) => taskId);
  return listTasks(db, planId)
    .filter((task) => !chosen || chosen.has(task.id))
    .flatMap((task) =>
      (ofTask.get(task.id) ?? [])
        .map((row) => ({
          ...row,
          place: places.get(cellKey(task.id, row.through ?? row.agencyId)) ?? places.size,
          agency: agencies.get(row.agencyId),
        }))
        .toSorted(
          (one, other) =>
            one.place - other.place ||
            Number(one.through !== null) - Number(other.through !== null) ||
            (one.agency?.position ?? 0) - (other.agency?.position ?? 0),
        )
        .map(({ agencyId, role, through, agency }): LedgerRow => {
          const { status, percent, narrative, problems, nextSteps, reportedOn } =
            reported.get(cellKey(task.id, agencyId)) ?? NOTHING_REPORTED;
          return {
            taskId: task.id,
            agencyId,
            sectionId: task.sectionId,
            number: task.number,
            title: task.title,
            agencyName: agency?.name ?? '',
            role,
            through,
            status,
            percent,
            narrative,
            problems,
            nextSteps,
            reportedOn,
            light: lightOf(status, period.dueOn, today),
            note: notes.get(cellKey(task.id, agencyId)) ?? null,
          };
        }),
    );
}

function cellKey(taskId: TaskId, agencyId: AgencyId | null): string {
  return `${taskId}/${agencyId ?? ''}`;
}
