import type { BackendContext } from '#backend/calls/context.ts';
import type { ReportProgress } from '#backend/calls/long-call.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { chineseDate } from '#backend/excel/layouts/table-words.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import {
  comparisonTables,
  type FigureTable,
  figureTable,
  STATISTICS_VIEW_LABELS,
  type StatisticsView,
} from '#shared/domain/figure-table.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { sendTable, stateOf } from '../sendings/record-sending.ts';
import { readStatistics, readTwoDays } from './read-statistics.ts';

export type FiguresRequest =
  | {
      readonly view: StatisticsView;
      readonly planId: PlanId;
      readonly periodId?: PeriodId | undefined;
      readonly on?: string | undefined;
    }
  | { readonly view: 'comparison'; readonly planId: PlanId; readonly from: string; readonly to: string };

/**
 * Writes one table of a plan's statistics as a workbook.
 *
 * @param target full path; an existing file is replaced
 * @throws AppError as readStatistics and readTwoDays, and those of backend/outlet/outlet.ts
 */
export async function* writeFigures(
  context: BackendContext,
  request: FiguresRequest,
  target: string,
  progress: ReportProgress,
  signal: AbortSignal | undefined,
): AsyncGenerator<LongCallEvent<never>, ExportedFile, void> {
  assertNotDataFile(target, context.dataFile);
  context.outlet.prepare('tables');
  yield progress(0, 1, '正在统计');
  const table = describeFigures(context, request);
  const about = {
    what: request.view === 'comparison' ? '统计：两日对比' : `统计：${STATISTICS_VIEW_LABELS[request.view]}`,
    planId: request.planId,
    periodId: request.view === 'comparison' ? null : (request.periodId ?? null),
    request: { call: 'statistics.export', input: request },
    state: stateOf(context),
  };
  return sendTable(context, [table], about, target, { signal });
}

/** The table as plain data, to be written as a workbook or laid out on paper. */
export function describeFigures(context: BackendContext, request: FiguresRequest): TableDescription {
  const { table, about, date } = figuresOf(context, request);
  return { layout: 'figures', input: { plan: getPlan(context.db, request.planId), date, table, about } };
}

function figuresOf(
  context: BackendContext,
  request: FiguresRequest,
): { readonly table: FigureTable; readonly about: string; readonly date: string } {
  if (request.view === 'comparison') {
    const comparison = readTwoDays(context, request);
    const [table] = comparisonTables(comparison);
    const { from, to } = comparison;
    return { table, about: `${chineseDate(from)}至${chineseDate(to)}`, date: to };
  }
  const statistics = readStatistics(context, request);
  const { periods, on } = statistics;
  const [first, last] = [periods[0], periods.at(-1)].map((period) => (period ? periodTitle(period.label) : ''));
  const span = first === last ? first : `${first}至${last}`;
  return { table: figureTable(statistics, request.view), about: `${span}，截至${chineseDate(on)}`, date: on };
}
