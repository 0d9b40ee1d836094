// Commands about light rules, made up for the run of random commands.
import { chooseRuleSet, removeRuleSet, saveRuleSet } from '#db/commands/light.commands.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import type { Command, Pick } from './at-random.ts';

const aName = (pick: Pick) => nth(['本县', '本市', '督查室', '红黄绿'], pick(4));

export const LIGHT_COMMANDS: Readonly<Record<string, Command>> = {
  saveRuleSet: ({ db }, pick) => {
    const set = { ...nth([WORDS_SET, FIVE_COLOURS_SET], pick(2)), name: aName(pick) };
    return saveRuleSet(db, set, pick(2) === 0 ? undefined : aName(pick), MADE);
  },
  removeRuleSet: ({ db }, pick) => removeRuleSet(db, aName(pick), MADE),
  chooseRuleSet: ({ db }, pick) => chooseRuleSet(db, PLAN, nth(['', '五色', aName(pick)], pick(3)), MADE),
};
