import { chosenRules } from '#backend/standing/chosen-rules.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listOwnRuleSets, listRulesInUse } from '#db/queries/light.queries.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { BUILT_IN_SETS } from '#shared/domain/light-sets/built-in.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { LightSets } from '#shared/domain/light-views.ts';

/** Sets that come with the program, then the office's own by name, and which one a plan uses. */
export function listSets(db: ReadableDb, planId: PlanId): LightSets {
  const inUse = listRulesInUse(db).map(({ title, name }) => ({ title, name: name === '' ? WORDS_SET.name : name }));
  const usersOf = (name: string) => inUse.filter((plan) => plan.name === name).map(({ title }) => title);
  return {
    chosen: chosenRules(db, planId).name,
    sets: [
      ...BUILT_IN_SETS.map((set) => ({ set, builtIn: true, usedBy: usersOf(set.name) })),
      ...listOwnRuleSets(db).map(({ set }) => ({ set, builtIn: false, usedBy: usersOf(set.name) })),
    ],
  };
}
