import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { monthDayWords } from '../text/month-day-words.ts';
import { beforePlanWords, isBeforePlan } from './before-plan.ts';
import { type DutyExtensions, extendedDueOn } from './duty-extension.ts';
import { type DutyRule, type DutyStretch, dutyStretches } from './duty-stretches.ts';
import type { AgencyId, DutyId, PlanId, RowId, TaskId } from './ids.ts';
import { holdsIn, type OwedRow } from './owed.ts';
import type { WorkCalendar } from './work-calendar.ts';
import type { ClosingRow } from './year-facts.ts';

/** Days before its due date from which what is short counts as due soon. More days: earlier reminders. */
export const DUTY_DUE_SOON_DAYS = 5;

/** 定期报送: so many pieces of each unit that owes the task, in every stretch. */
export type RegularDuty = DutyRule & {
  readonly id: DutyId;
  readonly planId: PlanId;
  readonly taskId: TaskId;
  readonly position: number;
  readonly title: string;
  readonly needed: number;
  /** What the pieces are counted in: 篇, 份. */
  readonly unit: string;
  /** `lead`: only the units that lead the task owe it; `all`: every unit that owes the task. */
  readonly owedBy: 'all' | 'lead';
  /** The words of the document that gave it; empty for one that a person added. */
  readonly verbatim: string;
};

/** Something that came in for a duty. It counts for the stretch in which `startsOn` lies. */
export type DutyRecord = {
  readonly id: RowId;
  readonly dutyId: DutyId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly startsOn: string;
  readonly title: string;
  readonly receivedOn: string;
  readonly pieces: number;
  readonly note: string;
};

export const DELIVERY_STATES = ['due-soon', 'waiting', 'overdue', 'delivered'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What an agency is to send in for one stretch of a duty, and what came of it. */
export type DutyDelivery = {
  readonly dutyId: DutyId;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  /** What the stretch is called, as periods are: 2021-10, 2021年. */
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly needed: number;
  /** Pieces that came. */
  readonly received: number;
  /** Pieces that are still owed. */
  readonly short: number;
  readonly state: DeliveryState;
  /** Days since the due date while something is short; of what is delivered, by how many days the last needed piece was late. */
  readonly daysLate: number;
  /** One sentence: why it stands so. */
  readonly because: string;
};

export type DutyGround = {
  readonly duties: readonly RegularDuty[];
  readonly records: readonly DutyRecord[];
  readonly owed: readonly OwedRow[];
  /** Who belongs to which group: a group whose members owe through it owes nothing itself. */
  readonly memberships: readonly {
    readonly groupId: AgencyId;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
  }[];
  /** 办结: of what begins after a task was closed nothing is expected any more. */
  readonly closings?: readonly Pick<ClosingRow, 'taskId' | 'agencyId' | 'closedOn' | 'reopenedOn'>[];
  /** 延期: see {@link extendedDueOn}. */
  readonly extended?: DutyExtensions;
  /** The plan's; what was due before it was issued (ISO date) is never late. */
  readonly year: number;
  readonly issuedOn?: string;
  readonly calendar: WorkCalendar;
  /** The clerk's date (ISO). */
  readonly today: string;
  /** Days before the due date from which something that is short counts as due soon. */
  readonly dueSoonDays?: number;
};

/**
 * Everything that regular duties make agencies send in up to today: a delivery for each duty, stretch that has begun,
 * and agency that owes the task in it. By duty, stretch, and agency in the order of `owed`.
 */
export function expectedDeliveries(ground: DutyGround): readonly DutyDelivery[] {
  const owedOfTask = Map.groupBy(ground.owed, ({ taskId }) => taskId);
  const recordsOfDuty = Map.groupBy(ground.records, ({ dutyId }) => dutyId);
  return ground.duties.flatMap((duty) => {
    const rows = (owedOfTask.get(duty.taskId) ?? []).filter(({ role }) => duty.owedBy === 'all' || role === 'lead');
    const records = Map.groupBy(recordsOfDuty.get(duty.id) ?? [], ({ agencyId }) => agencyId);
    return dutyStretches(duty, ground.year, ground.calendar)
      .filter(({ startsOn }) => startsOn <= ground.today)
      .flatMap((stretch) =>
        [...owingIn(rows, stretch, ground)].map((agencyId): DutyDelivery => {
          const came = (records.get(agencyId) ?? []).filter(
            ({ startsOn }) => stretch.startsOn <= startsOn && startsOn <= stretch.endsOn,
          );
          const dueOn = extendedDueOn(duty, stretch, agencyId, ground.extended) ?? stretch.dueOn;
          const judged = judgeDelivery(duty, dueOn, came, ground);
          return { dutyId: duty.id, taskId: duty.taskId, agencyId, ...stretch, dueOn, ...judged };
        }),
      );
  });
}

/** The agencies that owe a task in a stretch, each once. */
function owingIn(
  rows: readonly OwedRow[],
  stretch: DutyStretch,
  { memberships, closings = [] }: DutyGround,
): ReadonlySet<AgencyId> {
  const groups = new Set(memberships.filter((each) => holdsIn(each, stretch)).map(({ groupId }) => groupId));
  const isClosed = ({ taskId, agencyId }: OwedRow): boolean =>
    closings.some(
      (closing) =>
        closing.taskId === taskId &&
        (closing.agencyId === null || closing.agencyId === agencyId) &&
        closing.reopenedOn === null &&
        closing.closedOn < stretch.startsOn,
    );
  return new Set(
    rows
      .filter((row) => holdsIn(row, stretch) && !groups.has(row.agencyId) && !isClosed(row))
      .map(({ agencyId }) => agencyId),
  );
}

type Judged = Pick<DutyDelivery, 'needed' | 'received' | 'short' | 'state' | 'daysLate' | 'because'>;

function judgeDelivery(
  { needed, unit }: RegularDuty,
  dueOn: string,
  came: readonly DutyRecord[],
  { today, issuedOn = '', dueSoonDays = DUTY_DUE_SOON_DAYS }: DutyGround,
): Judged {
  const received = came.reduce((sum, { pieces }) => sum + pieces, 0);
  const short = Math.max(0, needed - received);
  const due = monthDayWords(dueOn);
  if (short === 0) {
    const completed = completedOn(came, needed);
    const daysLate = isBeforePlan(issuedOn, dueOn) ? 0 : Math.max(0, differenceInCalendarDays(completed, dueOn));
    const late = daysLate === 0 ? '' : `，迟${daysLate}天`;
    const because = `已报${received}${unit}，应报${needed}${unit}${late}`;
    return { needed, received, short, state: 'delivered', daysLate, because };
  }
  const daysLeft = differenceInCalendarDays(dueOn, today);
  const missing =
    received === 0
      ? `应报${needed}${unit}，尚未报送`
      : `应报${needed}${unit}，已报${received}${unit}，欠${short}${unit}`;
  if (isBeforePlan(issuedOn, dueOn)) {
    const because = `${missing}；${beforePlanWords(issuedOn, dueOn)}`;
    return { needed, received, short, state: 'waiting', daysLate: 0, because };
  }
  if (daysLeft < 0) {
    const because = `${missing}，时限${due}，已逾期${-daysLeft}天`;
    return { needed, received, short, state: 'overdue', daysLate: -daysLeft, because };
  }
  const because = `${missing}，时限${due}，${daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`}`;
  return { needed, received, short, state: daysLeft <= dueSoonDays ? 'due-soon' : 'waiting', daysLate: 0, because };
}

/** The day on which as many pieces had come as are needed. */
function completedOn(came: readonly DutyRecord[], needed: number): string {
  let sum = 0;
  for (const { pieces, receivedOn } of came.toSorted((one, other) => (one.receivedOn < other.receivedOn ? -1 : 1))) {
    sum += pieces;
    if (sum >= needed) return receivedOn;
  }
  return '';
}
