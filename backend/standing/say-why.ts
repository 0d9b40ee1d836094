import { beforePlanWords } from '#shared/domain/before-plan.ts';
import type { LightCondition, LightRule } from '#shared/domain/light-rule-set.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { isOfCadence, type OwedRow } from '#shared/domain/owed.ts';
import { type Cadence, periodTitle } from '#shared/domain/period.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { VERIFICATION_LABELS } from '#shared/domain/verification.ts';
import { chineseDay } from '#shared/text/chinese-day.ts';
import type { DutyFacts, Late, Reach } from './duty-facts.ts';

/**
 * Why a duty has its light, in one sentence: what was reported or when it is due, then what the rule looked at.
 *
 * @param rule the rule that fitted; left out, none did
 */
export function sayWhy(facts: DutyFacts, rule: LightRule | undefined): string {
  const saidAlready = new Set<string>();
  const parts = [
    ...reportWords(facts),
    ...(rule?.when ?? []).flatMap((condition) => conditionWords(condition, facts)),
  ].filter((part) => !saidAlready.has(part) && saidAlready.add(part));
  return parts.join('，');
}

/**
 * Why a duty is not owed in a period: the task is reported by another kind of period, or the agency held its role at
 * another time.
 *
 * @param periods of the plan: the one is named in which it is reported instead
 */
export function sayOutside(
  { cadence, startsOn, endsOn }: Pick<OwedRow, 'cadence' | 'startsOn' | 'endsOn'>,
  period: PeriodView,
  periods: readonly PeriodView[],
): string {
  if (cadence !== null && !isOfCadence(cadence, period.kind)) {
    const meant = periods.filter(
      (each) => each.kind === cadence && each.startsOn <= period.endsOn && each.endsOn >= period.startsOn,
    );
    const first = meant[0] ? periodTitle(meant[0].label) : '';
    const last = meant.length > 1 ? periodTitle(meant.at(-1)?.label ?? '') : '';
    const where = first === '' ? '' : `，在${last === '' ? first : `${first}至${last}`}报送`;
    return `本任务按${CADENCE_WORDS[cadence]}报送${where}`;
  }
  if (startsOn !== null && startsOn > period.endsOn) return `责任自${chineseDay(startsOn)}起，本期尚不报送`;
  if (endsOn !== null && endsOn < period.startsOn) return `责任至${chineseDay(endsOn)}止，本期不再报送`;
  return '本期不在责任期限内';
}

const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  week: '周',
  'ten-day': '旬',
  month: '月',
  quarter: '季',
  'half-year': '半年',
  year: '年',
};

function reportWords(facts: DutyFacts): readonly string[] {
  const { closedOn, reported, carried, status, percent, reportedOn } = facts;
  if (closedOn !== null) return [`${chineseDay(closedOn)}已办结`];
  if (!reported) return [carried ? '沿用上期，本期尚未报送' : '尚未报送', dueWords(facts)];
  const when = reportedOn === null ? '已报送' : `${chineseDay(reportedOn)}报送`;
  const said = status === null ? '未注明状态' : `状态为“${STATUS_LABELS[status]}”`;
  return [when, said, ...(percent === null ? [] : [`完成${figure(percent)}%`])];
}

function dueWords({
  dueOn,
  daysLeft,
  issuedOn,
  begunOn,
  served,
}: Pick<DutyFacts, 'dueOn' | 'daysLeft' | 'issuedOn' | 'begunOn' | 'served'>): string {
  if (served) return `${chineseDay(dueOn)}前的定期报送已收到，不再催报`;
  if (issuedOn !== null) return beforePlanWords(issuedOn, dueOn);
  if (begunOn !== null) return `事项于${chineseDay(begunOn)}交办，本期时限${chineseDay(dueOn)}在此之前，不计逾期`;
  return `时限${chineseDay(dueOn)}，${daysWords(daysLeft ?? 0, '已逾期')}`;
}

function daysWords(daysLeft: number, past: string): string {
  if (daysLeft < 0) return `${past}${-daysLeft}天`;
  return daysLeft === 0 ? '今天到期' : `还有${daysLeft}天`;
}

function conditionWords(condition: LightCondition, facts: DutyFacts): readonly string[] {
  switch (condition.fact) {
    // Said at the beginning of every sentence.
    case 'closed':
    case 'reported':
    case 'status':
      return [];
    case 'days-left':
      return facts.closedOn === null ? [dueWords(facts)] : [];
    case 'deadline-days':
      return deadlineWords(facts);
    case 'points-behind':
    case 'share':
      return facts.reach ? [reachWords(facts.reach)] : [];
    case 'idle-periods':
      return facts.idlePeriods ? [`连续${facts.idlePeriods}期未启动`] : [];
    case 'late-milestones':
      return lateWords('节点', facts.lateMilestones);
    case 'late-sub-items':
      return lateWords('子项', facts.lateSubItems);
    case 'verification':
      return [verificationWords(facts.verification)];
  }
}

/** Not a second time where the report is due on that very day and is said to be missing. */
function deadlineWords({ deadline, dueOn, reported }: DutyFacts): readonly string[] {
  if (!deadline || (!reported && deadline.on === dueOn)) return [];
  const words = daysWords(deadline.daysLeft, '已超过');
  return [`任务时限${chineseDay(deadline.on)}，${words}${deadline.daysLeft < 0 ? '，尚未完成' : ''}`];
}

function reachWords({ target, share, time, behind }: Reach): string {
  const what = `${target === null ? '' : `“${target}”`}完成${figure(share)}%`;
  if (behind === null) return what;
  const compared =
    behind > 0 ? `落后${figure(behind)}个百分点` : behind < 0 ? `超前${figure(-behind)}个百分点` : '持平';
  return `${what}，序时进度${figure(time)}%，${compared}`;
}

function lateWords(kind: string, late: Late | null): readonly string[] {
  if (!late) return [];
  const more = late.count > 1 ? `等${late.count}个${kind}` : '';
  return [`${kind}“${late.title}”${more}应于${chineseDay(late.plannedOn)}前完成，尚未完成`];
}

function verificationWords(verification: DutyFacts['verification']): string {
  return verification
    ? `${chineseDay(verification.checkedOn)}核查，结果为“${VERIFICATION_LABELS[verification.result]}”`
    : '尚未核查';
}

/** To a tenth at most, without a trailing zero. */
function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
