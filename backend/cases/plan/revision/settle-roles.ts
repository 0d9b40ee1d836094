import type { RevisedAssignment } from '#db/commands/revise-plan.commands.ts';
import { roleSource, sourceSpan } from '#db/commands/task-rows.ts';
import type { AssignmentRow } from '#db/queries/assignment.queries.ts';
import type { RevisedRole } from './pair-plans.ts';

/**
 * The roles of a task as they will be.
 *
 * @param rows those it has now
 * @param roles those of the newer version
 * @param isTaken the newer roles are taken; else all stay and only their words are looked up in the newer document
 */
export function settleRevisedRoles(
  rows: readonly AssignmentRow[],
  roles: readonly RevisedRole[],
  isTaken: boolean,
): readonly RevisedAssignment[] {
  const roleOf = new Map(roles.flatMap((role) => (role.agency.id === null ? [] : [[role.agency.id, role] as const])));
  if (!isTaken) return rows.map((row) => keptRow(row, roleOf.get(row.agencyId)));
  const rowOf = new Map(rows.map((row) => [row.agencyId, row]));
  const taken = roles.map(({ agency, read }, index): RevisedAssignment => {
    const row = agency.id === null ? undefined : rowOf.get(agency.id);
    const id = row?.id ?? null;
    return { id, agency: agency.id ?? agency.name, role: read.role, position: index + 1, ...roleSource(read) };
  });
  const byHand = rows.filter((row) => row.origin !== 'parsed' && !roleOf.has(row.agencyId));
  return [...taken, ...byHand.map((row, index) => ({ ...keptRow(row), position: taken.length + index + 1 }))];
}

/** A role that stays; words that the newer document does not have have no place in it. */
function keptRow(row: AssignmentRow, role?: RevisedRole): RevisedAssignment {
  const { id, agencyId: agency, position, origin } = row;
  const writtenAs = role && row.writtenAs !== null ? role.read.agency : row.writtenAs;
  const span = role && row.writtenAs !== null ? sourceSpan(role.read.span) : null;
  return { id, agency, role: row.role, position, origin, writtenAs, span };
}
