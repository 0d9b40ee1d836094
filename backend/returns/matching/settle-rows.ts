import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { type Likely, type NamedTask, writtenNumber } from '#backend/returns/words/task-index.ts';
import { assign } from './assign.ts';
import { percentOf } from './decide-row.ts';

export type OpenRow<Task> = { readonly row: ReturnedRow; readonly candidates: readonly Likely<Task>[] };

export type SettledRow<Task> = {
  readonly row: ReturnedRow;
  readonly task: Task;
  readonly likeness: number;
  readonly doubt: string;
};

/** An agreeing number tips the scale between tasks of like words; alone it weighs nothing. */
const NUMBER_WEIGHT = 0.2;
/** With the number so much is enough to be sure. */
const SURE_WITH_NUMBER = 0.8;
/** A second task so near makes the first a guess. */
const NEAR = 0.05;
/** Rows that hang together and are settled as a whole; more are settled best first, so that time stays bounded. */
const TOGETHER_MAX = 300;

/**
 * Settles the rows whose words do not name one task, all together: each task to one row at most, the sum of likeness
 * the greatest. Rows that share no candidate are settled apart, so a long table costs little.
 *
 * @param open rows with what they may be
 * @param taken tasks that surer rows have
 */
export function settleRows<Task extends NamedTask>(
  open: readonly OpenRow<Task>[],
  taken: ReadonlySet<Task>,
): readonly SettledRow<Task>[] {
  const free = open.map(({ row, candidates }) => ({
    row,
    candidates: candidates.filter(({ task }) => !taken.has(task)),
  }));
  return groupsOf(free).flatMap((group) => (group.length > TOGETHER_MAX ? bestFirst(group) : allTogether(group)));
}

function weight<Task extends NamedTask>(row: ReturnedRow, { task, likeness }: Likely<Task>): number {
  return likeness + (writtenNumber(row.number) === task.number ? NUMBER_WEIGHT : 0);
}

function settled<Task extends NamedTask>({ row, candidates }: OpenRow<Task>, task: Task): SettledRow<Task> {
  const likeness = candidates.find((candidate) => candidate.task === task)?.likeness ?? 0;
  const agrees = writtenNumber(row.number) === task.number;
  const others = candidates.filter((candidate) => candidate.task !== task);
  const near = others.find((candidate) => candidate.likeness >= likeness - NEAR);
  if (near !== undefined && !agrees) {
    const doubt = `按任务文字对应（相似 ${percentOf(likeness)}），与任务 ${near.task.number} 也相近`;
    return { row, task, likeness, doubt };
  }
  const sure = agrees && likeness >= SURE_WITH_NUMBER;
  return { row, task, likeness, doubt: sure ? '' : `没有标识，按相近的任务文字对应（相似 ${percentOf(likeness)}）` };
}

/** Rows that compete, directly or through others, for the same tasks. */
function groupsOf<Task extends NamedTask>(open: readonly OpenRow<Task>[]): readonly OpenRow<Task>[][] {
  const groups = new Map<OpenRow<Task>, OpenRow<Task>[]>();
  const byTask = new Map<Task, OpenRow<Task>>();
  for (const row of open) {
    if (row.candidates.length === 0) continue;
    let own = [row];
    groups.set(row, own);
    for (const { task } of row.candidates) {
      const rival = byTask.get(task);
      byTask.set(task, row);
      const other = rival && groups.get(rival);
      if (other === undefined || other === own) continue;
      const [more, fewer] = other.length > own.length ? [other, own] : [own, other];
      for (const member of fewer) {
        more.push(member);
        groups.set(member, more);
      }
      own = more;
    }
  }
  return [...new Set(groups.values())];
}

function allTogether<Task extends NamedTask>(group: readonly OpenRow<Task>[]): readonly SettledRow<Task>[] {
  const tasks = [...new Set(group.flatMap(({ candidates }) => candidates.map(({ task }) => task)))];
  const columns = new Map(tasks.map((task, column) => [task, column]));
  const weights = group.map((open) => {
    // As many empty columns as rows: no row is forced upon a task it does not name.
    const row = new Array<number>(tasks.length + group.length).fill(0);
    for (const candidate of open.candidates) row[columns.get(candidate.task) ?? 0] = weight(open.row, candidate);
    return row;
  });
  const given = assign(weights);
  return group.flatMap((open, at) => {
    const task = tasks[given[at] ?? -1];
    return task !== undefined && open.candidates.some((candidate) => candidate.task === task)
      ? [settled(open, task)]
      : [];
  });
}

function bestFirst<Task extends NamedTask>(group: readonly OpenRow<Task>[]): readonly SettledRow<Task>[] {
  const pairs = group.flatMap((open) =>
    open.candidates.map((candidate) => ({ open, task: candidate.task, weight: weight(open.row, candidate) })),
  );
  const rows = new Set<OpenRow<Task>>();
  const tasks = new Set<Task>();
  const result: SettledRow<Task>[] = [];
  for (const { open, task } of pairs.toSorted((one, other) => other.weight - one.weight)) {
    if (rows.has(open) || tasks.has(task)) continue;
    rows.add(open);
    tasks.add(task);
    result.push(settled(open, task));
  }
  return result;
}
