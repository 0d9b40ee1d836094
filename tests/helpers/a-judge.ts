import { deadlineHorizon } from '#backend/standing/duty-facts.ts';
import type { Report } from '#backend/standing/gather-facts.ts';
import { type Duty, type Standing, standingJudge } from '#backend/standing/standing.ts';
import { type FactParts, indexFacts } from '#backend/standing/task-facts.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodsOf } from '#shared/domain/period.ts';
import type { Status } from '#shared/domain/status.ts';
import { timeShare } from '#shared/domain/target-standing.ts';
import { WEEKENDS_ONLY, type WorkCalendar } from '#shared/domain/work-calendar.ts';

/** The months of 2021, each due on its 15th: ids 1 to 12. */
export const MONTHS: readonly PeriodView[] = periodsOf(2021, 'month', 15).map((month, index) => ({
  ...month,
  id: PeriodIdSchema.parse(index + 1),
  planId: PlanIdSchema.parse(1),
  onHoliday: 'stays',
  closedOn: null,
}));

export const A_TASK = TaskIdSchema.parse(1);
export const AN_AGENCY = AgencyIdSchema.parse(1);

export type JudgedCase = {
  readonly rules?: LightRuleSet;
  readonly today: string;
  /** 1 to 12, or a period as a whole. */
  readonly month?: number;
  readonly period?: PeriodView;
  readonly report?: Report | null;
  readonly facts?: FactParts;
  readonly duty?: Partial<Duty>;
  readonly statusBefore?: Status | null;
  readonly idlePeriods?: number;
  readonly issuedOn?: string;
  readonly calendar?: WorkCalendar;
};

/** How the duty of an agency in task 1 stands, in a world that has nothing but what is said. */
export function judgeCase(asked: JudgedCase): Standing {
  const { rules = WORDS_SET, today, month = 10, report = null, facts = {}, calendar = WEEKENDS_ONLY } = asked;
  const period = asked.period ?? MONTHS[month - 1];
  if (!period) throw new Error('no such month');
  const judge = standingJudge({
    rules,
    sight: {
      period,
      dueDay: dueDayOf(period, calendar),
      on: today,
      issuedOn: asked.issuedOn ?? '',
      year: 2021,
      time: timeShare(2021, period.endsOn, today) * 100,
      index: indexFacts(facts, MONTHS, { year: 2021, calendar }),
      horizon: deadlineHorizon(rules),
      statusBefore: () => asked.statusBefore ?? null,
    },
    reports: () => [],
    memberships: [],
    periods: MONTHS,
    ...(asked.idlePeriods === undefined ? {} : { idlePeriods: () => asked.idlePeriods ?? 0 }),
  });
  const duty: Duty = {
    taskId: A_TASK,
    agencyId: AN_AGENCY,
    role: 'lead',
    through: null,
    startsOn: null,
    endsOn: null,
    cadence: 'month',
    ...asked.duty,
  };
  return judge(duty, report);
}
