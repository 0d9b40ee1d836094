import type { TaskId } from '#shared/domain/ids.ts';
import type { ReturnedRow } from './parsed-return.ts';

/** An assignment of the agency that returns the form, as far as matching needs it. */
export type MatchableTask = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
};

export type MatchedRow = {
  readonly task: MatchableTask;
  readonly row: ReturnedRow;
  /** How the row was found, in Chinese, when that leaves a doubt; else empty. */
  readonly doubt: string;
};

export type RowMatches = { readonly matched: readonly MatchedRow[]; readonly notes: readonly string[] };

/** Shorter texts could begin many tasks. */
const TEXT_LENGTH_MIN = 6;

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
}

/** Whether a row's text names the task: its whole text, its title, or a beginning or end cut off. */
function names(taskText: string, task: MatchableTask): boolean {
  const text = plain(taskText);
  const content = plain(task.content);
  if (text === '') return false;
  if (text === content || text === plain(task.title)) return true;
  return text.length >= TEXT_LENGTH_MIN && (content.startsWith(text) || text.startsWith(content));
}

/** The number in 12, 12., （12）, 第12项; `undefined` when there is not exactly one. */
function numberIn(text: string): number | undefined {
  const digits = text.normalize('NFKC').match(/\d+/g);
  return digits?.length === 1 ? Number(digits[0]) : undefined;
}

type Match = { readonly task: MatchableTask; readonly doubt: string };

function matchRow(row: ReturnedRow, tasks: readonly MatchableTask[]): Match | undefined {
  const named = tasks.filter((task) => names(row.taskText, task));
  const byId = tasks.find(({ taskId }) => taskId === row.taskId);
  if (byId) {
    if (named.length === 0) {
      return { task: byId, doubt: row.taskText === '' ? '' : '任务文字与发出时不同，按标识对应' };
    }
    if (named.includes(byId)) return { task: byId, doubt: '' };
    // Sorted or pasted without the hidden column: the agency wrote beside the text, not beside the id.
    const [other] = named;
    if (other && named.length === 1) return { task: other, doubt: '标识与任务文字不一致，按任务文字对应' };
    return { task: byId, doubt: '标识与任务文字不一致，按标识对应' };
  }
  const number = numberIn(row.number);
  const both = named.filter((task) => task.number === number);
  if (both[0] && both.length === 1) return { task: both[0], doubt: '没有标识，按序号和任务文字对应' };
  if (named[0] && named.length === 1) return { task: named[0], doubt: '没有标识，仅按任务文字对应' };
  return undefined;
}

/**
 * Finds the task of every returned row: by the hidden id, else by number and text, else by text alone.
 * A number alone is not enough: numbers are the first thing that changes when rows are inserted.
 *
 * @param tasks the tasks in which the agency has a role; rows of others are named in a note and left out
 */
export function matchRows(rows: readonly ReturnedRow[], tasks: readonly MatchableTask[]): RowMatches {
  const matched: MatchedRow[] = [];
  const notes: string[] = [];
  for (const row of rows) {
    const match = matchRow(row, tasks);
    if (match) {
      matched.push({ ...match, row });
    } else {
      const text = row.taskText || row.number || '（无任务文字）';
      const short = text.length > 30 ? `${text.slice(0, 30)}…` : text;
      notes.push(`第 ${row.rowNumber} 行“${short}”未能对应到本单位的任务，未读取。`);
    }
  }
  return { matched, notes };
}
