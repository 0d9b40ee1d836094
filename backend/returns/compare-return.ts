import { writableText } from '#backend/sheets/safe-text.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnItem, ReturnItemState } from '#shared/domain/return-review.ts';
import { type MatchableTask, type MatchedRow, matchRows } from './match-rows.ts';
import type { ParsedReturn, ReturnedCell } from './parsed-return.ts';
import { cleanText } from './read-fields.ts';

/** A progress entry as texts (progress-texts.ts). */
export type ProgressTexts = Readonly<Record<ProgressField, string>>;

export type Comparison = {
  readonly parsed: Pick<ParsedReturn, 'rows' | 'notes'>;
  /** What was sent, by task; `null` when no form is known, so that nobody can say who changed a cell. */
  readonly base: ReadonlyMap<TaskId, ProgressTexts> | null;
  /** What stands in the data file now, by task; a task without an entry may be left out. */
  readonly ours: ReadonlyMap<TaskId, ProgressTexts>;
  /** The tasks in which the agency has a role now, in the order of the plan. */
  readonly assignments: readonly MatchableTask[];
  /** Number of the first item; items of one review are numbered on through its files. */
  readonly firstId?: number;
};

export type ComparedReturn = {
  readonly items: readonly ReturnItem[];
  readonly unchangedCells: number;
  readonly notes: readonly string[];
};

const NOTHING: ProgressTexts = { status: '', percent: '', narrative: '', problems: '', nextSteps: '', reportedOn: '' };

/** Fields whose values are words, which can be joined when one task came back in two rows. */
const TEXT_FIELDS: ReadonlySet<ProgressField> = new Set(['narrative', 'problems', 'nextSteps']);

/** A text of ours as it would come back from an untouched form. */
function asReturned(text: string): string {
  return cleanText(writableText(text));
}

type Verdict = { readonly state: ReturnItemState; readonly doubt: string };

/** Decides one cell; `null` when there is nothing to decide. */
function judge(field: ProgressField, base: string | null, theirs: ReturnedCell, ours: string): Verdict | null {
  if (!theirs.readable) return { state: 'unreadable', doubt: theirs.doubt };
  const same = (text: string): boolean => asReturned(text) === theirs.text;
  if (same(ours) || (base !== null && same(base))) return null;
  if (theirs.text === '') {
    // Without a form nobody says that the cell was cleared: it may never have been filled.
    if (base === null) return null;
    if (field === 'status') return { state: 'unreadable', doubt: '对方清空了进展状态，状态不能为空' };
  }
  const doubt = [theirs.doubt, theirs.text === '' ? '对方清空了此格' : ''].filter((text) => text !== '').join('；');
  if (base === null) {
    if (ours === '') return { state: 'proposed', doubt };
    return {
      state: 'conflict',
      doubt: [doubt, '没有发出记录，无法判断是谁改动的'].filter((text) => text !== '').join('；'),
    };
  }
  return { state: asReturned(ours) === asReturned(base) ? 'proposed' : 'conflict', doubt };
}

/** Two rows of one task: what only one of them says counts; texts are joined; other differences cannot be read. */
function joinCells(field: ProgressField, first: ReturnedCell, second: ReturnedCell): ReturnedCell {
  if (second.text === '' || second.text === first.text) return first;
  if (first.text === '') return second;
  if (TEXT_FIELDS.has(field) && first.readable && second.readable) {
    return { text: `${first.text}\n${second.text}`, readable: true, doubt: '由同一任务的两行合并' };
  }
  return { text: `${first.text} / ${second.text}`, readable: false, doubt: '同一任务有两行，内容不同' };
}

function joinRows(first: MatchedRow, second: MatchedRow): MatchedRow {
  const fields: Partial<Record<ProgressField, ReturnedCell>> = { ...first.row.fields };
  for (const field of PROGRESS_FIELDS) {
    const more = second.row.fields[field];
    const before = fields[field];
    if (more) fields[field] = before ? joinCells(field, before, more) : more;
  }
  return { ...first, row: { ...first.row, fields }, doubt: first.doubt || second.doubt };
}

function oncePerTask(matched: readonly MatchedRow[]): {
  readonly rows: readonly MatchedRow[];
  readonly notes: string[];
} {
  const rows = new Map<TaskId, MatchedRow>();
  const notes: string[] = [];
  for (const match of matched) {
    const { taskId, number } = match.task;
    const earlier = rows.get(taskId);
    if (earlier)
      notes.push(`第 ${earlier.row.rowNumber} 行与第 ${match.row.rowNumber} 行都是任务 ${number}，已合并比较。`);
    rows.set(taskId, earlier ? joinRows(earlier, match) : match);
  }
  return { rows: [...rows.values()], notes };
}

/**
 * Compares a returned form three ways (design, section 7): what was sent, what came back, what stands now.
 * Only theirs changed: proposed. Both changed, differently: conflict. The same on both sides, or only ours changed:
 * nothing to decide. Pure: gathers nothing, writes nothing.
 *
 * @returns one item per cell that needs a decision, in the order of the plan and of the form's columns
 */
export function compareReturn({ parsed, base, ours, assignments, firstId = 0 }: Comparison): ComparedReturn {
  const { matched, notes } = matchRows(parsed.rows, assignments);
  const once = oncePerTask(matched);
  const places = new Map(assignments.map((task, index) => [task.taskId, index]));
  const place = ({ task }: MatchedRow) => places.get(task.taskId) ?? 0;
  const items: ReturnItem[] = [];
  let unchangedCells = 0;
  for (const { task, row, doubt: rowDoubt } of once.rows.toSorted((a, b) => place(a) - place(b))) {
    const before = base === null ? null : (base.get(task.taskId) ?? NOTHING);
    const now = ours.get(task.taskId) ?? NOTHING;
    for (const field of PROGRESS_FIELDS) {
      const theirs = row.fields[field];
      if (!theirs) continue;
      const verdict = judge(field, before?.[field] ?? null, theirs, now[field]);
      if (!verdict) {
        unchangedCells++;
        continue;
      }
      items.push({
        id: firstId + items.length,
        taskId: task.taskId,
        taskNumber: task.number,
        taskTitle: task.title,
        field,
        base: before?.[field] ?? '',
        theirs: theirs.text,
        ours: now[field],
        state: verdict.state,
        doubt: [verdict.doubt, rowDoubt].filter((text) => text !== '').join('；'),
      });
    }
  }
  const returned = new Set(once.rows.map(({ task }) => task.taskId));
  const missing = assignments.filter(({ taskId }) => !returned.has(taskId)).map(({ number }) => number);
  return {
    items,
    unchangedCells,
    notes: [
      ...parsed.notes,
      ...notes,
      ...once.notes,
      ...(missing.length > 0 ? [`回收表中没有这些任务：${missing.join('、')}，按未改动处理。`] : []),
    ],
  };
}
