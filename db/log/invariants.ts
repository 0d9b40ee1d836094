import type { ReadableDb } from '#db/handle.ts';
import { prepared } from '#db/prepared.ts';
import type { ErrorCode, ErrorDetails } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import type { LoggedTable } from './logged-tables.ts';

/**
 * What must hold when a step is complete but may be broken between its rows (renumbering passes through numbers
 * that stand twice), so that no constraint of the schema can say it. Each query returns the offenders. They are also
 * among the named checks of db/checks, which look at the file as a whole.
 */
export const INVARIANTS: readonly {
  readonly name: string;
  readonly message: string;
  readonly tables: readonly LoggedTable[];
  readonly code: ErrorCode;
  readonly sql: string;
}[] = [
  {
    name: 'number-twice',
    message: '两项任务的序号相同',
    tables: ['task'],
    code: 'TASK_NUMBER_TAKEN',
    sql: 'SELECT number FROM task WHERE removed = 0 GROUP BY plan_id, number HAVING count(*) > 1',
  },
  {
    name: 'alias-equals-name',
    message: '别称与另一单位的名称相同',
    tables: ['agency', 'agency_alias'],
    code: 'AGENCY_NAME_TAKEN',
    sql: 'SELECT agency.name FROM agency_alias JOIN agency ON agency.name = agency_alias.alias',
  },
  {
    name: 'member-is-group',
    message: '非集体单位却有成员',
    tables: ['agency', 'agency_member'],
    code: 'AGENCY_NOT_GROUP',
    sql: `SELECT agency.name FROM agency_member JOIN agency ON agency.id = group_id WHERE agency.kind <> 'group'`,
  },
  {
    name: 'slip-number-twice',
    message: '两份督办单的编号相同',
    tables: ['reminder'],
    code: 'SLIP_NUMBER_TAKEN',
    sql: "SELECT slip_number AS number FROM reminder WHERE slip_number <> '' GROUP BY slip_number HAVING count(*) > 1",
  },
];

const CODES: ReadonlySet<ErrorCode> = new Set(INVARIANTS.map((invariant) => invariant.code));

/**
 * @param tables tables the step has written to
 * @throws AppError TASK_NUMBER_TAKEN | AGENCY_NAME_TAKEN | AGENCY_NOT_GROUP | SLIP_NUMBER_TAKEN
 */
export function checkInvariants(db: ReadableDb, tables: ReadonlySet<LoggedTable>): void {
  for (const { tables: watched, code, sql } of INVARIANTS) {
    if (!watched.some((table) => tables.has(table))) continue;
    const offender = prepared(db, sql).get();
    // The queries above return texts and numbers only.
    if (offender !== undefined) throw new AppError(code, offender as ErrorDetails);
  }
}

/** Whether a step was refused by {@link checkInvariants}. */
export function isBrokenInvariant(error: unknown): boolean {
  return error instanceof AppError && CODES.has(error.code);
}
