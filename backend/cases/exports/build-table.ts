import type { BackendContext } from '#backend/calls/context.ts';
import { decompositionTable } from '#backend/excel/layouts/decomposition.ts';
import { ledgerTable } from '#backend/excel/layouts/ledger.ts';
import { matrixTable } from '#backend/excel/layouts/matrix-table.ts';
import { printTable } from '#backend/excel/print-table.ts';
import type { Table } from '#backend/excel/table.ts';
import { tableSheet } from '#backend/excel/table-sheet.ts';
import { writeWorkbook } from '#backend/excel/write-workbook.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { Layout, Paper } from '#shared/domain/layout.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { isoDate, periodTitle } from '#shared/domain/period.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { AppError } from '#shared/errors.ts';
import { gatherLedger, gatherMatrix, gatherTasks } from './gather-tables.ts';

export type TableRequest = {
  readonly layout: Layout;
  readonly periodId?: PeriodId | undefined;
  readonly paper?: Paper | undefined;
  /** The matrix with the lights of the period below its marks. */
  readonly withLights?: boolean;
  /** Only these tasks; all when left out. */
  readonly taskIds?: readonly TaskId[] | undefined;
  /** Only these agencies; when left out, those with duties. */
  readonly agencyIds?: readonly AgencyId[] | undefined;
};

/** A table drawn up from the data file, to be written as a workbook or laid out on paper. */
export type BuiltTable = {
  /** How many tasks or entries it holds. */
  readonly rows: number;
  readonly workbook: () => Promise<Uint8Array>;
  readonly printed: () => PrintTable;
};

const built = <Row>(table: Table<Row>): BuiltTable => ({
  rows: table.items.filter(({ kind }) => kind === 'row').length,
  workbook: () => writeWorkbook([tableSheet(table)]),
  printed: () => printTable(table),
});

/**
 * Gathers what a layout needs from the data file and draws it up.
 *
 * @throws AppError PERIOD_UNKNOWN
 */
export function buildTable(context: BackendContext, request: TableRequest): BuiltTable {
  const plan = getPlan(context.db);
  const { paper } = request;
  const headline = { plan, date: isoDate(context.clock()), ...(paper === undefined ? {} : { paper }) };
  const period = request.periodId === undefined ? undefined : periodOf(context, request.periodId);
  switch (request.layout) {
    case 'decomposition':
      return built(decompositionTable({ ...headline, tasks: gatherTasks(context, plan.id, request.taskIds) }));
    case 'matrix': {
      // Without a wish for lights the marks alone: lights change every day, a responsibility table is kept for the year.
      const lit = request.withLights === true ? period : undefined;
      const about = lit ? { periodTitle: periodTitle(lit.label) } : {};
      return built(matrixTable({ ...headline, ...about, ...gatherMatrix(context, plan.id, lit, request) }));
    }
    case 'ledger': {
      if (period === undefined) throw new AppError('PERIOD_UNKNOWN', { period: '' });
      const tasks = gatherLedger(context, plan.id, period, request.taskIds);
      return built(ledgerTable({ ...headline, periodTitle: periodTitle(period.label), tasks }));
    }
    default:
      return assertNever(request.layout);
  }
}

function periodOf(context: BackendContext, periodId: PeriodId): PeriodView {
  const period = findPeriod(context.db, periodId);
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}
