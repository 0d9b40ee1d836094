import type { Membership } from '#db/queries/standing.queries.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import {
  type Judgement,
  judge,
  judgeGroup,
  LIGHT_RULES,
  type LightRules,
  type Report,
} from '#shared/domain/light-rules.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { holdsIn, isOwedIn, type OwedRow } from '#shared/domain/owed.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Status } from '#shared/domain/status.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';

/** How a duty stands in a period. */
export type Standing = Judgement & {
  /** The day by which it is owed (ISO), moved over holidays where the rules say so. */
  readonly dueOn: string;
  /**
   * Whether it counts among what is owed in the period. A group whose members owe through it does not, for they are
   * counted themselves; nor does a duty that began later or ended before.
   */
  readonly counts: boolean;
};

export type Duty = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** See OwedRow. */
  readonly cadence: OwedRow['cadence'];
};

/** What a report is judged by: a light-only mark, or a whole entry turned into one by {@link reportOf}. */
export type PlacedReport = Report & { readonly taskId: TaskId; readonly agencyId: AgencyId };

export type StandingInput = {
  /** Of the period. Asked for only when needed: a matrix without groups has the marks beside its cells already. */
  readonly reports: () => readonly PlacedReport[];
  readonly memberships: readonly Membership[];
  readonly period: Pick<PeriodView, 'kind' | 'startsOn' | 'endsOn' | 'dueOn' | 'onHoliday'>;
  /** The clerk's date (ISO), asked anew for every answer: nothing here lives longer than one. */
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly rules?: LightRules;
};

/** A progress entry as lights see it. */
export function reportOf(entry: ProgressView): Report {
  // What was carried over says nothing about this period until somebody touches it.
  if (entry.origin === 'carried') return { status: null, said: false };
  const { status, percent, narrative, problems, nextSteps, reportedOn } = entry;
  const said = status !== null || percent !== null || reportedOn !== null || narrative + problems + nextSteps !== '';
  return { status, said };
}

/**
 * Makes a judge of the duties of one period and day.
 *
 * @returns how a duty stands, judged by the report given or, when that is left out, by the one found among `reports`
 */
export function standingJudge(input: StandingInput): (duty: Duty, report?: Report | null) => Standing {
  const { period, today, rules = LIGHT_RULES } = input;
  const dueOn = dueDayOf(period, input.calendar);
  const membersOf = Map.groupBy(
    input.memberships.filter((membership) => holdsIn(membership, period)),
    ({ groupId }) => groupId,
  );
  let found: ReadonlyMap<TaskId, readonly PlacedReport[]> | undefined;
  const find = (taskId: TaskId, agencyId: AgencyId): Report | null => {
    found ??= Map.groupBy(input.reports(), (report) => report.taskId);
    return found.get(taskId)?.find((report) => report.agencyId === agencyId) ?? null;
  };

  // A matrix has tens of thousands of cells and these few answers: each is made once.
  const known = { counted: new Map<Status | boolean, Standing>(), apart: new Map<Status | boolean, Standing>() };
  const judged = (report: Report | null, counts: boolean): Standing => {
    const answers = counts ? known.counted : known.apart;
    const key = report?.status ?? Boolean(report?.said);
    const answer = answers.get(key);
    if (answer) return answer;
    const standing = { ...judge(report, dueOn, today, rules), dueOn, counts };
    answers.set(key, standing);
    return standing;
  };
  const outside: Standing = { light: 'exempt', reason: '本期不在责任期限内', missing: false, dueOn, counts: false };

  return (duty, report = find(duty.taskId, duty.agencyId)) => {
    if (!isOwedIn(duty, period)) return outside;
    const members = membersOf.get(duty.agencyId);
    if (!members) return judged(report, true);
    if (report?.said) return judged(report, false);
    const standings = members.map(({ memberId }) => judged(find(duty.taskId, memberId), true));
    return { ...judgeGroup(standings), dueOn, counts: false };
  };
}
