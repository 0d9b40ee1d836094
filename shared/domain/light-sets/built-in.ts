import type { LightRuleSet } from '../light-rule-set.ts';
import { BLUE_YELLOW_RED_SET } from './blue-yellow-red.ts';
import { FIVE_COLOURS_SET } from './five-colours.ts';
import { FIVE_WORDS_SET } from './five-words.ts';
import { RED_YELLOW_GREEN_SET } from './red-yellow-green.ts';
import { WORDS_SET } from './words.ts';

/** Sets that come with the program, the default one first. A new one is a file beside them and a line here. */
export const BUILT_IN_SETS: readonly LightRuleSet[] = [
  WORDS_SET,
  RED_YELLOW_GREEN_SET,
  BLUE_YELLOW_RED_SET,
  FIVE_COLOURS_SET,
  FIVE_WORDS_SET,
];
