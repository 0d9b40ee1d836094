import type { RowId, TaskId } from './ids.ts';
import type { DueView } from './matrix.ts';

/** When a task is due, as a person sets it: a date, or a day that comes again and again. */
export type TaskDueDraft = DueView;

/** A due rule of a task with its row. */
export type TaskDueRow = DueView & { readonly id: RowId; readonly taskId: TaskId };

export const DUE_KIND_LABELS: Readonly<Record<DueView['kind'], string>> = {
  date: '某日前',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
  ongoing: '持续推进',
};

/**
 * Whether a person has to say the day: the words name one that the plan's year does not give (汛期前, 月底前). It is
 * asked, never guessed.
 */
export function isDayAsked({ kind, date }: Pick<DueView, 'kind' | 'date'>): boolean {
  return kind === 'date' && date === null;
}
