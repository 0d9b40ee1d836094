import type { PlanId } from '#shared/domain/ids.ts';
import type { KindRule } from '#shared/domain/period-rule.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** How the periods of a plan are made ahead, kind by kind; a kind without a row has none made by a rule. */
export function listPeriodRules(db: ReadableDb, planId: PlanId): readonly (KindRule & { readonly id: number })[] {
  const sql = `SELECT id, kind, due_day AS dueDay, due_in AS dueIn, on_holiday AS onHoliday
               FROM period_rule WHERE plan_id = ? ORDER BY id`;
  return prepared(db, sql).all(planId) as (KindRule & { readonly id: number })[];
}
