import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { indexTasks, type NamedTask, type TaskIndex } from '#backend/returns/words/task-index.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { LeftRow, ReturnFileReview } from '#shared/domain/return-review.ts';
import { decideRow, type RowNote } from './decide-row.ts';
import { type OpenRow, settleRows } from './settle-rows.ts';

/** What one agency owes on one task in the period, as far as matching needs it. */
export type Assignment = NamedTask & { readonly agencyId: AgencyId; readonly agencyName: string };

export type MatchedRow = {
  readonly task: Assignment;
  readonly row: ReturnedRow;
  /** How alike the row's words and the task's are, 0 to 1. */
  readonly likeness: number;
  /** How the row was found, in Chinese, when that leaves a doubt; else empty. */
  readonly doubt: string;
};

export type MissingTask = ReturnFileReview['missingTasks'][number];

export type RowMatches = {
  /** In the order of the sheet. Only rows that are sure by their own words or id can share a task. */
  readonly matched: readonly MatchedRow[];
  readonly left: readonly LeftRow[];
  readonly missing: readonly MissingTask[];
  /** Chinese notes on the table as a whole. */
  readonly notes: readonly string[];
};

/** Less than this is not worth naming as the nearest. */
const NEAREST_MIN = 0.25;

/**
 * Finds the task of every returned row, each task for one row as far as the words leave it open: by the hidden id, by
 * number and words, by words alone. A number alone is not enough: numbers are the first thing that changes when rows
 * are inserted.
 *
 * @param assignments what the agency owes; rows of other tasks are left over
 */
export function matchRows(rows: readonly ReturnedRow[], assignments: readonly Assignment[]): RowMatches {
  const index = indexTasks(assignments);
  const found = new Map<ReturnedRow, MatchedRow>();
  const open: OpenRow<Assignment>[] = [];
  const noted: RowNote[] = [];
  for (const row of rows) {
    const decision = decideRow(row, index);
    if (decision.kind === 'open') {
      open.push({ row, candidates: decision.candidates });
    } else {
      const { task, doubt, likeness, note } = decision;
      noted.push(note);
      found.set(row, { row, task, doubt, likeness });
    }
  }
  const taken = new Set([...found.values()].map(({ task }) => task));
  for (const settled of settleRows(open, taken)) found.set(settled.row, settled);
  const matched = rows.flatMap((row) => found.get(row) ?? []);
  const returned = new Set(matched.map(({ task }) => task.taskId));
  return {
    matched,
    left: rows.filter((row) => !found.has(row) && saysAnything(row)).map((row) => leftRow(row, index)),
    missing: missingOf(assignments, returned),
    notes: [...notesOf(noted), ...wordsAdded(matched)],
  };
}

/** Fewer signs more are a full stop, or a star. */
const ADDED_MIN = 6;
const SHOWN_MAX = 40;

/** What agencies write behind the text of a task (进展：已移送案件 2 起) is not read, and is named. */
function wordsAdded(matched: readonly MatchedRow[]): readonly string[] {
  return matched.flatMap(({ row, task }) => {
    const [theirs, ours] = [row.taskText, task.content].map((text) => text.replace(/\s/gu, ''));
    if (!theirs || !ours || !theirs.startsWith(ours) || theirs.length - ours.length < ADDED_MIN) return [];
    const added = theirs.slice(ours.length);
    const shown = added.length > SHOWN_MAX ? `${added.slice(0, SHOWN_MAX)}…` : added;
    return [`第 ${row.rowNumber} 行的工作任务后面多了“${shown}”，没有读取。`];
  });
}

export function missingOf(assignments: readonly Assignment[], returned: ReadonlySet<TaskId>): readonly MissingTask[] {
  return assignments
    .filter(({ taskId }) => !returned.has(taskId))
    .map(({ taskId, number, title }) => ({ taskId, number, title }));
}

export function saysAnything({ taskText, number, fields }: ReturnedRow): boolean {
  return taskText !== '' || number !== '' || Object.values(fields).some((cell) => cell.text !== '');
}

/** A row that belongs to no task, with the task it is most like. */
export function leftRow(row: ReturnedRow, index: TaskIndex<Assignment>): LeftRow {
  const [nearest] = index.nearest(row.taskText);
  const { rowNumber, number, taskText, agencyText } = row;
  return {
    rowNumber,
    number,
    taskText,
    agencyText,
    nearest:
      nearest === undefined || nearest.likeness < NEAREST_MIN
        ? null
        : { taskId: nearest.task.taskId, number: nearest.task.number, likeness: nearest.likeness },
    fields: Object.fromEntries(
      Object.entries(row.fields).flatMap(([field, cell]) => (cell.text === '' ? [] : [[field, cell.text]])),
    ),
  };
}

function notesOf(noted: readonly RowNote[]): readonly string[] {
  const byWords = noted.filter((note) => note === 'by-words').length;
  return byWords === 0
    ? []
    : [`有 ${byWords} 行的标识与任务文字不一致（排序或粘贴时隐藏列没有一起移动），按任务文字对应。`];
}
