import type { Membership } from '#db/queries/standing.queries.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { type Judgement, lightOf } from '#shared/domain/light.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { holdsIn, isOwedIn, type OwedRow } from '#shared/domain/owed.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { type DutyFacts, firstFit } from './duty-facts.ts';
import { gatherDutyFacts, looksBack, type Report, type Sight } from './gather-facts.ts';
import { sayOutside, sayWhy } from './say-why.ts';
import type { Holder, TaskFacts } from './task-facts.ts';

/** How a duty stands in a period. */
export type Standing = Judgement & {
  /**
   * Whether it counts among what is owed in the period. A group whose members owe through it does not, for they are
   * counted themselves; nor does a duty that began later or ended before, or one reported by another kind of period.
   */
  readonly counts: boolean;
  /**
   * It was due before its plan was issued (before-plan.ts) or the matter came up, or what its regular duty asks for has come in: nobody chases
   * it, and no figure counts it as late.
   */
  readonly neverLate: boolean;
};

export type Duty = Holder &
  Pick<OwedRow, 'startsOn' | 'endsOn' | 'cadence'> & {
    readonly taskId: TaskId;
  };

/** What a report is judged by: a light-only mark, or a whole entry turned into one by {@link reportOf}. */
export type PlacedReport = Report & { readonly taskId: TaskId; readonly agencyId: AgencyId };

/** How a duty stands, judged by the report given or, when that is left out, by the one found in the period. */
export type Judge = (duty: Duty, report?: Report | null) => Standing;

export type StandingInput = {
  readonly rules: LightRuleSet;
  readonly sight: Sight;
  /** Of the period. Asked for only when needed: a matrix without groups has the marks beside its cells already. */
  readonly reports: () => readonly PlacedReport[];
  readonly memberships: readonly Membership[];
  /** Of the plan: to say in which period a task of another kind is reported. */
  readonly periods: readonly PeriodView[];
  /**
   * Of a closed period: what was owed in it when it was closed. Whatever else is asked about is outside, whenever its
   * role began or ended since.
   */
  readonly owedThen?: readonly OwedRow[] | undefined;
  /** Periods in a row without a start; left out when the rules do not ask. */
  readonly idlePeriods?: (duty: Duty, report: Report | null) => number;
};

/** A progress entry as lights see it. */
export function reportOf(entry: ProgressView): Report {
  const { percent } = entry;
  // What was carried over says nothing about this period until somebody touches it.
  if (entry.origin === 'carried') return { status: null, said: false, carried: true, percent };
  const { status, narrative, problems, nextSteps, reportedOn } = entry;
  const said = status !== null || percent !== null || reportedOn !== null || narrative + problems + nextSteps !== '';
  return { status, said, percent, reportedOn };
}

/**
 * Makes a judge of the duties of one period and day. Usually made by load-judge.ts, which reads what it needs.
 *
 * A matrix has tens of thousands of cells and a few hundred different answers. Where nothing is known of a task but its
 * reports, or nothing that concerns one agency alone, each answer is made once.
 */
export function standingJudge(input: StandingInput): Judge {
  const { rules, sight, idlePeriods } = input;
  const { period, index } = sight;
  const membersOf = Map.groupBy(
    input.memberships.filter((membership) => holdsIn(membership, period)),
    ({ groupId }) => groupId,
  );
  const find = finder(input.reports);
  const plain = new Map<number, Standing>();
  const byTask = new Map<TaskFacts, { readonly back: boolean; readonly answers: Map<number, Standing> }>();
  const isApart = ({ agencyId, through }: Duty, { apart }: TaskFacts): boolean =>
    apart.has(agencyId) || (through != null && apart.has(through));
  /** What is known of the task, if anything of it may concern the duty. */
  const knownOf = (duty: Duty): TaskFacts | undefined => {
    const known = index.tasks.get(duty.taskId);
    return known && (known.shared || isApart(duty, known)) ? known : undefined;
  };
  const answersOf = (
    duty: Duty,
    known: TaskFacts | undefined,
    report: Report | null,
  ): Map<number, Standing> | undefined => {
    if (known === undefined) return plain;
    if (isApart(duty, known)) return undefined;
    const ofTask = byTask.get(known) ?? { back: looksBack(sight, known), answers: new Map<number, Standing>() };
    byTask.set(known, ofTask);
    return ofTask.back && report?.status == null ? undefined : ofTask.answers;
  };

  const judged = (duty: Duty, report: Report | null, counts: boolean): Standing => {
    const known = knownOf(duty);
    const idle = idlePeriods?.(duty, report) ?? null;
    // A matter may have come up after the day of its first period: such answers are of one duty alone.
    const isOwn = report?.reportedOn != null || (duty.startsOn !== null && duty.startsOn > period.startsOn);
    const answers = isOwn ? undefined : answersOf(duty, known, report);
    if (!answers) return standingOf(gatherDutyFacts(sight, duty, report, known, idle), rules, counts);
    const key = answerKey(report, idle, counts, known === undefined ? undefined : duty.role);
    const answer = answers.get(key);
    if (answer) return answer;
    const standing = standingOf(gatherDutyFacts(sight, duty, report, known, idle), rules, counts);
    answers.set(key, standing);
    return standing;
  };

  const then = input.owedThen && new Map(input.owedThen.map((row) => [`${row.taskId}/${row.agencyId}`, row]));

  return (asked, report = find(asked.taskId, asked.agencyId)) => {
    const duty = then ? then.get(`${asked.taskId}/${asked.agencyId}`) : asked;
    if (!duty || !isOwedIn(duty, period)) return outsideOf(asked, input);
    const members = membersOf.get(duty.agencyId);
    if (!members) return judged(duty, report, true);
    if (report?.said) return judged(duty, report, false);
    const standings = members.map(({ memberId }) => {
      const own = { ...duty, agencyId: memberId, through: duty.agencyId };
      return judged(own, find(duty.taskId, memberId), true);
    });
    return groupStanding(standings, rules, judged(duty, report, false));
  };
}

/** Reports by task and agency, sorted when the first one is asked for. */
function finder(reports: () => readonly PlacedReport[]): (taskId: TaskId, agencyId: AgencyId) => Report | null {
  let found: Map<TaskId, Map<AgencyId, Report>> | undefined;
  return (taskId, agencyId) => {
    if (!found) {
      found = new Map();
      for (const report of reports()) {
        const ofTask = found.get(report.taskId);
        if (ofTask) ofTask.set(report.agencyId, report);
        else found.set(report.taskId, new Map([[report.agencyId, report]]));
      }
    }
    return found.get(taskId)?.get(agencyId) ?? null;
  };
}

/** One number for everything by which two duties of a task can differ: a text would cost more than the judgement. */
function answerKey(report: Report | null, idle: number | null, counts: boolean, role: Role | undefined): number {
  const status = report?.status == null ? STATUSES.length : STATUSES.indexOf(report.status);
  const flags =
    (report?.said ? 1 : 0) + (report?.carried ? 2 : 0) + (counts ? 4 : 0) + (role ? ROLES.indexOf(role) + 1 : 0) * 8;
  const percent = report?.percent == null ? 10_001 : Math.round(report.percent * 100);
  return ((flags * 8 + status) * 10_002 + percent) * 64 + Math.min(idle ?? 0, 63);
}

function standingOf(facts: DutyFacts, set: LightRuleSet, counts: boolean): Standing {
  const rule = set.rules[firstFit(set, facts)];
  const { key, word, colour } = lightOf(set.lights, rule?.light ?? set.otherwise);
  const { dueOn, reported, closedOn, daysLeft } = facts;
  let because: string | undefined;
  return {
    light: key,
    word,
    colour,
    missing: !reported && closedOn === null,
    dueOn,
    counts,
    neverLate: daysLeft === null,
    // Most lights are shown without anybody asking why.
    get because() {
      because ??= sayWhy(facts, rule);
      return because;
    },
  };
}

/**
 * How a group stands that has no report of its own: as the most pressing of its members, and never missing by itself.
 *
 * @param members how each member that owes through the group stands; at least one
 * @param own how it would stand alone: its due day
 */
function groupStanding(members: readonly Standing[], { lights }: LightRuleSet, { dueOn }: Standing): Standing {
  const { key, word, colour } =
    lights.find(({ key }) => members.some(({ light }) => light === key)) ?? lightOf(lights, members[0]?.light ?? '');
  const reported = members.filter(({ missing }) => !missing).length;
  const worst = members.filter(({ light }) => light === key).length;
  const because = `由${members.length}家成员单位报送，已报${reported}家，其中${word}${worst}家`;
  return { light: key, word, colour, because, missing: false, dueOn, counts: false, neverLate: false };
}

/** What is not owed in the period, and why it is not. */
function outsideOf(duty: Duty, { rules, sight, periods }: StandingInput): Standing {
  const { key, word, colour } = lightOf(rules.lights, rules.outside);
  return {
    light: key,
    word,
    colour,
    because: sayOutside(duty, sight.period, periods),
    missing: false,
    dueOn: sight.dueDay,
    counts: false,
    neverLate: false,
  };
}
