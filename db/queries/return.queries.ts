import type { AgencyId, FormId, PeriodId, PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnState } from '#shared/domain/return-review.ts';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A return: one table of one file. What is not known yet is `null`. */
export type ReturnRow = {
  readonly id: ReturnId;
  readonly planId: PlanId | null;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly formId: FormId | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly kind: 'form' | 'ledger' | 'data-file';
  readonly state: ReturnState;
  /** Who said whose it is: what stands in the file, or the clerk. */
  readonly namedBy: 'file' | 'clerk';
  /** How often the agency has returned for the period, this one counted; `null` while that is not known. */
  readonly version: number | null;
  readonly receivedAt: string;
  readonly takenInAt: string | null;
  readonly hasReading: boolean;
  readonly reasons: readonly string[];
  readonly refusal: ReturnRefusal | null;
  readonly reporter: string;
  readonly phone: string;
  /** Cells that were written from it. */
  readonly takenCells: number;
};

/** Why a file was refused: the code and what its sentence needs. */
export type ReturnRefusal = { readonly code: ErrorCode; readonly details: ErrorDetails };

type StoredRow = Omit<ReturnRow, 'reasons' | 'refusal' | 'hasReading'> & {
  readonly reasons: string;
  readonly refusal: string | null;
  readonly hasReading: 0 | 1;
};

/** Rows of format 30 name their plan by their period, and came when they were taken in. */
const SELECT_RETURN = `
  SELECT id, coalesce(plan_id, (SELECT plan_id FROM period WHERE period.id = period_id)) AS planId,
         agency_id AS agencyId, period_id AS periodId, form_id AS formId, file_name AS fileName, sha256, sheet, kind,
         state, named_by AS namedBy, coalesce(received_at, taken_in_at) AS receivedAt, taken_in_at AS takenInAt,
         reading_id IS NOT NULL AS hasReading, reasons, refusal, reporter, phone,
         CASE WHEN agency_id IS NOT NULL AND period_id IS NOT NULL THEN
           (SELECT count(*) FROM "return" AS earlier WHERE earlier.agency_id = "return".agency_id
            AND earlier.period_id = "return".period_id AND earlier.id <= "return".id) END AS version,
         (SELECT count(*) FROM return_item WHERE return_id = "return".id AND decision = 'theirs') AS takenCells
  FROM "return"`;

export type ReturnScope = {
  readonly planId?: PlanId | undefined;
  readonly periodId?: PeriodId | undefined;
  readonly states?: readonly ReturnState[] | undefined;
  readonly ids?: readonly ReturnId[] | undefined;
  readonly sha256?: string | undefined;
};

/** Returns in the order they came. Of a plan: also those of which nobody knows the plan yet. */
export function listReturns(db: ReadableDb, scope: ReturnScope = {}): readonly ReturnRow[] {
  const { planId, periodId, states, ids, sha256 } = scope;
  const conditions = [
    ...(ids === undefined ? [] : ['id IN (SELECT value FROM json_each(@ids))']),
    ...(sha256 === undefined ? [] : ['sha256 = @sha256']),
    ...(periodId === undefined ? [] : ['period_id = @periodId']),
    ...(states === undefined ? [] : ['state IN (SELECT value FROM json_each(@states))']),
    ...(planId === undefined
      ? []
      : [`coalesce(plan_id, (SELECT plan_id FROM period WHERE period.id = period_id), @planId) = @planId`]),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = prepared(db, `${SELECT_RETURN} ${where} ORDER BY id`).all({
    ...(ids === undefined ? {} : { ids: JSON.stringify(ids) }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(periodId === undefined ? {} : { periodId }),
    ...(states === undefined ? {} : { states: JSON.stringify(states) }),
    ...(planId === undefined ? {} : { planId }),
  }) as StoredRow[];
  return rows.map(toRow);
}

/** One return that is meant to be there. @throws AppError RETURN_GONE */
export function getReturn(db: ReadableDb, returnId: ReturnId): ReturnRow {
  const row = prepared(db, `${SELECT_RETURN} WHERE id = ?`).get(returnId) as StoredRow | undefined;
  if (!row) throw new AppError('RETURN_GONE');
  return toRow(row);
}

/** Several returns, in the order they were asked for. @throws AppError RETURN_GONE */
export function getReturns(db: ReadableDb, ids: readonly ReturnId[]): readonly ReturnRow[] {
  const rows = new Map(listReturns(db, { ids }).map((row) => [row.id, row]));
  return [...new Set(ids)].map((id) => {
    const row = rows.get(id);
    if (!row) throw new AppError('RETURN_GONE');
    return row;
  });
}

/** What was read of a return's table, as it was kept: JSON, or `null` when nothing was. */
export function readingOf(db: ReadableDb, returnId: ReturnId): string | null {
  const sql = 'SELECT reading FROM stored_reading WHERE id = (SELECT reading_id FROM "return" WHERE id = ?)';
  const row = prepared(db, sql).get(returnId) as { readonly reading: string } | undefined;
  return row?.reading ?? null;
}

/** The file a return came in, as it was. */
export function keptFileOf(
  db: ReadableDb,
  returnId: ReturnId,
): { readonly name: string; readonly sha256: string; readonly content: Uint8Array } {
  const sql = `SELECT file_name AS name, sha256, content FROM "return" JOIN stored_file USING (sha256) WHERE id = ?`;
  const row = prepared(db, sql).get(returnId);
  if (row === undefined) throw new AppError('RETURN_GONE');
  // The columns above, under STRICT types.
  return row as { name: string; sha256: string; content: Uint8Array };
}

/** Whether a table with this content was taken in and still stands. */
export function isReturnTakenIn(db: ReadableDb, sha256: string, except?: ReturnId): boolean {
  const sql = `SELECT 1 FROM "return" WHERE sha256 = ? AND state = 'taken' AND id IS NOT ?`;
  return prepared(db, sql).get(sha256, except ?? null) !== undefined;
}

/** Decisions that were kept and not confirmed, as JSON, by return. */
export function draftsOf(db: ReadableDb, ids: readonly ReturnId[]): ReadonlyMap<ReturnId, string> {
  const sql = `SELECT return_id AS id, decisions FROM return_draft
               WHERE return_id IN (SELECT value FROM json_each(?))`;
  const rows = prepared(db, sql).all(JSON.stringify(ids)) as { readonly id: ReturnId; readonly decisions: string }[];
  return new Map(rows.map(({ id, decisions }) => [id, decisions]));
}

/** Columns that were pointed out before: JSON by shape. */
export function listMappings(
  db: ReadableDb,
): readonly { readonly shape: string; readonly mapping: string; readonly fileName: string }[] {
  const sql = 'SELECT shape, mapping, file_name AS fileName FROM return_mapping ORDER BY id';
  return prepared(db, sql).all() as { shape: string; mapping: string; fileName: string }[];
}

/** Rules that were switched on or off. */
export function listRuleSwitches(db: ReadableDb): ReadonlyMap<string, boolean> {
  const rows = prepared(db, 'SELECT rule, active FROM return_rule').all() as { rule: string; active: 0 | 1 }[];
  return new Map(rows.map(({ rule, active }) => [rule, active === 1]));
}

function toRow({ reasons, refusal, hasReading, ...row }: StoredRow): ReturnRow {
  return {
    ...row,
    hasReading: hasReading === 1,
    // Written by the commands of this program, and checked as JSON by the schema.
    reasons: JSON.parse(reasons) as readonly string[],
    refusal: refusal === null ? null : (JSON.parse(refusal) as ReturnRefusal),
  };
}
