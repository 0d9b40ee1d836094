import type { AssignmentRow } from '#db/queries/assignment.queries.ts';
import type { Membership } from '#db/queries/standing.queries.ts';
import { bestOwed, type OwedRow } from '#shared/domain/owed.ts';

/** Who owes what: own assignments, and those of a group for each of its members. */
export function owedRows(
  assignments: readonly AssignmentRow[],
  memberships: readonly Membership[],
): readonly OwedRow[] {
  const membersOf = Map.groupBy(memberships, ({ groupId }) => groupId);
  return bestOwed(
    assignments.flatMap(({ taskId, agencyId, role, startsOn, endsOn }): OwedRow[] => [
      { taskId, agencyId, role, through: null, startsOn, endsOn },
      ...(membersOf.get(agencyId) ?? []).map(({ memberId, ...dates }) => ({
        taskId,
        agencyId: memberId,
        role,
        through: agencyId,
        startsOn: dates.startsOn,
        endsOn: dates.endsOn,
      })),
    ]),
  );
}
