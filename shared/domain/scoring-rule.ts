import { z } from 'zod';

const Points = z.number().min(-1000).max(1000);

/**
 * How agencies are ranked, as an office writes it down. Points are given for each duty that has come due or was
 * reported; `per` says whether their average or their sum is added to the base.
 */
export const ScoringRuleSchema = z.strictObject({
  /** What everybody begins with. */
  base: z.number().min(0).max(1000),
  /** `duty`: the average over an agency's duties, so that many duties are no disadvantage; `total`: their sum. */
  per: z.enum(['duty', 'total']),
  /** Reported by the due date; a report without a date counts as in time. */
  inTime: Points,
  /** For each day after the due date, and the most that is taken off for one report. */
  latePerDay: Points,
  lateMost: Points,
  /** Nothing reported when the due date had passed. */
  missing: Points,
  done: Points,
  blocked: Points,
  /** What a check on the spot found of what was reported. */
  verified: Points,
  partlyVerified: Points,
  notVerified: Points,
  /** A report without a word of what was done. */
  withoutText: Points,
  /** For each return that was sent back. */
  sentBack: Points,
});

export type ScoringRule = z.infer<typeof ScoringRuleSchema>;

/** What stands until an office writes its own. */
export const DEFAULT_SCORING: ScoringRule = {
  base: 100,
  per: 'duty',
  inTime: 0,
  latePerDay: -5,
  lateMost: -50,
  missing: -100,
  done: 10,
  blocked: 0,
  verified: 10,
  partlyVerified: 0,
  notVerified: -50,
  withoutText: -10,
  sentBack: -10,
};

export type ScoringItem = Exclude<keyof ScoringRule, 'base' | 'per'>;

/** Words of each line of the rule, in the order in which they are read. */
export const SCORING_LABELS: Readonly<Record<ScoringItem, string>> = {
  inTime: '按时报送',
  latePerDay: '逾期报送，每天',
  lateMost: '逾期报送，每项至多',
  missing: '到期未报',
  done: '已完成',
  blocked: '受阻',
  verified: '核查完成',
  partlyVerified: '核查部分完成',
  notVerified: '核查未完成',
  withoutText: '只报状态、无进展文字',
  sentBack: '填报表被退回，每次',
};

// The keys of a record that is written out above.
export const SCORING_ITEMS = Object.keys(SCORING_LABELS) as readonly ScoringItem[];

/** `+10`, `−5`, `0`: a figure as it stands in a sentence. */
export function pointsText(points: number): string {
  const rounded = Math.round(points * 100) / 100;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${-rounded}`;
}

/** The whole rule in words, for the foot of a ranking. */
export function scoringText(rule: ScoringRule): string {
  const items = SCORING_ITEMS.filter((item) => rule[item] !== 0).map(
    (item) => `${SCORING_LABELS[item]} ${pointsText(rule[item])}`,
  );
  const how = rule.per === 'duty' ? '各项责任得分取平均后计入' : '各项责任得分相加计入';
  return `基础分 ${rule.base}，${how}：${items.join('；')}。只计已到期或已报送的责任，未注明填报日期的按按时计。`;
}
