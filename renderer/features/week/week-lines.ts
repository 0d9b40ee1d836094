import type { AgencyId, PeriodId, ReturnId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { DEADLINE_LABELS, type WeekCard } from '#shared/domain/week-card.ts';
import { shortDateText } from '../../text/dates.ts';

/** Where a line of the card leads. */
export type WeekGoal =
  | {
      readonly kind: 'cell';
      readonly taskId: TaskId;
      readonly agencyId: AgencyId | null;
      readonly periodId: PeriodId | null;
    }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'return'; readonly returnId: ReturnId }
  | { readonly kind: 'period'; readonly periodId: PeriodId };

export type WeekLine = {
  readonly key: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly goal: WeekGoal | null;
};

export type WeekPart = {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly WeekLine[];
  /** Wants doing; the others are to be known. */
  readonly urgent: boolean;
};

const dutyLines = (duties: WeekCard['dueThisWeek']): readonly WeekLine[] =>
  duties.map(({ agencyId, agency, periodId, period, dueOn, days, taskIds, tasks, because }) => ({
    key: `${agencyId}/${periodId}/${dueOn}`,
    who: agency,
    what: `${periodTitle(period)} ${tasks.length}项 · ${leftText(days)}`,
    why: because,
    goal: taskIds[0] === undefined ? null : { kind: 'cell', taskId: taskIds[0], agencyId, periodId },
  }));

function leftText(days: number): string {
  if (days > 0) return `逾期${days}天`;
  return days === 0 ? '今天到期' : `还有${-days}天`;
}

const returnLines = (returns: WeekCard['toReview']): readonly WeekLine[] =>
  returns.map(({ returnId, fileName, agency, because }) => ({
    key: String(returnId),
    who: agency || fileName,
    what: because,
    why: `${fileName}：${because}`,
    goal: { kind: 'return', returnId },
  }));

/** The parts of the card in the order they want doing; those with nothing in them are left out. */
export function weekParts(week: WeekCard): readonly WeekPart[] {
  const parts: readonly WeekPart[] = [
    { name: 'due', title: '本周到期', urgent: true, lines: dutyLines(week.dueThisWeek) },
    { name: 'late', title: '逾期未报', urgent: true, lines: dutyLines(week.notReported) },
    { name: 'review', title: '回收表待核对', urgent: true, lines: returnLines(week.toReview) },
    { name: 'send-back', title: '待退回、已退回未重报', urgent: true, lines: returnLines(week.toSendBack) },
    {
      name: 'promises',
      title: '承诺的日子已过',
      urgent: true,
      lines: week.promises.map(({ id, agencyId, agency, promisedOn, answer }) => ({
        key: String(id),
        who: agency,
        what: `承诺${promisedOn === null ? '' : shortDateText(promisedOn)}报送`,
        why: answer,
        goal: { kind: 'agency', agencyId },
      })),
    },
    {
      name: 'regular',
      title: '定期报送未报齐',
      urgent: true,
      lines: week.regularShort.map(({ dutyId, label, agencyId, agency, taskId, title, because }) => ({
        key: `${dutyId}/${label}/${agencyId}`,
        who: agency,
        what: `${title}（${periodTitle(label)}）`,
        why: because,
        goal: { kind: 'cell', taskId, agencyId, periodId: null },
      })),
    },
    {
      name: 'likely',
      title: `下期可能迟报${nextText(week)}`,
      urgent: false,
      lines: week.likelyLate.map(({ agencyId, agency, periodId, because }) => ({
        key: `${periodId}/${agencyId}`,
        who: agency,
        what: because,
        why: because,
        goal: { kind: 'agency', agencyId },
      })),
    },
    {
      name: 'deadlines',
      title: '两周内的时限',
      urgent: false,
      lines: week.deadlines.map(({ dueOn, kind, what, taskId, task, agencyId, agency, periodId }, index) => ({
        key: `${index}`,
        who: shortDateText(dueOn),
        what: [DEADLINE_LABELS[kind], task === null ? '' : `第${task}项`, what, agency].filter(Boolean).join(' '),
        why: what,
        goal:
          taskId !== null
            ? { kind: 'cell', taskId, agencyId, periodId }
            : periodId === null
              ? null
              : { kind: 'period', periodId },
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function nextText({ nextPeriods, likelyLate }: WeekCard): string {
  const meant = nextPeriods.filter(({ periodId }) => likelyLate.some((each) => each.periodId === periodId));
  return meant.length === 0
    ? ''
    : `（${meant.map(({ period, dueOn }) => `${periodTitle(period)}，${shortDateText(dueOn)}截止`).join('；')}）`;
}
