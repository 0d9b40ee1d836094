import type { LightCondition, LightRule, LightRuleSet, NumberCondition, NumberFact } from './light-rule-set.ts';
import { statusText } from './status.ts';
import { VERIFICATION_LABELS } from './verification.ts';

/** Light rules as a clerk reads them, line by line: 逾期未报：本期未报送，且已过报送时限. */

/** What a number is called, and what it is counted in. */
export const NUMBER_FACT_WORDS: Readonly<Record<NumberFact, { readonly label: string; readonly unit: string }>> = {
  'days-left': { label: '距报送时限', unit: '天' },
  'deadline-days': { label: '任务未完成，距任务时限', unit: '天' },
  'points-behind': { label: '落后序时进度', unit: '个百分点' },
  share: { label: '完成比例', unit: '%' },
  'idle-periods': { label: '连续未启动', unit: '期' },
  'late-milestones': { label: '过期未完成的节点', unit: '个' },
  'late-sub-items': { label: '过期未完成的子项', unit: '个' },
};

export const BOUNDS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
export type Bound = (typeof BOUNDS)[number];

export const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  atLeast: '达到',
  moreThan: '超过',
  atMost: '不超过',
  lessThan: '不到',
};

/** The condition in words. */
export function conditionText(condition: LightCondition): string {
  switch (condition.fact) {
    case 'closed':
      return condition.is ? '已办结' : '没有办结';
    case 'reported':
      return condition.is ? '本期已报送' : '本期未报送';
    case 'status':
      return `状态为${listed(condition.in.map((status) => (status === 'none' ? '未注明' : statusText(status))))}`;
    case 'verification':
      return `核查结果为${listed(condition.in.map((result) => (result === 'none' ? '未核查' : VERIFICATION_LABELS[result])))}`;
    default:
      return numberText(condition);
  }
}

/** All conditions of a rule in words. */
function lightRuleText({ when }: LightRule): string {
  return when.map(conditionText).join('，且');
}

/** The rules of a set line by line: the light, and when it is shown. */
export function ruleLines({ rules, otherwise, outside }: LightRuleSet): readonly { light: string; text: string }[] {
  return [
    ...rules.map((rule) => ({ light: rule.light, text: lightRuleText(rule) })),
    { light: otherwise, text: '以上都不符合' },
    { light: outside, text: '本期不应报送（不在责任期限内，或任务按别的周期报送）' },
  ];
}

function numberText(condition: NumberCondition): string {
  const { fact, lessThan, atMost } = condition;
  if (lessThan === 0 && fact === 'days-left') return '已过报送时限';
  if (lessThan === 0 && fact === 'deadline-days') return '已过任务时限，尚未完成';
  if (fact === 'points-behind' && lessThan !== undefined && lessThan < 0) return `超前序时进度超过${-lessThan}个百分点`;
  if (fact === 'points-behind' && atMost === 0) return '不落后于序时进度';
  const { label, unit } = NUMBER_FACT_WORDS[fact];
  const bounds = BOUNDS.flatMap((bound) => {
    const value = condition[bound];
    return value === undefined ? [] : [`${BOUND_WORDS[bound]}${value}${unit}`];
  });
  return `${label}${bounds.join('、')}`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('或');
}
