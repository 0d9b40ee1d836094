import { TASK_TITLE_MAX } from './plan-reading.ts';

/** Layout puts blanks between Chinese words: NBSP, thin and ideographic spaces, zero-width marks, soft hyphens. */
const BLANKS = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** A task's short title for a list: the first sentence of its text, or as many of its clauses as fit. */
export function taskTitle(content: string): string {
  const sentence = (/^[^。；！？\n]*/u.exec(content.trim())?.[0] ?? '').replace(BLANKS, '');
  if (sentence.length <= TASK_TITLE_MAX) return sentence;
  const room = sentence.slice(0, TASK_TITLE_MAX + 1);
  const comma = Math.max(room.lastIndexOf('，'), room.lastIndexOf(','), room.lastIndexOf('：'));
  return comma >= 4 ? sentence.slice(0, comma) : `${sentence.slice(0, TASK_TITLE_MAX - 1)}…`;
}
