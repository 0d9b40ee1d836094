import type { EvidenceRow } from '#shared/domain/evidence.ts';
import type { PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { presentTasks } from './present-tasks.ts';

const SELECT_EVIDENCE = `
  SELECT id, task_id AS taskId, agency_id AS agencyId, period_id AS periodId, closing_id AS closingId, title,
         file_name AS fileName, sha256, size, added_on AS addedOn, note
  FROM evidence`;

/** Evidence of a plan, by task, in the order it was added; with `taskIds` only that of these tasks. */
export function listEvidence(db: ReadableDb, planId: PlanId, taskIds?: readonly TaskId[]): readonly EvidenceRow[] {
  const sql = `${SELECT_EVIDENCE} WHERE task_id IN (${presentTasks(taskIds !== undefined)}) ORDER BY task_id, id`;
  return prepared(db, sql).all({
    planId,
    ...(taskIds === undefined ? {} : { tasks: JSON.stringify(taskIds) }),
  }) as EvidenceRow[];
}

/** One piece of evidence that is meant to be there. @throws AppError ROW_GONE */
export function getEvidence(db: ReadableDb, id: RowId): EvidenceRow {
  const row = prepared(db, `${SELECT_EVIDENCE} WHERE id = ?`).get(id) as EvidenceRow | undefined;
  if (!row) throw new AppError('ROW_GONE');
  return row;
}

/** Every file that any evidence of the data file names, of all its plans, each once. */
export function listEvidenceFiles(db: ReadableDb): readonly Pick<EvidenceRow, 'sha256' | 'fileName' | 'size'>[] {
  const sql = 'SELECT sha256, min(file_name) AS fileName, size FROM evidence GROUP BY sha256 ORDER BY sha256';
  return prepared(db, sql).all() as Pick<EvidenceRow, 'sha256' | 'fileName' | 'size'>[];
}
