import { z } from 'zod';
import { LightDefSchema } from './light.ts';
import { STATUSES } from './status.ts';
import { VERIFICATION_RESULTS } from './year-facts.ts';

/**
 * Which light a duty shows, as data: an ordered list of rules over facts, the first that fits wins. Sets that come with
 * the program stand in light-sets/, an office's own ones in the table `light_rule_set`; both have this shape:
 *
 *   { light: 'red', when: [{ fact: 'points-behind', moreThan: 30 }] }
 *   { light: 'due-soon', when: [{ fact: 'reported', is: false }, { fact: 'days-left', atLeast: 0, atMost: 5 }] }
 */

/** Facts that are numbers. One that is not known fits no condition. */
export const NUMBER_FACTS = [
  /** Days until the report of the period is due; less than 0: it is late. */
  'days-left',
  /** Days until the task itself is due, while it is not done; less than 0: its deadline has passed. */
  'deadline-days',
  /** By how many points the share reached is behind the share of the year that has gone (序时进度). */
  'points-behind',
  /** The share reached, in percent: of the target furthest behind, else as reported. */
  'share',
  /** Periods in a row without a start, this one included once its due day has passed. */
  'idle-periods',
  /** Milestones whose day has passed and that are not done. */
  'late-milestones',
  /** Sub-items whose day has passed and that are not done. */
  'late-sub-items',
] as const;
export type NumberFact = (typeof NUMBER_FACTS)[number];

/** Facts that are so or not. */
export const YES_FACTS = ['closed', 'reported'] as const;

const bound = z.number().min(-1000).max(1000).optional();

export const NumberConditionSchema = z
  .strictObject({
    fact: z.enum(NUMBER_FACTS),
    atLeast: bound,
    moreThan: bound,
    atMost: bound,
    lessThan: bound,
  })
  .refine(({ fact: _, ...bounds }) => Object.values(bounds).some((each) => each !== undefined), 'no bound');

export const LightConditionSchema = z.union([
  NumberConditionSchema,
  z.strictObject({ fact: z.enum(YES_FACTS), is: z.boolean() }),
  /** `none`: nobody said one. */
  z.strictObject({ fact: z.literal('status'), in: z.array(z.enum([...STATUSES, 'none'])).min(1) }),
  /** 核查, the last one; `none`: nobody looked. */
  z.strictObject({ fact: z.literal('verification'), in: z.array(z.enum([...VERIFICATION_RESULTS, 'none'])).min(1) }),
]);
export type LightCondition = z.infer<typeof LightConditionSchema>;
export type NumberCondition = z.infer<typeof NumberConditionSchema>;

export const LightRuleSchema = z.strictObject({
  light: z.string(),
  /** All of them must fit. */
  when: z.array(LightConditionSchema).min(1).max(6),
});
export type LightRule = z.infer<typeof LightRuleSchema>;

export const RULE_SET_NAME_MAX = 20;

export const LightRuleSetSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(RULE_SET_NAME_MAX),
    /** From the most pressing to the least: a group shows the first that one of its members has. */
    lights: z.array(LightDefSchema).min(1).max(20),
    /** The first that fits wins. */
    rules: z.array(LightRuleSchema).max(60),
    /** The light of what no rule fits. */
    otherwise: z.string(),
    /** The light of what is not owed in the period. */
    outside: z.string(),
  })
  .refine(
    ({ lights, rules, otherwise, outside }) => {
      const keys = new Set(lights.map(({ key }) => key));
      return (
        keys.size === lights.length &&
        [...rules.map(({ light }) => light), otherwise, outside].every((key) => keys.has(key))
      );
    },
    { error: 'a rule names a light that the set does not have, or two lights have one key' },
  );
export type LightRuleSet = z.infer<typeof LightRuleSetSchema>;
