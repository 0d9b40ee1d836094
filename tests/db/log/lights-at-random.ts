// Commands about light rules, made up for the run of random commands.
import { chooseRuleSet, removeRuleSet, saveRuleSet } from '#db/commands/light.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listOwnRuleSets } from '#db/queries/light.queries.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { MADE, nth } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, planOf } from './at-random.ts';

const NAMES = ['本县', '本市', '督查室', '红黄绿'];
const aSet = (pick: Pick) => ({ ...nth([WORDS_SET, FIVE_COLOURS_SET], pick(2)), name: nth(NAMES, pick(4)) });

/** An own set; where there is none, one is kept first. */
function anOwnName(db: WritableDb, pick: Pick): string {
  if (listOwnRuleSets(db).length === 0) saveRuleSet(db, { ...aSet(pick), name: nth(NAMES, pick(3)) }, undefined, MADE);
  const own = listOwnRuleSets(db);
  return nth(own, pick(own.length)).set.name;
}

export const LIGHT_COMMANDS: Readonly<Record<string, Command>> = {
  saveRuleSet: ({ db }, pick) => saveRuleSet(db, aSet(pick), pick(2) === 0 ? undefined : anOwnName(db, pick), MADE),
  removeRuleSet: ({ db }, pick) => removeRuleSet(db, anOwnName(db, pick), MADE),
  chooseRuleSet: (world, pick) =>
    chooseRuleSet(world.db, planOf(world), nth(['', '五色', anOwnName(world.db, pick)], pick(3)), MADE),
};
