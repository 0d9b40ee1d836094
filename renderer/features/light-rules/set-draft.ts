import type { LightDef } from '#shared/domain/light.ts';
import type { LightCondition, LightRule, LightRuleSet, NumberFact } from '#shared/domain/light-rule-set.ts';

/** Edits of a set of light rules before it is kept: pure, each gives a new set. */

/** A copy of a set under a name that no other one has: 红黄绿（本单位）, 红黄绿（本单位2）. */
export function copyOf(set: LightRuleSet, names: readonly string[]): LightRuleSet {
  const base = set.name.replace(/（本单位\d*）$/u, '');
  for (let count = 1; ; count++) {
    const name = `${base}（本单位${count === 1 ? '' : count}）`;
    if (!names.includes(name)) return { ...set, name };
  }
}

export function withLight(set: LightRuleSet, key: string, patch: Partial<Omit<LightDef, 'key'>>): LightRuleSet {
  return { ...set, lights: set.lights.map((light) => (light.key === key ? { ...light, ...patch } : light)) };
}

/** A new light behind the others, with a key of its own. */
export function addLight(set: LightRuleSet): LightRuleSet {
  const keys = new Set(set.lights.map(({ key }) => key));
  let number = set.lights.length + 1;
  while (keys.has(`light-${number}`)) number++;
  const light: LightDef = {
    key: `light-${number}`,
    word: '新灯',
    short: '新灯',
    letter: '新',
    colour: 'grey',
    sign: 'disc',
  };
  return { ...set, lights: [...set.lights, light] };
}

/** Whether a rule, or what no rule fits, shows a light: then it cannot go. */
export function isUsed({ rules, otherwise, outside }: LightRuleSet, key: string): boolean {
  return otherwise === key || outside === key || rules.some(({ light }) => light === key);
}

export function removeLight(set: LightRuleSet, key: string): LightRuleSet {
  return { ...set, lights: set.lights.filter((light) => light.key !== key) };
}

/** The list with an item one place up or down; at its end it stays. */
export function shifted<Item>(items: readonly Item[], from: number, step: -1 | 1): Item[] {
  const to = from + step;
  if (to < 0 || to >= items.length) return [...items];
  const moved = items.toSpliced(from, 1);
  return moved.toSpliced(to, 0, ...items.slice(from, from + 1));
}

export function withRule(set: LightRuleSet, place: number, rule: LightRule | null): LightRuleSet {
  return { ...set, rules: rule ? set.rules.with(place, rule) : set.rules.toSpliced(place, 1) };
}

/** A rule before the last ones, that shows the first light when something is overdue: to be changed by hand. */
export function addRule(set: LightRuleSet): LightRuleSet {
  const rule: LightRule = { light: set.lights[0]?.key ?? set.otherwise, when: [firstCondition('days-left')] };
  return { ...set, rules: [...set.rules, rule] };
}

export type Fact = LightCondition['fact'];

/** What a condition about a fact begins with. */
export function firstCondition(fact: Fact): LightCondition {
  switch (fact) {
    case 'closed':
    case 'reported':
      return { fact, is: true };
    case 'status':
      return { fact, in: ['not-started'] };
    case 'verification':
      return { fact, in: ['not-confirmed'] };
    case 'days-left':
    case 'deadline-days':
      return { fact, lessThan: 0 };
    default:
      return { fact, ...FIRST_BOUNDS[fact] };
  }
}

const FIRST_BOUNDS: Readonly<Record<Exclude<NumberFact, 'days-left' | 'deadline-days'>, object>> = {
  'points-behind': { atLeast: 10 },
  share: { lessThan: 30 },
  'idle-periods': { atLeast: 3 },
  'late-milestones': { atLeast: 1 },
  'late-sub-items': { atLeast: 1 },
};
