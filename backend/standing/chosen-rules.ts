import type { ReadableDb } from '#db/handle.ts';
import { findOwnRuleSet, rulesNameOf } from '#db/queries/light.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { LightRuleSet } from '#shared/domain/light-rule-set.ts';
import { BUILT_IN_SETS } from '#shared/domain/light-sets/built-in.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { AppError } from '#shared/errors.ts';

/** The set of light rules that a plan uses: the default one where it chose none, or one that is not there any more. */
export function chosenRules(db: ReadableDb, planId: PlanId): LightRuleSet {
  return findRules(db, rulesNameOf(db, planId)) ?? WORDS_SET;
}

/**
 * A set by its name.
 *
 * @throws AppError LIGHT_RULES_UNKNOWN
 */
export function getRules(db: ReadableDb, name: string): LightRuleSet {
  const set = findRules(db, name);
  if (!set) throw new AppError('LIGHT_RULES_UNKNOWN', { name });
  return set;
}

function findRules(db: ReadableDb, name: string): LightRuleSet | undefined {
  if (name === '') return WORDS_SET;
  return BUILT_IN_SETS.find((set) => set.name === name) ?? findOwnRuleSet(db, name)?.set;
}
