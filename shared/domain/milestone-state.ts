import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { isoDate } from './period.ts';
import { STATUS_LABELS } from './status.ts';
import type { MilestoneRow, SubItemRow } from './year-facts.ts';

/** How something planned for a day stands: reached, late, near, or still ahead. `off`: it need not be done. */
export type PlannedState = 'done' | 'late' | 'soon' | 'ahead' | 'off';

export type PlannedStanding = {
  readonly state: PlannedState;
  /** In Chinese, for beside it: 按时完成, 逾期12天, 还有5天. */
  readonly words: string;
};

/** Days before the planned day from which it counts as near. More: earlier warnings. */
export const PLANNED_SOON_DAYS = 7;

/** How a milestone stands on a day (ISO). */
export function milestoneStanding(
  { plannedOn, doneOn }: Pick<MilestoneRow, 'plannedOn' | 'doneOn'>,
  today: string,
): PlannedStanding {
  if (doneOn === null) return openStanding(plannedOn, today);
  const late = differenceInCalendarDays(doneOn, plannedOn);
  return { state: 'done', words: late > 0 ? `完成，晚${late}天` : '按时完成' };
}

/** How a sub-item stands on a day (ISO): by its status first, and where that leaves it open by its date. */
export function subItemStanding(
  { status, dueOn, doneOn }: Pick<SubItemRow, 'status' | 'dueOn' | 'doneOn'>,
  today: string,
): PlannedStanding {
  if (status === 'not-applicable') return { state: 'off', words: STATUS_LABELS[status] };
  if (status === 'done' || doneOn !== null) {
    const late = dueOn === null || doneOn === null ? 0 : differenceInCalendarDays(doneOn, dueOn);
    return { state: 'done', words: late > 0 ? `完成，晚${late}天` : STATUS_LABELS.done };
  }
  if (dueOn !== null) {
    const open = openStanding(dueOn, today);
    if (open.state !== 'ahead') return open;
  }
  return { state: 'ahead', words: status === null ? '' : STATUS_LABELS[status] };
}

function openStanding(plannedOn: string, today: string): PlannedStanding {
  const left = differenceInCalendarDays(plannedOn, today);
  if (left < 0) return { state: 'late', words: `逾期${-left}天` };
  if (left === 0) return { state: 'soon', words: '今天到期' };
  return { state: left <= PLANNED_SOON_DAYS ? 'soon' : 'ahead', words: `还有${left}天` };
}

export const MILESTONE_PATTERNS = ['month', 'quarter', 'half-year'] as const;
export type MilestonePattern = (typeof MILESTONE_PATTERNS)[number];

export const MILESTONE_PATTERN_LABELS: Readonly<Record<MilestonePattern, string>> = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
};

const STRETCHES: Readonly<
  Record<MilestonePattern, { readonly months: number; readonly name: (last: number) => string }>
> = {
  month: { months: 1, name: (last) => `${last}月` },
  quarter: { months: 3, name: (last) => `${['一', '二', '三', '四'][last / 3 - 1] ?? ''}季度` },
  'half-year': { months: 6, name: (last) => (last === 6 ? '上半年' : '下半年') },
};

/** Stands for the month or quarter in the title of a pattern. */
export const PATTERN_PLACE = '{期}';

/**
 * Milestones at the end of every month, quarter or half-year between two months.
 *
 * @param from first month, 1 to 12
 * @param to last month
 * @param title what each is called, with {@link PATTERN_PLACE} for its month or quarter
 */
export function milestonesByPattern(
  year: number,
  pattern: MilestonePattern,
  from: number,
  to: number,
  title: string,
): readonly Pick<MilestoneRow, 'title' | 'plannedOn'>[] {
  const { months, name } = STRETCHES[pattern];
  return Array.from({ length: 12 / months }, (_, index) => (index + 1) * months)
    .filter((last) => last >= from && last <= to)
    .map((last) => ({
      title: title.includes(PATTERN_PLACE) ? title.replaceAll(PATTERN_PLACE, name(last)) : `${name(last)}${title}`,
      plannedOn: isoDate(endOfMonth(new Date(year, last - 1, 1))),
    }));
}

const QUARTER = /^第?([一二三四1-4])季度?(?:末|底|前)*$/u;
const HALF = /^([上下])半年(?:末|底|前)*$/u;
const MONTH = /^(\d{1,2})月(?:份|末|底|前)*$/u;

/**
 * `3月`, `3月底`, `二季度`, `上半年`, `年底` as the last day of what they name.
 *
 * @returns `undefined` for another writing, such as a date
 */
export function lastDayNamed(text: string, year: number): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const month = monthNamed(plain);
  return month === undefined ? undefined : isoDate(endOfMonth(new Date(year, month - 1, 1)));
}

function monthNamed(plain: string): number | undefined {
  if (/^(?:年底|年末|全年)前?$/u.test(plain)) return 12;
  const half = HALF.exec(plain)?.[1];
  if (half !== undefined) return half === '上' ? 6 : 12;
  const quarter = QUARTER.exec(plain)?.[1];
  if (quarter !== undefined) return ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3;
  const month = Number(MONTH.exec(plain)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
}
