import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { type Cadence, periodTitle } from '#shared/domain/period.ts';
import {
  dueOnOf,
  type KindRule,
  PERIOD_KIND_LABELS,
  type PeriodRule,
  PLAIN_RULE,
  periodRuleText,
  ruledPeriods,
} from '#shared/domain/period-rule.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { listPeriods } from '../queries/period.queries.ts';
import { listPeriodRules } from '../queries/period-rule.queries.ts';
import { getPlan } from '../queries/plan.queries.ts';
import { periodInsert, standingRule } from './period-rows.ts';

export type PeriodsToMake = {
  readonly planId: PlanId;
  readonly years: readonly number[];
  /** The kinds to make; one without a rule of its own is made by the one that stands, else due on its last day. */
  readonly kinds: readonly Cadence[];
  /** Rules that stand from now on; open periods there already are dated anew by them. */
  readonly rules: readonly KindRule[];
};

/**
 * Makes periods ahead and sets the rules of their due days, all as one step. Periods that are there stay; those of a
 * kind whose rule changed get its day, unless they are closed or somebody gave them another day than the rule.
 *
 * @throws AppError PLAN_GONE | NOTHING_TO_CHANGE when all are there and no rule changes
 */
export function makePeriods(db: WritableDb, want: PeriodsToMake, made: Made): CommittedStep {
  const { planId, years, kinds, rules } = want;
  getPlan(db, planId);
  const present = listPeriods(db, planId);
  const stored = new Map(listPeriodRules(db, planId).map((rule) => [rule.kind, rule]));
  const there = new Set(present.map(({ kind, startsOn }) => `${kind}/${startsOn}`));
  const ruled = new Map<Cadence, PeriodRule>(rules.map((rule) => [rule.kind, rule]));
  const added = kinds.flatMap((kind) => {
    const rule = ruled.get(kind) ?? standingRule(db, planId, kind);
    return [...new Set(years)]
      .flatMap((year) => ruledPeriods(year, kind, rule))
      .filter(({ startsOn }) => !there.has(`${kind}/${startsOn}`))
      .map((draft) => periodInsert(planId, draft, rule));
  });
  const redated = rules.flatMap((rule) => {
    const ofKind = present.filter(({ kind }) => kind === rule.kind);
    return redateWrites(ofKind, standingRule(db, planId, rule.kind), rule);
  });
  const writes = [
    ...rules.map((rule) => ruleWrite(planId, rule, stored.get(rule.kind)?.id ?? null)),
    ...redated,
    ...added,
  ];
  return commitStep(db, { code: 'period.make', label: labelOf(want, added.length, redated.length), ...made }, writes);
}

function redateWrites(periods: readonly PeriodView[], old: PeriodRule, rule: PeriodRule): readonly RowWrite[] {
  return periods
    .filter((period) => period.closedOn === null)
    .filter((period) => period.dueOn === dueOnOf(period, old) && period.onHoliday === old.onHoliday)
    .map((period) => ({ id: period.id, due_on: dueOnOf(period, rule), was: period }))
    .filter(({ due_on, was }) => due_on !== was.dueOn || rule.onHoliday !== was.onHoliday)
    .map(({ id, due_on }) => ({ table: 'period', id, values: { due_on, on_holiday: rule.onHoliday } }));
}

function ruleWrite(planId: PlanId, { kind, dueDay, dueIn, onHoliday }: KindRule, id: number | null): RowWrite {
  const values = { plan_id: planId, kind, due_day: dueDay, due_in: dueIn, on_holiday: onHoliday };
  return { table: 'period_rule', id, values };
}

function labelOf({ years, kinds, rules }: PeriodsToMake, added: number, redated: number): string {
  const said = rules.map((rule) => `${PERIOD_KIND_LABELS[rule.kind]}报 ${periodRuleText(rule.kind, rule)}`);
  const parts = [
    ...(added === 0
      ? []
      : [
          `生成 ${years.join('、')} 年报送期 ${added} 期（${kinds.map((kind) => PERIOD_KIND_LABELS[kind]).join('、')}）`,
        ]),
    ...(said.length === 0 ? [] : [`设定报送时限：${said.join('；')}${redated === 0 ? '' : `，调整 ${redated} 期`}`]),
  ];
  return parts.length === 0 ? '生成报送期' : parts.join('；');
}

export type OwnPeriod = {
  readonly planId: PlanId;
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly onHoliday: PeriodView['onHoliday'];
};

/**
 * Adds a period of a person's own choosing, for which every task is reported.
 *
 * @throws AppError PLAN_GONE | PERIOD_DATES when it ends before it begins | PERIOD_TAKEN when one has that name or begins that day
 */
export function addOwnPeriod(db: WritableDb, own: OwnPeriod, made: Made): CommittedStep {
  const { planId, startsOn, endsOn, dueOn, onHoliday } = own;
  const label = own.label.replace(/\s+/gu, ' ').trim();
  getPlan(db, planId);
  if (endsOn < startsOn || dueOn < startsOn) throw new AppError('PERIOD_DATES');
  const taken = listPeriods(db, planId).find(
    (period) => period.label === label || (period.kind === 'own' && period.startsOn === startsOn),
  );
  if (taken) throw new AppError('PERIOD_TAKEN', { period: periodTitle(taken.label) });
  const write = periodInsert(planId, { kind: 'own', label, startsOn, endsOn, dueOn }, { ...PLAIN_RULE, onHoliday });
  return commitStep(db, { code: 'period.addOwn', label: `增加自定报送期“${label}”`, ...made }, [write]);
}
