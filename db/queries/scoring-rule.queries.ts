import type { PlanId } from '#shared/domain/ids.ts';
import { DEFAULT_SCORING, type ScoringRule, ScoringRuleSchema } from '#shared/domain/scoring-rule.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** The row in which an office keeps its own rule for a plan, or `undefined`: it has none. */
export function findScoringRow(
  db: ReadableDb,
  planId: PlanId,
): { readonly id: number; readonly rules: string } | undefined {
  return prepared(db, 'SELECT id, rules FROM scoring_rule WHERE plan_id = ?').get(planId) as
    | { id: number; rules: string }
    | undefined;
}

/** How the agencies of a plan are ranked: by the office's own rule, else by the one that comes with the program. */
export function scoringRuleOf(db: ReadableDb, planId: PlanId): ScoringRule {
  const row = findScoringRow(db, planId);
  return row ? ScoringRuleSchema.parse(JSON.parse(row.rules)) : DEFAULT_SCORING;
}
