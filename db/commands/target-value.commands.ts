import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { TargetValueEdit } from '#shared/contract/target.contract.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findAgency, getAgency } from '../queries/agency.queries.ts';
import { isOwed } from '../queries/owed.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { findTargetValue, getTarget } from '../queries/target-value.queries.ts';
import { lastOfEach } from './last-of-each.ts';

/**
 * Records what agencies reported for targets, all cells as one step.
 *
 * @param given what is left out stays; a cell left without value and cumulative value is taken away
 * @throws AppError TARGET_GONE | TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN | PERIOD_CLOSED | NOT_ASSIGNED |
 *   NOTHING_TO_CHANGE
 */
export function setTargetValues(db: WritableDb, given: readonly TargetValueEdit[], made: Made): CommittedStep {
  const edits = lastOfEach(given, placeOf);
  return commitStep(db, { code: 'target.set', label: labelOf(db, edits), ...made }, targetValueWrites(db, edits));
}

/** The row writes of values; none where they stand already. @throws AppError as {@link setTargetValues} */
export function targetValueWrites(db: WritableDb, given: readonly TargetValueEdit[]): readonly RowWrite[] {
  return lastOfEach(given, placeOf).flatMap((edit) => valueWrites(db, edit));
}

function placeOf({ targetId, agencyId, periodId }: TargetValueEdit): string {
  return `${targetId}/${agencyId}/${periodId}`;
}

function valueWrites(db: WritableDb, edit: TargetValueEdit): readonly RowWrite[] {
  const { targetId, agencyId, periodId } = edit;
  const target = getTarget(db, targetId);
  const task = getTask(db, target.taskId);
  const period = findPeriod(db, periodId);
  if (!period || period.planId !== task.planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  if (period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  const present = findTargetValue(db, targetId, agencyId, periodId);
  const value = edit.value === undefined ? (present?.value ?? null) : edit.value;
  const cumulative = edit.cumulative === undefined ? (present?.cumulative ?? null) : edit.cumulative;
  if (value === null && cumulative === null) {
    return present ? [{ table: 'target_value', id: present.id, values: null }] : [];
  }
  if (!isOwed(db, task.id, agencyId, period)) {
    throw new AppError('NOT_ASSIGNED', { agency: getAgency(db, agencyId).name, number: task.number });
  }
  if (present) {
    const stands = present.value === value && present.cumulative === cumulative;
    return stands ? [] : [{ table: 'target_value', id: present.id, values: { value, cumulative } }];
  }
  const place = { target_id: targetId, task_id: task.id, agency_id: agencyId, period_id: periodId };
  return [{ table: 'target_value', id: null, values: { ...place, value, cumulative } }];
}

function labelOf(db: WritableDb, edits: readonly TargetValueEdit[]): string {
  const [edit] = edits;
  if (edits.length !== 1 || edit === undefined) return `填写 ${edits.length} 处量化指标`;
  const { taskId, name, unit } = getTarget(db, edit.targetId);
  const place = `第 ${getTask(db, taskId).number} 项 ${findAgency(db, edit.agencyId)?.shortName ?? '?'}`;
  const figure = edit.value ?? edit.cumulative ?? null;
  return figure === null ? `清除指标值：${place} ${name}` : `填写指标值：${place} ${name} ${figure}${unit}`;
}
