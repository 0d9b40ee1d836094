import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import type { Role } from '#shared/domain/role.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import type { Membership } from './standing.queries.ts';

/** Tasks that an agency owed in a role, by itself (`null`) or as a member of a group. */
export type ClosedOwed = readonly [role: Role, through: AgencyId | null, tasks: readonly TaskId[]];

/** What an agency owed when a period was closed, and which members it had as a group. */
export type ClosedDutyRow = {
  readonly id: number;
  readonly periodId: PeriodId;
  readonly agencyId: AgencyId;
  readonly owed: readonly ClosedOwed[];
  readonly members: readonly AgencyId[];
};

/** Who owed what in a closed period, in the shapes of what is owed now. */
export type ClosedDuties = { readonly owed: readonly OwedRow[]; readonly memberships: readonly Membership[] };

const SELECT = 'SELECT id, period_id AS periodId, agency_id AS agencyId, owed, members FROM closed_duty';

type Stored = Omit<ClosedDutyRow, 'owed' | 'members'> & { readonly owed: string; readonly members: string };

/** The rows of one period as stored; none of an open one, and of one that was closed before they were kept. */
export function closedRowsOfPeriod(db: ReadableDb, periodId: PeriodId): readonly ClosedDutyRow[] {
  return (prepared(db, `${SELECT} WHERE period_id = ? ORDER BY agency_id`).all(periodId) as Stored[]).map(toRow);
}

/** The rows of all periods that name an agency, by itself, as a member or as a group. */
export function closedRowsNaming(db: ReadableDb, agencyId: AgencyId): readonly ClosedDutyRow[] {
  return (prepared(db, `${SELECT} ORDER BY period_id, agency_id`).all() as Stored[])
    .map(toRow)
    .filter(
      (row) =>
        row.agencyId === agencyId ||
        row.members.includes(agencyId) ||
        row.owed.some(([, through]) => through === agencyId),
    );
}

/**
 * Who owed what when a period was closed: what stands for it whatever changed since.
 *
 * @param scope only of these tasks, only of this agency
 * @returns `undefined` for an open period, and for one that was closed before this was kept
 */
export function findClosedDuties(
  db: ReadableDb,
  periodId: PeriodId,
  scope: { readonly taskIds?: readonly TaskId[] | undefined; readonly agencyId?: AgencyId | undefined } = {},
): ClosedDuties | undefined {
  const rows = closedRowsOfPeriod(db, periodId);
  if (rows.length === 0) return undefined;
  const tasks = scope.taskIds === undefined ? presentTasksBeside(db, periodId) : new Set(scope.taskIds);
  return {
    owed: rows
      .filter(({ agencyId }) => scope.agencyId === undefined || agencyId === scope.agencyId)
      .flatMap(owedOf)
      .filter(({ taskId }) => tasks.has(taskId))
      // Sorting is stable, and the rows come by agency.
      .toSorted((one, other) => one.taskId - other.taskId),
    memberships: rows.flatMap(membershipsOf),
  };
}

/** The rows of a period as they are stored, in one text: two closed periods with the same text owed the same. */
export function closedTextOf(db: ReadableDb, periodId: PeriodId): string {
  const sql = `SELECT coalesce(group_concat(agency_id || owed || members, ''), '') AS text FROM
               (SELECT agency_id, owed, members FROM closed_duty WHERE period_id = ? ORDER BY agency_id)`;
  return (prepared(db, sql).get(periodId) as { readonly text: string }).text;
}

/** A task that was removed since is out of sight everywhere. */
function presentTasksBeside(db: ReadableDb, periodId: PeriodId): ReadonlySet<TaskId> {
  const sql = `SELECT task.id FROM task JOIN period ON period.plan_id = task.plan_id
               WHERE period.id = ? AND task.removed = 0`;
  return new Set((prepared(db, sql).all(periodId) as { readonly id: TaskId }[]).map(({ id }) => id));
}

function owedOf({ agencyId, owed }: ClosedDutyRow): OwedRow[] {
  return owed.flatMap(([role, through, tasks]) =>
    tasks.map((taskId) => ({ taskId, agencyId, role, through, startsOn: null, endsOn: null, cadence: null })),
  );
}

function membershipsOf({ agencyId, members }: ClosedDutyRow): Membership[] {
  return members.map((memberId) => ({ groupId: agencyId, memberId, startsOn: null, endsOn: null }));
}

// Written by db/commands/closed-duties.ts.
function toRow({ owed, members, ...row }: Stored): ClosedDutyRow {
  return { ...row, owed: JSON.parse(owed), members: JSON.parse(members) };
}
