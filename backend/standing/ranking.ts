import type { AgencyId } from '#shared/domain/ids.ts';
import {
  pointsText,
  SCORING_ITEMS,
  SCORING_LABELS,
  type ScoringItem,
  type ScoringRule,
} from '#shared/domain/scoring-rule.ts';
import type { RankedAgency } from '#shared/domain/statistics.ts';
import type { JudgedDuty, JudgedPlan } from './judged-duties.ts';

/** What an agency has earned and lost, by the lines of the rule. */
type Account = {
  duties: number;
  readonly times: Map<ScoringItem, number>;
  readonly points: Map<ScoringItem, number>;
  lateDays: number;
};

/**
 * Agencies by their score, the best first; of equal ones the order of the directory. Only what has come due or was
 * reported is judged, so that nobody loses points for what is not due yet; an agency without any of it is left out.
 */
export function rankAgencies({ agencies, duties, sentBack }: JudgedPlan, rule: ScoringRule): readonly RankedAgency[] {
  const accounts = new Map<AgencyId, Account>();
  for (const duty of duties) {
    if (duty.missing && duty.daysLate === 0) continue;
    const account = accounts.get(duty.agencyId) ?? { duties: 0, times: new Map(), points: new Map(), lateDays: 0 };
    accounts.set(duty.agencyId, account);
    judgeDuty(account, duty, rule);
  }
  const scored = agencies.flatMap(({ id, name }) => {
    const account = accounts.get(id);
    if (!account) return [];
    const times = sentBack.get(id) ?? 0;
    if (times > 0) enter(account, 'sentBack', times * rule.sentBack, times);
    const sum = [...account.points.values()].reduce((total, points) => total + points, 0);
    const change = rule.per === 'duty' ? sum / account.duties : sum;
    const score = rounded(rule.base + change);
    return [{ agency: name, score, because: because(account, rule, sum, score) }];
  });
  const ordered = scored.toSorted((one, other) => other.score - one.score);
  return ordered.map((entry) => ({ rank: ordered.findIndex(({ score }) => score === entry.score) + 1, ...entry }));
}

function judgeDuty(account: Account, duty: JudgedDuty, rule: ScoringRule): void {
  account.duties += 1;
  if (duty.missing) {
    enter(account, 'missing', rule.missing);
    return;
  }
  if (duty.daysLate > 0) {
    account.lateDays += duty.daysLate;
    enter(account, 'latePerDay', limited(duty.daysLate * rule.latePerDay, rule.lateMost));
  } else enter(account, 'inTime', rule.inTime);
  if (duty.status === 'done') enter(account, 'done', rule.done);
  if (duty.status === 'blocked') enter(account, 'blocked', rule.blocked);
  if (!duty.worded) enter(account, 'withoutText', rule.withoutText);
  if (duty.verification === 'confirmed') enter(account, 'verified', rule.verified);
  if (duty.verification === 'partly') enter(account, 'partlyVerified', rule.partlyVerified);
  if (duty.verification === 'not-confirmed') enter(account, 'notVerified', rule.notVerified);
}

/** No more than the limit, on its side of zero; a limit of 0 is none. */
function limited(points: number, most: number): number {
  if (most === 0) return points;
  return most < 0 ? Math.max(points, most) : Math.min(points, most);
}

function enter({ times, points }: Account, item: ScoringItem, change: number, count = 1): void {
  times.set(item, (times.get(item) ?? 0) + count);
  points.set(item, (points.get(item) ?? 0) + change);
}

/** `应评 12 项：按时报送 10 项（0）；逾期报送 2 项共 3 天（−15）；平均 −1.25，基础分 100，得 98.75 分` */
function because(account: Account, rule: ScoringRule, sum: number, score: number): string {
  const lines = SCORING_ITEMS.flatMap((item): string[] => {
    const times = account.times.get(item);
    if (times === undefined || (item !== 'inTime' && account.points.get(item) === 0)) return [];
    const points = `（${pointsText(account.points.get(item) ?? 0)}）`;
    if (item === 'latePerDay') return [`逾期报送 ${times} 项共 ${account.lateDays} 天${points}`];
    if (item === 'sentBack') return [`填报表被退回 ${times} 次${points}`];
    return [`${SCORING_LABELS[item]} ${times} 项${points}`];
  });
  const change = rule.per === 'duty' ? `各项平均 ${pointsText(sum / account.duties)}` : `合计 ${pointsText(sum)}`;
  return `已到期或已报送 ${account.duties} 项：${lines.join('；')}。${change}，基础分 ${rule.base}，得 ${score} 分`;
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
