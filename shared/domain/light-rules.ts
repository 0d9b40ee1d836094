import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { LIGHT_LABELS, type Light } from './light.ts';
import { STATUS_LABELS, type Status } from './status.ts';
import { nextWorkday, type WorkCalendar } from './work-calendar.ts';

/**
 * Which light a duty shows in a period, as data: what was reported decides first (STATUS_LIGHTS), and only where
 * nothing was reported the date does (LIGHT_RULES). A new rule is a line here, its case a line in light-rules.test.ts;
 * backend/standing applies them to a whole plan.
 */
export type LightRules = {
  /** Days before the due date from which a duty without a report counts as due soon. More days: earlier warnings. */
  readonly dueSoonDays: number;
  /** Whether a due date on a weekend or holiday stays there, or moves to the next workday (遇节假日顺延). */
  readonly dueOnHoliday: 'stays' | 'next-workday';
};

export const LIGHT_RULES: LightRules = { dueSoonDays: 5, dueOnHoliday: 'stays' };

/**
 * The light of a reported status. An agency that reports 未启动 has reported: its light says 未启动, never 逾期未报,
 * which would be untrue in a table for superiors.
 */
export const STATUS_LIGHTS: Readonly<Record<Status, Light>> = {
  done: 'done',
  blocked: 'blocked',
  'not-applicable': 'exempt',
  'in-progress': 'on-track',
  'not-started': 'not-started',
};

/** From the most pressing to the least: a group without a report of its own shows the first that a member has. */
export const PRESSING: readonly Light[] = [
  'overdue',
  'blocked',
  'due-soon',
  'waiting',
  'not-started',
  'reported',
  'on-track',
  'done',
  'exempt',
];

/** What lights look at in an entry: `status` of `null` means that nobody said one. */
export type Report = {
  readonly status: Status | null;
  /** Whether the entry says anything: a status, a share, a text or a date. An empty row is no report. */
  readonly said: boolean;
};

/** How a duty stands, with the reason in one sentence: for a tooltip, a ledger, a reminder. */
export type Judgement = {
  readonly light: Light;
  readonly reason: string;
  /** Nothing was reported, whether or not the due date has passed. */
  readonly missing: boolean;
};

/**
 * The due date of a period as the rules have it (ISO).
 *
 * @param calendar workdays and holidays; without one only weekends are known
 */
export function dueDateOf(dueOn: string, rules: LightRules, calendar: WorkCalendar): string {
  return rules.dueOnHoliday === 'stays' ? dueOn : nextWorkday(calendar, dueOn);
}

/**
 * How a duty stands.
 *
 * @param report what is recorded for the period, or `null` for nothing
 * @param dueOn the day by which it is owed (ISO), see {@link dueDateOf}
 * @param today the clerk's date (ISO)
 */
export function judge(report: Report | null, dueOn: string, today: string, rules = LIGHT_RULES): Judgement {
  if (report?.status != null) {
    const { status } = report;
    return { light: STATUS_LIGHTS[status], reason: `已报送，状态为“${STATUS_LABELS[status]}”`, missing: false };
  }
  if (report?.said === true) return { light: 'reported', reason: LIGHT_LABELS.reported, missing: false };
  const daysLeft = differenceInCalendarDays(dueOn, today);
  const due = `尚未报送，时限${dayText(dueOn)}`;
  if (daysLeft < 0) return { light: 'overdue', reason: `${due}，已逾期${-daysLeft}天`, missing: true };
  const left = daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`;
  return { light: daysLeft <= rules.dueSoonDays ? 'due-soon' : 'waiting', reason: `${due}，${left}`, missing: true };
}

/**
 * How a group stands that has no report of its own: as the most pressing of its members, and never missing by itself.
 *
 * @param members how each member that owes through the group stands; at least one
 */
export function judgeGroup(members: readonly Judgement[]): Judgement {
  const light = PRESSING.find((pressing) => members.some((member) => member.light === pressing)) ?? 'waiting';
  const reported = members.filter(({ missing }) => !missing).length;
  const worst = members.filter((member) => member.light === light).length;
  const reason = `由${members.length}家成员单位报送，已报${reported}家，其中${LIGHT_LABELS[light]}${worst}家`;
  return { light, reason, missing: false };
}

/** `2021-10-15` as said in a sentence: 2021年10月15日. */
function dayText(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
