import type { LightCondition, LightRuleSet, NumberCondition, NumberFact } from '#shared/domain/light-rule-set.ts';
import type { Status } from '#shared/domain/status.ts';
import type { VerificationResult } from '#shared/domain/year-facts.ts';

/** What lights look at in a duty, in one period, on one day. Dates are ISO. */
export type DutyFacts = {
  readonly reported: boolean;
  /** The entry was carried over from the period before, and nobody has touched it. */
  readonly carried: boolean;
  readonly status: Status | null;
  readonly percent: number | null;
  /** `null` also where only a mark of the entry is known. */
  readonly reportedOn: string | null;
  readonly dueOn: string;
  /** `null`: it is never late: due before the plan or the matter was there, or its regular duty has been served. */
  readonly daysLeft: number | null;
  /** What the regular duty of this day asks for has come in: the period need not be reported beside it. */
  readonly served: boolean;
  /** When the plan was issued, where that was after the due day. */
  readonly issuedOn: string | null;
  /** When the agency was given a matter, where that was after the due day. */
  readonly begunOn: string | null;
  /** Since when it is closed (办结); `null`: it is not. */
  readonly closedOn: string | null;
  /** Of the task itself; `null` when it has none that matters yet, or is done. */
  readonly deadline: { readonly on: string; readonly daysLeft: number } | null;
  readonly reach: Reach | null;
  readonly idlePeriods: number | null;
  readonly lateMilestones: Late | null;
  readonly lateSubItems: Late | null;
  readonly verification: { readonly result: VerificationResult; readonly checkedOn: string } | null;
};

/** How far it has come against the year. */
export type Reach = {
  /** The target that is furthest behind; `null`: the percentage that was reported. */
  readonly target: string | null;
  /** 0 to 100 and above. */
  readonly share: number;
  /** The share of the year that has gone, 0 to 100. */
  readonly time: number;
  /** Points behind that, less than 0: ahead; `null` where the two cannot be compared. */
  readonly behind: number | null;
};

/** How many are late, and the first of them. */
export type Late = { readonly count: number; readonly title: string; readonly plannedOn: string };

/** @returns the place of the first rule that fits, -1 for none */
export function firstFit(set: LightRuleSet, facts: DutyFacts): number {
  return set.rules.findIndex(({ when }) => when.every((condition) => fits(condition, facts)));
}

/** The facts that a set asks about: others need not be read. */
export function factsUsedBy(set: LightRuleSet): ReadonlySet<LightCondition['fact']> {
  return new Set(set.rules.flatMap(({ when }) => when.map(({ fact }) => fact)));
}

/** How many days ahead a set looks for deadlines: beyond that no rule about them fits. */
export function deadlineHorizon(set: LightRuleSet): number {
  const ahead = set.rules
    .flatMap(({ when }) => when)
    .map((condition) => {
      if (condition.fact !== 'deadline-days') return -Infinity;
      return condition.atMost ?? (condition.lessThan === undefined ? Infinity : condition.lessThan);
    });
  return Math.max(-Infinity, ...ahead);
}

function fits(condition: LightCondition, facts: DutyFacts): boolean {
  switch (condition.fact) {
    case 'closed':
      return condition.is === (facts.closedOn !== null);
    case 'reported':
      return condition.is === facts.reported;
    case 'status':
      return condition.in.includes(facts.status ?? 'none');
    case 'verification':
      return condition.in.includes(facts.verification?.result ?? 'none');
    default:
      return isWithin(condition, numberOf(condition.fact, facts));
  }
}

function isWithin({ atLeast, moreThan, atMost, lessThan }: NumberCondition, value: number | null): boolean {
  return (
    value !== null &&
    (atLeast === undefined || value >= atLeast) &&
    (moreThan === undefined || value > moreThan) &&
    (atMost === undefined || value <= atMost) &&
    (lessThan === undefined || value < lessThan)
  );
}

function numberOf(fact: NumberFact, facts: DutyFacts): number | null {
  switch (fact) {
    case 'days-left':
      return facts.daysLeft;
    case 'deadline-days':
      return facts.deadline?.daysLeft ?? null;
    case 'points-behind':
      return facts.reach?.behind ?? null;
    case 'share':
      return facts.reach?.share ?? null;
    case 'idle-periods':
      return facts.idlePeriods;
    case 'late-milestones':
      return facts.lateMilestones?.count ?? 0;
    case 'late-sub-items':
      return facts.lateSubItems?.count ?? 0;
  }
}
