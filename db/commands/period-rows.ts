import type { RowWrite } from '#db/log/row-writer.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { Cadence, PeriodDraft } from '#shared/domain/period.ts';
import { impliedRule, type PeriodRule, PLAIN_RULE } from '#shared/domain/period-rule.ts';
import type { ReadableDb } from '../handle.ts';
import { listPeriods } from '../queries/period.queries.ts';
import { listPeriodRules } from '../queries/period-rule.queries.ts';

/** The rule of a kind: as it was set, else the one its periods follow, else due on the last day. */
export function standingRule(db: ReadableDb, planId: PlanId, kind: Cadence): PeriodRule {
  const rule = listPeriodRules(db, planId).find((each) => each.kind === kind);
  if (rule) return rule;
  const ofKind = listPeriods(db, planId).filter((period) => period.kind === kind);
  return ofKind.length === 0 ? PLAIN_RULE : impliedRule(ofKind);
}

/** The row of a new period. */
export function periodInsert(planId: PlanId, draft: PeriodDraft, { onHoliday }: PeriodRule): RowWrite {
  const { kind, label, startsOn, endsOn, dueOn } = draft;
  const dates = { starts_on: startsOn, ends_on: endsOn, due_on: dueOn, on_holiday: onHoliday, closed_on: null };
  return { table: 'period', id: null, values: { plan_id: planId, kind, label, ...dates } };
}
