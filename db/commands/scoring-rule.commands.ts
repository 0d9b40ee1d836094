import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { ScoringRule } from '#shared/domain/scoring-rule.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getPlan } from '../queries/plan.queries.ts';
import { findScoringRow } from '../queries/scoring-rule.queries.ts';

/**
 * Sets how the agencies of a plan are ranked, as one step.
 *
 * @param rule `null`: the rule that comes with the program
 * @throws AppError PLAN_GONE | NOTHING_TO_CHANGE
 */
export function setScoringRule(db: WritableDb, planId: PlanId, rule: ScoringRule | null, made: Made): CommittedStep {
  const { title } = getPlan(db, planId);
  const row = findScoringRow(db, planId);
  if (rule === null) {
    if (!row) throw new AppError('NOTHING_TO_CHANGE');
    const meta = { code: 'statistics.setScoring', label: `评分规则恢复默认：《${title}》`, ...made };
    return commitStep(db, meta, [{ table: 'scoring_rule', id: row.id, values: null }]);
  }
  const rules = JSON.stringify(rule);
  const meta = { code: 'statistics.setScoring', label: `修改评分规则：《${title}》`, ...made };
  return commitStep(db, meta, [
    row
      ? { table: 'scoring_rule', id: row.id, values: { rules } }
      : { table: 'scoring_rule', id: null, values: { plan_id: planId, rules } },
  ]);
}
