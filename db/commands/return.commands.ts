import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowValues } from '#db/log/row-writer.ts';
import type { AgencyId, FormId, PeriodId, PlanId, ReturnId } from '#shared/domain/ids.ts';
import { ReturnIdSchema } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { getReturn, type ReturnRefusal } from '../queries/return.queries.ts';
import { type FileToKeep, storeFile } from './store-file.ts';

/** Whose a return is, as far as known. */
export type ReturnPlace = {
  readonly planId: PlanId | null;
  readonly agencyId: AgencyId | null;
  readonly periodId: PeriodId | null;
  readonly formId: FormId | null;
};

/** What was read of a table; `reading` is JSON. */
export type ReturnReading = {
  readonly sheet: string;
  readonly kind: 'form' | 'ledger' | 'data-file';
  readonly reading: string;
  readonly reporter: string;
  readonly phone: string;
};

/** A table of a file that came: read, or refused with its reason. */
export type ReceivedTable = ReturnPlace & {
  readonly state: 'received' | 'to-review' | 'refused';
  readonly read: ReturnReading | null;
  readonly refusal: ReturnRefusal | null;
  /** A record of the same file that could not be read until now, and goes on as this one. */
  readonly continues?: ReturnId;
};

export type ReceivedFile = {
  readonly file: FileToKeep;
  readonly tables: readonly ReceivedTable[];
};

/**
 * Keeps files that came and one return for each of their tables, all as one step. Not undoable: what came has come. It
 * is put aside with {@link markReturns}.
 *
 * @param files at least one, each with at least one table
 * @returns the ids in the order of the tables
 */
export function recordReturns(
  db: WritableDb,
  files: readonly ReceivedFile[],
  label: string,
  made: Made,
): { readonly step: CommittedStep; readonly ids: readonly ReturnId[] } {
  return db
    .transaction(() => {
      for (const { file } of files) storeFile(db, file, made.at);
      const meta = { code: 'returns.receive', label, ...made, undoable: false } as const;
      const step = commitStepWith(db, meta, (write) => {
        for (const { file, tables } of files) {
          for (const table of tables) {
            const came = { file_name: file.name, sha256: file.sha256, received_at: made.at };
            const values = { ...placeValues(table), ...tableValues(db, table, made.at), state: table.state };
            if (table.continues === undefined) write({ table: 'return', id: null, values: { ...values, ...came } });
            else write({ table: 'return', id: table.continues, values });
          }
        }
      });
      return { step, ids: step.rowIds.map((id) => ReturnIdSchema.parse(id)) };
    })
    .immediate();
}

/**
 * Says whose a return is, in the clerk's name, with its table read anew when the period changed what it says.
 *
 * @throws AppError RETURN_GONE | PERIOD_UNKNOWN | AGENCY_GONE when they were taken away meanwhile
 */
export function nameReturn(
  db: WritableDb,
  returnId: ReturnId,
  place: ReturnPlace,
  read: ReturnReading | null,
  label: string,
  made: Made,
): CommittedStep {
  return db
    .transaction(() => {
      getReturn(db, returnId);
      refuseGonePlace(db, place);
      const values = {
        ...placeValues(place),
        ...(read === null ? {} : readingValues(db, read, made.at)),
        state: 'to-review',
        refusal: null,
        named_by: 'clerk',
      };
      return commitStep(db, { code: 'returns.identify', label, ...made }, [{ table: 'return', id: returnId, values }]);
    })
    .immediate();
}

/**
 * Keeps columns that were pointed out, for files of the same shape, and what the return says when it is read so.
 *
 * @param mapping JSON; `shape` names the files it serves
 * @throws AppError RETURN_GONE
 */
export function mapReturn(
  db: WritableDb,
  returnId: ReturnId,
  table: Omit<ReceivedTable, 'refusal'> & { readonly read: ReturnReading },
  mapping: { readonly shape: string; readonly json: string },
  made: Made,
): CommittedStep {
  return db
    .transaction(() => {
      const { fileName } = getReturn(db, returnId);
      const known = prepared(db, 'SELECT id FROM return_mapping WHERE shape = ?').get(mapping.shape) as
        | { readonly id: number }
        | undefined;
      const label = `指定列：${fileName}`;
      return commitStep(db, { code: 'returns.mapColumns', label, ...made }, [
        {
          table: 'return_mapping',
          id: known?.id ?? null,
          values: { shape: mapping.shape, mapping: mapping.json, file_name: fileName, made_at: made.at },
        },
        {
          table: 'return',
          id: returnId,
          values: {
            ...placeValues(table),
            ...readingValues(db, table.read, made.at),
            state: table.state,
            refusal: null,
          },
        },
      ]);
    })
    .immediate();
}

/**
 * Puts returns aside: sent back to their agencies or refused, with the reasons.
 *
 * @throws AppError RETURN_GONE | NOTHING_TO_CHANGE
 */
export function markReturns(
  db: WritableDb,
  ids: readonly ReturnId[],
  state: 'sent-back' | 'refused',
  reasons: readonly string[],
  made: Made,
): CommittedStep {
  const rows = ids.map((id) => getReturn(db, id));
  const [first] = rows;
  const what = state === 'sent-back' ? '退回' : '拒收';
  const label = rows.length === 1 && first ? `${what}：${first.fileName}` : `${what} ${rows.length} 份回收表`;
  const code = state === 'sent-back' ? 'returns.sendBack' : 'returns.refuse';
  return commitStep(
    db,
    { code, label, ...made },
    ids.map((id) => ({ table: 'return', id, values: { state, reasons: JSON.stringify(reasons) } })),
  );
}

/**
 * Switches a rule that looks at what came back on or off.
 *
 * @param label Chinese name of the rule
 * @throws AppError NOTHING_TO_CHANGE
 */
export function setReturnRule(db: WritableDb, rule: string, active: boolean, label: string, made: Made): CommittedStep {
  const known = prepared(db, 'SELECT id FROM return_rule WHERE rule = ?').get(rule) as
    | { readonly id: number }
    | undefined;
  const values = { rule, active: active ? 1 : 0 };
  const meta = { code: 'returns.setRule', label: `${active ? '启用' : '停用'}检查：${label}`, ...made };
  return commitStep(db, meta, [{ table: 'return_rule', id: known?.id ?? null, values }]);
}

/**
 * Keeps decisions that are not confirmed yet. No step: nothing is decided, and nothing is there to undo.
 *
 * @param decisions JSON
 * @throws AppError RETURN_GONE
 */
export function keepDraft(db: WritableDb, returnId: ReturnId, decisions: string, at: string): void {
  getReturn(db, returnId);
  prepared(
    db,
    `INSERT INTO return_draft (return_id, decisions, kept_at) VALUES (@returnId, @decisions, @at)
     ON CONFLICT (return_id) DO UPDATE SET decisions = excluded.decisions, kept_at = excluded.kept_at`,
  ).run({ returnId, decisions, at });
}

/** A period or agency that was shown when the clerk chose it may be gone by now. */
function refuseGonePlace(db: WritableDb, { agencyId, periodId }: ReturnPlace): void {
  if (agencyId !== null) getAgency(db, agencyId);
  if (periodId !== null && !findPeriod(db, periodId)) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
}

function placeValues({ planId, agencyId, periodId, formId }: ReturnPlace): RowValues {
  return { plan_id: planId, agency_id: agencyId, period_id: periodId, form_id: formId };
}

function tableValues(db: WritableDb, { read, refusal }: ReceivedTable, at: string): RowValues {
  const refused = { refusal: refusal === null ? null : JSON.stringify(refusal) };
  return read === null ? refused : { ...refused, ...readingValues(db, read, at) };
}

function readingValues(
  db: WritableDb,
  { sheet, kind, reading, reporter, phone }: ReturnReading,
  at: string,
): RowValues {
  const sql = 'INSERT INTO stored_reading (reading, read_at) VALUES (?, ?)';
  const { lastInsertRowid } = prepared(db, sql).run(reading, at);
  return { sheet, kind, reading_id: Number(lastInsertRowid), reporter, phone };
}
