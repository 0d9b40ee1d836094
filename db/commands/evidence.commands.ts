import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { RowId } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { getEvidence } from '../queries/evidence.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getTask } from '../queries/plan.queries.ts';
import { evidenceInsert } from './evidence-insert.ts';

/**
 * Enters files that lie in the evidence folder already, all as one step.
 *
 * @throws AppError TASK_GONE | AGENCY_GONE | PERIOD_UNKNOWN
 */
export function addEvidence(db: WritableDb, items: readonly Omit<EvidenceRow, 'id'>[], made: Made): CommittedStep {
  const writes = items.map((item): RowWrite => {
    const task = getTask(db, item.taskId);
    if (item.agencyId !== null) getAgency(db, item.agencyId);
    if (item.periodId !== null && findPeriod(db, item.periodId)?.planId !== task.planId) {
      throw new AppError('PERIOD_UNKNOWN', { period: item.periodId });
    }
    return evidenceInsert(item);
  });
  const [first] = items;
  const place = first === undefined ? '' : `第 ${getTask(db, first.taskId).number} 项`;
  const what = items.length === 1 && first ? `“${first.title}”` : `${items.length} 份`;
  return commitStep(db, { code: 'evidence.add', label: `添加佐证材料：${place} ${what}`, ...made }, writes);
}

/** Changes title or note of a piece of evidence. @throws AppError ROW_GONE | NOTHING_TO_CHANGE */
export function updateEvidence(
  db: WritableDb,
  id: RowId,
  patch: { readonly title?: string | undefined; readonly note?: string | undefined },
  made: Made,
): CommittedStep {
  const row = getEvidence(db, id);
  const values = { title: patch.title ?? row.title, note: patch.note ?? row.note };
  const label = `修改佐证材料：第 ${getTask(db, row.taskId).number} 项 “${values.title}”`;
  return commitStep(db, { code: 'evidence.update', label, ...made }, [{ table: 'evidence', id, values }]);
}

/** Takes evidence out of the list. Its file stays in the folder, so that undo finds it. @throws AppError ROW_GONE */
export function removeEvidence(db: WritableDb, id: RowId, made: Made): CommittedStep {
  const row = getEvidence(db, id);
  const label = `删除佐证材料：第 ${getTask(db, row.taskId).number} 项 “${row.title}”`;
  return commitStep(db, { code: 'evidence.remove', label, ...made }, [{ table: 'evidence', id, values: null }]);
}
