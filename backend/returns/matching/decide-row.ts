import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { type Likely, type NamedTask, type TaskIndex, writtenNumber } from '#backend/returns/words/task-index.ts';

/** The task of a row, or those it may be; `likeness` of a sure one is how alike the words are. */
export type RowDecision<Task> =
  | {
      readonly kind: 'sure';
      readonly task: Task;
      readonly doubt: string;
      readonly likeness: number;
      readonly note: RowNote;
    }
  | { readonly kind: 'open'; readonly candidates: readonly Likely<Task>[] };

/** What is worth a word about the whole table, once and not per row. */
export type RowNote = 'by-words' | null;

/** Below this, words that share much with a task are still no naming of it. */
export const LIKENESS_MIN = 0.6;
/** As long as so much of the task's own words is there, a changed text is still its text. */
const OWN_LIKENESS_MIN = 0.5;
/** Another task must be so much more like the text than the one the id names, before the id is doubted. */
const OTHER_AHEAD = 0.2;
const CANDIDATES_MAX = 4;

export function percentOf(likeness: number): string {
  return `${Math.round(likeness * 100)}%`;
}

/**
 * Says which task a row is by its own words and id; what they leave open is settled for all rows together.
 * Words win over the id: rows are sorted and pasted without the hidden column. A number alone names nothing.
 */
export function decideRow<Task extends NamedTask>(row: ReturnedRow, index: TaskIndex<Task>): RowDecision<Task> {
  const byId = index.byId(row.taskId);
  const whole = index.whole(row.taskText);
  const named = whole.length > 0 ? whole : index.begun(row.taskText);
  const number = writtenNumber(row.number);
  return byId === undefined
    ? withoutId(row, index, named, whole.length > 0, number)
    : withId(row, index, byId, named, whole.length > 0, number);
}

function sure<Task>(task: Task, doubt = '', note: RowNote = null, likeness = 1): RowDecision<Task> {
  return { kind: 'sure', task, doubt, likeness, note };
}

function withId<Task extends NamedTask>(
  row: ReturnedRow,
  index: TaskIndex<Task>,
  byId: Task,
  named: readonly Task[],
  isWhole: boolean,
  number: number | undefined,
): RowDecision<Task> {
  if (row.taskText === '') {
    return sure(
      byId,
      number === undefined || number === byId.number ? '' : '没有任务文字，序号与标识不一致，按标识对应',
    );
  }
  if (named.includes(byId)) return sure(byId);
  const numbered = named.filter((task) => task.number === number);
  const [other] = named.length === 1 ? named : numbered;
  if (other !== undefined && (named.length === 1 || numbered.length === 1)) {
    // Sorted or pasted without the hidden column: the agency wrote beside the text, not beside the id.
    const certain = other.number === number || (isWhole && number === undefined);
    return sure(other, certain ? '' : '标识与任务文字不一致，按任务文字对应', 'by-words');
  }
  if (named.length > 0) return sure(byId, '标识与任务文字不一致，按标识对应');
  const own = index.likenessTo(row.taskText, byId);
  const [best] = index.nearest(row.taskText);
  if (best !== undefined && best.task !== byId && best.likeness >= LIKENESS_MIN && best.likeness > own + OTHER_AHEAD) {
    const doubt = `标识与任务文字不一致，按相近的任务文字对应（相似 ${percentOf(best.likeness)}）`;
    return sure(best.task, doubt, 'by-words', best.likeness);
  }
  return sure(byId, own >= OWN_LIKENESS_MIN ? '' : '任务文字与发出时不同，按标识对应', null, own);
}

function withoutId<Task extends NamedTask>(
  row: ReturnedRow,
  index: TaskIndex<Task>,
  named: readonly Task[],
  isWhole: boolean,
  number: number | undefined,
): RowDecision<Task> {
  const numbered = named.filter((task) => task.number === number);
  if (numbered[0] && numbered.length === 1) return sure(numbered[0]);
  if (named[0] && named.length === 1) {
    const certain = isWhole || number === undefined;
    return sure(named[0], certain ? '' : '没有标识，序号不同，仅按任务文字对应');
  }
  if (named.length > 1) return { kind: 'open', candidates: named.map((task) => ({ task, likeness: 1 })) };
  const candidates = index.nearest(row.taskText).filter(({ likeness }) => likeness >= LIKENESS_MIN);
  return { kind: 'open', candidates: candidates.slice(0, CANDIDATES_MAX) };
}
