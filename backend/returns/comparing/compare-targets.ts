import { type EntryKey, entryKey, itemKey } from '#backend/returns/entry-key.ts';
import type { Assignment } from '#backend/returns/matching/match-rows.ts';
import type { ReturnedTarget } from '#backend/returns/parsed-return.ts';
import { writtenNumber } from '#backend/returns/words/task-index.ts';
import type { AgencyId, ReturnId, TargetId, TaskId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import { returnFieldLabel, targetField } from '#shared/domain/return-field.ts';
import { judgeCell, type OpenItem, type ToldTexts } from './judge-cell.ts';

/** What the values of targets that came back are compared with. */
export type TargetGround = {
  /** Targets of the plan. */
  readonly known: readonly (Pick<TargetView, 'id' | 'name' | 'unit'> & { readonly taskId: TaskId })[];
  /** What stands for the period, by {@link TargetCell}; what nobody reported is left out. */
  readonly ours: ReadonlyMap<TargetCell, string>;
  /** As the form was sent, by target; `null`: no form is known, or it had no targets. */
  readonly sent: ReadonlyMap<TargetId, string> | null;
};

/** `target/agency` */
export type TargetCell = `${number}/${number}`;

export type ComparedTargets = {
  readonly items: readonly OpenItem[];
  readonly untouched: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
};

/** As much of a comparison as values of targets need. */
type TargetComparison = {
  readonly table: { readonly targets?: readonly ReturnedTarget[] };
  readonly assignments: readonly Assignment[];
  readonly told: ReadonlyMap<EntryKey, ToldTexts>;
  readonly returnId: ReturnId | null;
  readonly targets?: TargetGround;
};

type Owed = Assignment;
type Found = { readonly target: TargetGround['known'][number]; readonly task: Owed; readonly doubt: string };

const NO_TARGETS: TargetGround = { known: [], ours: new Map(), sent: null };

/** Signs and blanks that names are not told apart by. */
const SAME = /[\p{P}\p{S}\s]/gu;
const bare = (text: string): string => text.normalize('NFKC').replace(SAME, '');

/**
 * Compares the values of targets that came back, three ways as every other cell: what was sent or last told, what came
 * back, what stands. A row is known by the id in it, whose name must be the target's; without one by the number of its
 * task and its name together. What belongs to none is named and not read.
 */
export function compareTargets(comparison: TargetComparison): ComparedTargets {
  const { table, told, returnId } = comparison;
  const ground = comparison.targets ?? NO_TARGETS;
  const { ours, sent } = ground;
  const items: OpenItem[] = [];
  const untouched = new Map<string, string>();
  const notes: string[] = [];
  const done = new Set<TargetId>();
  for (const row of table.targets ?? []) {
    const found = findTarget(row, ground, comparison.assignments);
    if (!found) {
      if (row.cell.text !== '')
        notes.push(`“量化指标”第 ${row.rowNumber} 行“${row.text}”没有对应的指标，未读取：${row.cell.text}。`);
      continue;
    }
    const { target, task } = found;
    if (done.has(target.id)) {
      if (row.cell.text !== '')
        notes.push(`“量化指标”第 ${row.rowNumber} 行的指标已读取过一次，未读取：${row.cell.text}。`);
      continue;
    }
    done.add(target.id);
    const field = targetField(target.id);
    const key = itemKey(task.taskId, task.agencyId, field);
    const now = ours.get(targetCellOf(target.id, task.agencyId)) ?? '';
    const verdict = judgeCell({
      field,
      theirs: row.cell,
      ours: now,
      told: told.get(entryKey(task.taskId, task.agencyId))?.[field],
      sent: sent === null ? null : (sent.get(target.id) ?? ''),
      common: null,
    });
    if (!verdict) {
      untouched.set(key, row.cell.text);
      continue;
    }
    const { doubts, ...judged } = verdict;
    items.push({
      returnId,
      key,
      taskId: task.taskId,
      taskNumber: task.number,
      taskTitle: task.title,
      agencyId: task.agencyId,
      agencyName: task.agencyName,
      field,
      fieldLabel: returnFieldLabel(field, target.name),
      ...judged,
      theirs: row.cell.text,
      ours: now,
      doubts: [...doubts, found.doubt],
      offers: row.cell.offers,
      place: null,
    });
  }
  return { items, untouched, notes };
}

export function targetCellOf(targetId: TargetId, agencyId: AgencyId): TargetCell {
  return `${targetId}/${agencyId}`;
}

function findTarget(row: ReturnedTarget, targets: TargetGround, assignments: readonly Assignment[]): Found | undefined {
  const owed = (taskId: TaskId): Owed | undefined => assignments.find((one) => one.taskId === taskId);
  const byId = targets.known.find(({ id }) => id === row.targetId);
  const named = targets.known.filter(({ name, taskId }) => {
    return bare(name) === bare(row.text) && owed(taskId)?.number === writtenNumber(row.number);
  });
  const isSame = byId !== undefined && bare(byId.name) === bare(row.text);
  const [only, ...more] = named;
  const target = isSame ? byId : more.length === 0 ? only : undefined;
  if (target !== undefined) {
    const task = owed(target.taskId);
    return task && { target, task, doubt: isSame ? '' : '没有标识，按任务序号和指标名称对应' };
  }
  // Its name was changed since it went out, or in the file: the id stands, and a person looks.
  const task = byId && named.length === 0 ? owed(byId.taskId) : undefined;
  return byId && task ? { target: byId, task, doubt: `指标名称与“${byId.name}”不同` } : undefined;
}
