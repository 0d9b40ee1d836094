import type { AgencyId, TaskId } from './ids.ts';
import { ROLES, type Role } from './role.ts';

/** What an agency owes a task, and from and until when (ISO dates, both included; `null`: the whole time). */
export type OwedRow = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly role: Role;
  /** The group agency whose assignment it is, for a member that owes through it; `null`: its own assignment. */
  readonly through: AgencyId | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

type Stretch = Pick<OwedRow, 'startsOn' | 'endsOn'>;

/** Whether a duty is owed at any time of a period. */
export function isOwedIn(
  { startsOn, endsOn }: Stretch,
  period: { readonly startsOn: string; readonly endsOn: string },
): boolean {
  return (startsOn === null || startsOn <= period.endsOn) && (endsOn === null || endsOn >= period.startsOn);
}

/** Own duties before inherited ones, stronger roles before weaker ones. */
function compareOwed(one: OwedRow, other: OwedRow): number {
  return (
    Number(one.through !== null) - Number(other.through !== null) ||
    ROLES.indexOf(one.role) - ROLES.indexOf(other.role) ||
    (one.through ?? 0) - (other.through ?? 0)
  );
}

/**
 * Leaves out what says nothing new: a duty of a cell is dropped when a better one of the same cell
 * ({@link compareOwed}) holds all the time that it does. A cell keeps several rows only where dates differ.
 *
 * @param rows of any cells, in any order
 * @returns the better rows of a cell before the others, cells in the order of their first row
 */
export function bestOwed(rows: readonly OwedRow[]): readonly OwedRow[] {
  const cells = Map.groupBy(rows, ({ taskId, agencyId }) => `${taskId}/${agencyId}`);
  return [...cells.values()].flatMap((cell) => {
    if (cell.length === 1) return cell;
    const kept: OwedRow[] = [];
    for (const row of cell.toSorted(compareOwed)) {
      if (!kept.some((better) => holdsAll(better, row))) kept.push(row);
    }
    return kept;
  });
}

function holdsAll(long: Stretch, short: Stretch): boolean {
  return (
    (long.startsOn === null || (short.startsOn !== null && long.startsOn <= short.startsOn)) &&
    (long.endsOn === null || (short.endsOn !== null && long.endsOn >= short.endsOn))
  );
}
