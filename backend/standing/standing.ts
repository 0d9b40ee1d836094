import type { Membership } from '#db/queries/standing.queries.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import {
  dueDateOf,
  type Judgement,
  judge,
  judgeGroup,
  LIGHT_RULES,
  type LightRules,
  type Report,
} from '#shared/domain/light-rules.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { isOwedIn } from '#shared/domain/owed.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
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
};

/** What a report is judged by: a light-only mark, or a whole entry turned into one by {@link reportOf}. */
export type PlacedReport = Report & { readonly taskId: TaskId; readonly agencyId: AgencyId };

export type StandingInput = {
  /** Of the period. Asked for only when needed: a matrix without groups has the marks beside its cells already. */
  readonly reports: () => readonly PlacedReport[];
  readonly memberships: readonly Membership[];
  readonly period: Pick<PeriodView, 'startsOn' | 'endsOn' | 'dueOn'>;
  /** The clerk's date (ISO), asked anew for every answer: nothing here lives longer than one. */
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly rules?: LightRules;
};

/** A progress entry as lights see it. */
export function reportOf(entry: ProgressView): Report {
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
  const dueOn = dueDateOf(period.dueOn, rules, input.calendar);
  const membersOf = Map.groupBy(
    input.memberships.filter((membership) => isOwedIn(membership, period)),
    ({ groupId }) => groupId,
  );
  let found: ReadonlyMap<number, Report> | undefined;
  const find = (taskId: TaskId, agencyId: AgencyId): Report | null => {
    found ??= new Map(input.reports().map((report) => [placeOf(report.taskId, report.agencyId), report]));
    return found.get(placeOf(taskId, agencyId)) ?? null;
  };

  // A matrix has tens of thousands of cells and these few answers: each is made once.
  const known = new Map<string, Standing>();
  const judged = (report: Report | null, counts: boolean): Standing => {
    const key = `${report?.status ?? report?.said ?? false}/${counts}`;
    const standing = known.get(key) ?? { ...judge(report, dueOn, today, rules), dueOn, counts };
    known.set(key, standing);
    return standing;
  };
  const outside: Standing = { light: 'exempt', reason: '本期不在责任期限内', missing: false, dueOn, counts: false };

  return (duty, report = find(duty.taskId, duty.agencyId)) => {
    if (!isOwedIn(duty, period)) return outside;
    const members = membersOf.get(duty.agencyId);
    if (!members) return judged(report, true);
    if (report?.said === true) return judged(report, false);
    const standings = members.map(({ memberId }) => judged(find(duty.taskId, memberId), true));
    return { ...judgeGroup(standings), dueOn, counts: false };
  };
}

/** One number for a cell; ids are far below a million millions. */
function placeOf(taskId: TaskId, agencyId: AgencyId): number {
  return taskId * 2 ** 24 + agencyId;
}
