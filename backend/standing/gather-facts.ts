import { isBeforePlan } from '#shared/domain/before-plan.ts';
import { daysBetween } from '#shared/domain/days-between.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { CADENCES } from '#shared/domain/period.ts';
import type { Status } from '#shared/domain/status.ts';
import { standingOfTarget } from '#shared/domain/target-standing.ts';
import type { DutyFacts, Reach } from './duty-facts.ts';
import {
  closedSince,
  datedSubItems,
  extendedTo,
  type FactIndex,
  type Holder,
  lateOnes,
  type TaskFacts,
} from './task-facts.ts';

/** What lights look at in an entry: `status` of `null` means that nobody said one. */
export type Report = {
  readonly status: Status | null;
  /**
   * Whether the entry says anything: a status, a share, a text or a date. An empty row is no report. As SQLite gives
   * it, or as a boolean.
   */
  readonly said: boolean | 0 | 1;
  /** It was carried over from the period before, and nobody has touched it. */
  readonly carried?: boolean | 0 | 1;
  readonly percent?: number | null;
  /** Of a whole entry; a mark has none. */
  readonly reportedOn?: string | null;
};

/** A period and the day it is looked at. */
export type Sight = {
  readonly period: PeriodView;
  /** The day by which its reports are owed, as the calendar has it (ISO). */
  readonly dueDay: string;
  /** The clerk's date, or any other one (ISO). */
  readonly on: string;
  /** When the plan was issued (ISO); empty when that is not known. */
  readonly issuedOn: string;
  /** The plan's. */
  readonly year: number;
  /** The share of that year which has gone, 0 to 100. */
  readonly time: number;
  readonly index: FactIndex;
  /** Rules look at deadlines this many days away, or nearer ones; further ones need no look at what was said before. */
  readonly horizon: number;
  /** The last status that was said before this period. */
  readonly statusBefore: (taskId: TaskId, agencyId: AgencyId) => Status | null;
};

/**
 * What lights look at in a duty.
 *
 * @param known what is known of its task besides reports, if anything
 * @param idlePeriods periods in a row without a start; `null` when nobody asks
 */
export function gatherDutyFacts(
  sight: Sight,
  holder: Holder & { readonly taskId: TaskId; readonly startsOn: string | null },
  report: Report | null,
  known: TaskFacts | undefined,
  idlePeriods: number | null,
): DutyFacts {
  const { period, on } = sight;
  const said = {
    reported: Boolean(report?.said),
    carried: Boolean(report?.carried),
    status: report?.status ?? null,
    percent: report?.percent ?? null,
    reportedOn: report?.reportedOn ?? null,
    idlePeriods,
  };
  if (!known) {
    return {
      ...said,
      ...NOTHING_MORE,
      ...dueOf(sight, holder, sight.dueDay, false),
      served: false,
      reach: reachOf(sight, holder, report, undefined),
    };
  }
  const dates = datesOf(known, holder);
  const rhythm = rhythmOf(sight, holder, known);
  const dueOn =
    extendedTo(known.extensions, holder, period.id) ??
    dateWithin(dates, period) ??
    rhythm.map(({ dueOn }) => dueOn).find((day) => day > sight.dueDay && !isBeforePlan(sight.issuedOn, sight.dueDay)) ??
    sight.dueDay;
  const served = rhythm.some((each) => each.dueOn === dueOn && each.servedBy.has(holder.agencyId));
  const closedOn = closedSince(known.closings, holder, on);
  return {
    ...said,
    ...(served
      ? { dueOn, daysLeft: null, issuedOn: null, begunOn: null }
      : dueOf(sight, holder, dueOn, known.isMatter)),
    served,
    // What was closed later than the period ended does not mend the period.
    closedOn: closedOn !== null && closedOn <= period.endsOn ? closedOn : null,
    deadline: deadlineOf(sight, holder, said.status, known, dates),
    reach: reachOf(sight, holder, report, known),
    lateMilestones: lateOnes(known.milestones, holder, on),
    lateSubItems: lateOnes(datedSubItems(known.subItems), holder, on),
    verification: verificationOf(sight, holder, known),
  };
}

/** What was due before the plan was issued is not late: nobody could have known. Of a matter, before it came up. */
function dueOf(
  { on, issuedOn }: Sight,
  { startsOn }: { readonly startsOn: string | null },
  dueOn: string,
  isMatter: boolean,
): Pick<DutyFacts, 'dueOn' | 'daysLeft' | 'issuedOn' | 'begunOn'> {
  const isBefore = !isMatter && isBeforePlan(issuedOn, dueOn);
  const isBeforeDuty = isMatter && startsOn !== null && dueOn < startsOn;
  return {
    dueOn,
    daysLeft: isBefore || isBeforeDuty ? null : daysBetween(on, dueOn),
    issuedOn: isBefore ? issuedOn : null,
    begunOn: isBeforeDuty ? startsOn : null,
  };
}

/**
 * Regular duties that come less often than the period (53: once a year, by 20 November), the first day first: until
 * that day the task is not owed each month. After it the period's own day counts again.
 */
function rhythmOf({ period }: Sight, holder: Holder, { rhythm, extensions }: TaskFacts): TaskFacts['rhythm'] {
  const { kind } = period;
  if (kind === 'own') return [];
  return rhythm
    .filter(
      ({ cadence, owedBy, startsOn, endsOn }) =>
        CADENCES.indexOf(cadence) > CADENCES.indexOf(kind) &&
        (owedBy === 'all' || holder.role === 'lead') &&
        startsOn <= period.startsOn &&
        period.endsOn <= endsOn,
    )
    .map((each) => ({ ...each, dueOn: extendedTo(extensions, holder, null) ?? each.dueOn }))
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
}

const NOTHING_MORE = {
  closedOn: null,
  deadline: null,
  lateMilestones: null,
  lateSubItems: null,
  verification: null,
} as const;

/** Days the task itself is due: the one it was put off to, else those that were said. */
function datesOf({ extensions, dates }: TaskFacts, holder: Holder): readonly string[] {
  const extended = extendedTo(extensions, holder, null);
  return extended === undefined ? dates : [extended];
}

/**
 * Whether what an agency said before this period may matter for a duty of the task that says nothing now: two agencies
 * with like reports then stand differently.
 */
export function looksBack({ on, horizon }: Sight, { dates, extensions }: TaskFacts): boolean {
  const days = [...dates, ...extensions.map(({ dueOn }) => dueOn)];
  return days.some((day) => daysBetween(on, day) <= horizon);
}

function dateWithin(dates: readonly string[], { startsOn, endsOn }: PeriodView): string | undefined {
  return dates
    .filter((date) => startsOn <= date && date <= endsOn)
    .toSorted()
    .at(-1);
}

/**
 * The task's last day, while it is not done. A period that was over before that day knows nothing of it, and what was
 * reported as done in an earlier period is done.
 */
function deadlineOf(
  { period, on, issuedOn, horizon, statusBefore }: Sight,
  { taskId, agencyId }: Holder & { readonly taskId: TaskId },
  status: Status | null,
  { isMatter, rhythm }: TaskFacts,
  dates: readonly string[],
): DutyFacts['deadline'] {
  const last = dates.toSorted().at(-1);
  if (last === undefined || (!isMatter && isBeforePlan(issuedOn, last))) return null;
  // A day by which something is sent in is kept by sending it in.
  if (rhythm.some(({ dueOn, servedBy }) => dueOn === last && servedBy.has(agencyId))) return null;
  const daysLeft = daysBetween(on, last);
  if (daysLeft < 0 && last > period.endsOn) return null;
  const stands = status ?? (daysLeft > horizon ? null : statusBefore(taskId, agencyId));
  return stands === 'done' || stands === 'not-applicable' ? null : { on: last, daysLeft };
}

/** The target that is furthest behind, among those the agency has reported a value for; else the percentage. */
function reachOf(
  { period, on, year, time, index }: Sight,
  { agencyId }: Holder,
  report: Report | null,
  known: TaskFacts | undefined,
): Reach | null {
  const reached = (known?.targets ?? []).flatMap((target): Reach[] => {
    const at = { year, endsOn: period.endsOn, today: on };
    const { share, ahead } = standingOfTarget(target, index.valuesOf(target, agencyId), at);
    if (share === null) return [];
    return [{ target: target.name, share: share * 100, time, behind: ahead === null ? null : -ahead }];
  });
  const worst = reached.toSorted((a, b) => (b.behind ?? -1000) - (a.behind ?? -1000) || a.share - b.share)[0];
  if (worst) return worst;
  const percent = report?.percent ?? null;
  if (percent === null) return null;
  return { target: null, share: percent, time, behind: Math.round((time - percent) * 10) / 10 };
}

/** The last check of the agency in this period or an earlier one: it stands until somebody looks again. */
function verificationOf(
  { period }: Sight,
  { agencyId }: Holder,
  { verifications }: TaskFacts,
): DutyFacts['verification'] {
  const last = verifications
    .filter((row) => row.agencyId === agencyId && row.startsOn <= period.startsOn)
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id - b.id)
    .at(-1);
  return last ? { result: last.result, checkedOn: last.checkedOn } : null;
}
