import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { BUILT_IN_SETS } from '#shared/domain/light-sets/built-in.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findOwnRuleSet, listRulesInUse } from '../queries/light.queries.ts';
import { getPlan } from '../queries/plan.queries.ts';

/**
 * Keeps a set of light rules of the office's own, as one step. Plans that use a set which gets another name go on
 * using it.
 *
 * @param was the name of the set that is changed; left out, a new one is added
 * @throws AppError LIGHT_RULES_NAME_TAKEN | LIGHT_RULES_UNKNOWN | NOTHING_TO_CHANGE
 */
export function saveRuleSet(db: WritableDb, set: LightRuleSet, was: string | undefined, made: Made): CommittedStep {
  const { name, ...rules } = set;
  const present = was === undefined ? undefined : findOwnRuleSet(db, was);
  if (was !== undefined && !present) throw new AppError('LIGHT_RULES_UNKNOWN', { name: was });
  if (name !== was && isTaken(db, name)) throw new AppError('LIGHT_RULES_NAME_TAKEN', { name });
  const users = name === was ? [] : listRulesInUse(db).filter((plan) => was !== undefined && plan.name === was);
  const writes: RowWrite[] = [
    { table: 'light_rule_set', id: present?.id ?? null, values: { name, rules: JSON.stringify(rules) } },
    ...users.map(({ planId }) => ({ table: 'plan', id: planId, values: { light_rules: name } }) as const),
  ];
  const label = `${present ? '修改' : '新建'}亮灯规则“${name}”`;
  return commitStep(db, { code: 'light.saveSet', label, ...made }, writes);
}

/**
 * Removes a set of the office's own, as one step.
 *
 * @throws AppError LIGHT_RULES_UNKNOWN | LIGHT_RULES_IN_USE while a plan uses it
 */
export function removeRuleSet(db: WritableDb, name: string, made: Made): CommittedStep {
  const present = findOwnRuleSet(db, name);
  if (!present) throw new AppError('LIGHT_RULES_UNKNOWN', { name });
  const user = listRulesInUse(db).find((plan) => plan.name === name);
  if (user) throw new AppError('LIGHT_RULES_IN_USE', { name, plan: user.title });
  const write = { table: 'light_rule_set', id: present.id, values: null } as const;
  return commitStep(db, { code: 'light.removeSet', label: `删除亮灯规则“${name}”`, ...made }, [write]);
}

/**
 * Has a plan use a set of light rules, as one step.
 *
 * @param name of a set that comes with the program or of an own one; '' is the default one
 * @throws AppError PLAN_GONE | LIGHT_RULES_UNKNOWN | NOTHING_TO_CHANGE when it uses it already
 */
export function chooseRuleSet(db: WritableDb, planId: PlanId, name: string, made: Made): CommittedStep {
  getPlan(db, planId);
  const chosen = name === '' ? WORDS_SET.name : name;
  if (!isTaken(db, chosen)) throw new AppError('LIGHT_RULES_UNKNOWN', { name });
  const values = { light_rules: chosen === WORDS_SET.name ? '' : chosen };
  const write = { table: 'plan', id: planId, values } as const;
  return commitStep(db, { code: 'light.choose', label: `亮灯改用“${chosen}”规则`, ...made }, [write]);
}

function isTaken(db: WritableDb, name: string): boolean {
  return BUILT_IN_SETS.some((set) => set.name === name) || findOwnRuleSet(db, name) !== undefined;
}
