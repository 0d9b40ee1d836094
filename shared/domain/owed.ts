import type { AgencyId, TaskId } from './ids.ts';
import type { Cadence, PeriodKind } from './period.ts';
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
  /** The kind of period the task is reported by; `null`: it is known to be owed in the period it was asked for. */
  readonly cadence: Cadence | null;
};

type Stretch = Pick<OwedRow, 'startsOn' | 'endsOn'>;

type PeriodStretch = { readonly kind: PeriodKind; readonly startsOn: string; readonly endsOn: string };

/**
 * Whether a duty is owed in a period: at any time of it, and by its kind. A task by quarters is owed in quarters alone,
 * and every task in a period of a person's own choosing.
 */
export function isOwedIn(duty: Stretch & Pick<OwedRow, 'cadence'>, period: PeriodStretch): boolean {
  return isOfCadence(duty.cadence, period.kind) && holdsIn(duty, period);
}

/** Whether a task reported by this kind of period is reported for a period of that kind. */
export function isOfCadence(cadence: Cadence | null, kind: PeriodKind): boolean {
  return cadence === null || kind === 'own' || cadence === kind;
}

/** Whether what holds from and until certain days holds at any time of a period: a role, a membership. */
export function holdsIn({ startsOn, endsOn }: Stretch, period: Omit<PeriodStretch, 'kind'>): boolean {
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
