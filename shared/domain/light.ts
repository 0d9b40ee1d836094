import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { Status } from './status.ts';

/**
 * 亮灯: how an assignment stands in a period, in words first. Which colour shows which word is a matter of
 * the window's theme, because places differ (layouts D: blue is "soon due" in one place, "finished" in another).
 */
export const LIGHTS = ['done', 'on-track', 'waiting', 'due-soon', 'overdue', 'blocked', 'exempt'] as const;

export type Light = (typeof LIGHTS)[number];

export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  done: '已完成',
  'on-track': '推进中',
  waiting: '待报送',
  'due-soon': '临近时限',
  overdue: '逾期未报',
  blocked: '受阻',
  exempt: '不涉及',
};

/** Days before the period's due date from which an unreported assignment counts as due soon. More days: earlier warnings. */
export const DUE_SOON_DAYS = 5;

/**
 * @param status what the agency reported for the period, or `null` when nothing is recorded
 * @param dueOn the period's due date (ISO)
 * @param today the clerk's date (ISO)
 */
export function lightOf(status: Status | null, dueOn: string, today: string): Light {
  switch (status) {
    case 'done':
      return 'done';
    case 'blocked':
      return 'blocked';
    case 'not-applicable':
      return 'exempt';
    case 'in-progress':
      return 'on-track';
    case 'not-started':
    case null: {
      const daysLeft = differenceInCalendarDays(dueOn, today);
      if (daysLeft < 0) return 'overdue';
      return daysLeft <= DUE_SOON_DAYS ? 'due-soon' : 'waiting';
    }
  }
}
