import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { TargetEdit } from '#shared/contract/target.contract.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import type { WritableDb } from '../handle.ts';
import { getTask, targetsOfTask } from '../queries/plan.queries.ts';
import { valuesOfTarget } from '../queries/target-value.queries.ts';
import { listLabel, listWrites, targetsAside } from './write-list.ts';

/**
 * The targets of a task as they shall be, in this order. One that is left out goes, and what was reported for it with
 * it: both come back with undo.
 *
 * @throws AppError TASK_GONE | ROW_GONE | NOTHING_TO_CHANGE | PERIOD_CLOSED when something was reported in a closed
 *   period for a target that would go
 */
export function setTargetsOfTask(
  db: WritableDb,
  taskId: TaskId,
  edits: readonly TargetEdit[],
  made: Made,
): CommittedStep {
  const { number } = getTask(db, taskId);
  const present = targetsOfTask(db, taskId);
  const texts = new Map(present.map(({ id, text }) => [id, text]));
  const wanted = edits.map(({ id, name, comparator, value, unit, accumulates }) => ({
    id,
    title: name,
    // The document's own words stay with a target that a person changes: they are where it came from.
    values: {
      task_id: taskId,
      name,
      comparator,
      value,
      unit,
      accumulates,
      verbatim: (id === null ? undefined : texts.get(id)) ?? wordsOf({ name, comparator, value, unit }),
    },
  }));
  const kept = new Set(edits.map(({ id }) => id));
  const values = present
    .filter(({ id }) => !kept.has(id))
    .flatMap(({ id }) =>
      valuesOfTarget(db, id).map((row): RowWrite => ({ table: 'target_value', id: row.id, values: null })),
    );
  const label = listLabel(
    `第 ${number} 项`,
    '量化指标',
    present.map(({ id, name }) => ({ id, title: name })),
    wanted,
  );
  const ids = present.map(({ id }) => id);
  const staying = ids.filter((id) => kept.has(id));
  const isMoved = staying.length > 0 && wanted.some(({ id }, index) => id !== null && id !== ids[index]);
  return commitStep(db, { code: 'target.setOfTask', label, ...made }, [
    ...values,
    ...(isMoved ? targetsAside(staying) : []),
    ...listWrites('task_target', ids, wanted),
  ]);
}

/** What a target that no document names says of itself, in tables for superiors: 抽检不少于50批次. */
function wordsOf({
  name,
  comparator,
  value,
  unit,
}: Pick<TargetEdit, 'name' | 'comparator' | 'value' | 'unit'>): string {
  const words = { '≥': '不低于', '≤': '不超过', '=': '达到', 约: '约' } as const;
  return `${name}${words[comparator]}${value}${unit}`;
}
