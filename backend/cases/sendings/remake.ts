import type { BackendContext } from '#backend/calls/context.ts';
import { giveWay } from '#backend/calls/give-way.ts';
import { type ComparableTable, joinedTables } from '#backend/excel/comparable-table.ts';
import { describedRows, type TableDescription } from '#backend/excel/layouts/layout.ts';
import type { WritableDb } from '#db/handle.ts';
import { openPast } from '#db/past.ts';
import { newestStep } from '#db/queries/export.queries.ts';
import type { DutyId } from '#shared/domain/ids.ts';
import type { Sending, SentRequest, SentState } from '#shared/domain/sending.ts';
import { AppError } from '#shared/errors.ts';
import { describeDuty } from '../duty/export-duty.ts';
import { type CatalogueRequest, describeCatalogue } from '../evidence/write-catalogue.ts';
import { describeLayout, type TableRequest } from '../exports/describe-layout.ts';
import { describeFigures, type FiguresRequest } from '../statistics/write-figures.ts';
import { type SentFill, templateTable } from './template-table.ts';

/** Makes the sheets of a request anew; what it is given was written under the log by this program. */
type Describe = (context: BackendContext, input: never) => readonly TableDescription[];

/** A kind of file that the log of exports can make again, by the call that made it first. */
const REMAKES: Readonly<Record<string, Describe>> = {
  'exports.table': (context, input: TableRequest) => describeLayout(context, input).sheets.map(({ table }) => table),
  'duty.export': (context, input: { readonly dutyId: DutyId }) => [describeDuty(context, input.dutyId)],
  'statistics.export': (context, input: FiguresRequest) => [describeFigures(context, input)],
  'evidence.catalogue': (context, input: CatalogueRequest) => [describeCatalogue(context, input)],
};

/** Whether a file can be made again from the log of steps. */
export function isRemade({ call }: SentRequest): boolean {
  return Object.hasOwn(REMAKES, call);
}

/** Calls whose files cannot be written again from the log alone, but whose values can be gathered again. */
const GATHERED: Readonly<Record<string, (context: BackendContext, input: never) => ComparableTable>> = {
  'template.fill': (context, input: SentFill) => templateTable(context, input),
};

/** Whether what a file said can be told again, to be compared. */
export function isComparable({ kind, request }: Pick<Sending, 'kind' | 'request'>): boolean {
  return kind === 'form' || isRemade(request) || Object.hasOwn(GATHERED, request.call);
}

/**
 * What a sending says in the state that `context` looks at; of several sheets all rows, one after another.
 *
 * @throws AppError SENDING_NOT_REMADE
 */
export async function comparableOf(context: BackendContext, sending: Sending): Promise<ComparableTable> {
  const { request } = sending;
  const gather = Object.hasOwn(GATHERED, request.call) ? GATHERED[request.call] : undefined;
  // The input is the one that this very call wrote into the log: see SentRequest.
  if (gather) return gather(context, request.input as never);
  const tables = remakeTables(context, sending);
  await giveWay();
  return joinedTables(tables.map(describedRows));
}

/**
 * The sheets of a sending as they are in the state that `context` looks at, with all their rows: nothing of them asks
 * the data file again.
 *
 * @throws AppError SENDING_NOT_REMADE
 */
export function remakeTables(context: BackendContext, { request, fileName }: Sending): readonly TableDescription[] {
  const describe = isRemade(request) ? REMAKES[request.call] : undefined;
  if (!describe) throw new AppError('SENDING_NOT_REMADE', { file: fileName });
  // The input is the one that this very call wrote into the log: see SentRequest.
  return describe(context, request.input as never).map(
    // The rows stay those of their kind.
    (table) => (table.rows === undefined ? table : ({ ...table, rows: [...table.rows] } as TableDescription)),
  );
}

/**
 * Looks at the data file as it was in a state, and lets go of it when the looking has ended: rows may be read one by one
 * while they are written.
 *
 * @throws AppError STEP_UNKNOWN
 */
export async function inState<Result>(
  context: BackendContext,
  state: SentState,
  look: (then: BackendContext) => Result | Promise<Result>,
): Promise<Result> {
  const { present, calendarOf } = context;
  if (state.stepId === newestStep(present)) return look({ ...context, db: present, today: () => state.on });
  const past = openPast(present, state.stepId);
  try {
    // Only what reads is handed this context.
    const db = past.db as WritableDb;
    return await look({ ...context, db, today: () => state.on, calendar: calendarOf(db) });
  } finally {
    past.close();
  }
}
