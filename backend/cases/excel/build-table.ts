import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, listProgress } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listDues, listSections, listTargets, listTasks } from '#db/queries/plan.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { Layout, Paper } from '#shared/contract/excel.contract.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
import { isoDate, periodTitle } from '#shared/domain/period.ts';
import type { PeriodView } from '#shared/domain/views.ts';
import { AppError } from '#shared/errors.ts';
import type { BackendContext } from '../../context.ts';
import { buildDecomposition } from '../../excel/decomposition.ts';
import { buildLedger } from '../../excel/ledger.ts';
import { buildMatrix } from '../../excel/matrix-table.ts';

export type TableRequest = {
  readonly layout: Layout;
  readonly periodId?: PeriodId | undefined;
  readonly paper?: Paper | undefined;
};

/**
 * Gathers what a layout needs from the data file and draws it up.
 *
 * @returns the workbook's bytes and how many tasks or entries it holds
 * @throws AppError PERIOD_UNKNOWN
 */
export async function buildTable(
  context: BackendContext,
  request: TableRequest,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const { db } = context;
  const today = isoDate(context.clock());
  const headline = { plan: getPlan(db), date: today, ...(request.paper === undefined ? {} : { paper: request.paper }) };
  const tasks = gatherTasks(context, request.periodId === undefined ? undefined : periodOf(context, request.periodId));
  switch (request.layout) {
    case 'decomposition': {
      const targets = Map.groupBy(listTargets(db), (target) => target.taskId);
      const dues = Map.groupBy(listDues(db), (due) => due.taskId);
      const rows = tasks.map((task) => ({
        ...task,
        targets: targets.get(task.id) ?? [],
        dues: dues.get(task.id) ?? [],
        assignments: task.entries,
      }));
      return { bytes: await buildDecomposition({ ...headline, tasks: rows }), rows: rows.length };
    }
    case 'matrix': {
      const agencies = listAgencies(db).filter((agency) => agency.duties > 0);
      // The marks alone: lights change every day, a responsibility table is kept for the year.
      const rows = tasks.map((task) => ({
        ...task,
        cells: task.entries.map(({ agencyId, role }) => ({ agencyId, role })),
      }));
      return { bytes: await buildMatrix({ ...headline, agencies, tasks: rows }), rows: rows.length };
    }
    case 'ledger': {
      if (request.periodId === undefined) throw new AppError('PERIOD_UNKNOWN', { period: '' });
      const { label } = periodOf(context, request.periodId);
      const rows = tasks.map((task) => ({ ...task, text: task.title }));
      const bytes = await buildLedger({ ...headline, periodTitle: periodTitle(label), tasks: rows });
      return { bytes, rows: tasks.reduce((sum, task) => sum + task.entries.length, 0) };
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

/** Tasks in their order, each with its section and with its agencies as the document names them. */
function gatherTasks({ db, clock }: BackendContext, period: PeriodView | undefined) {
  const today = isoDate(clock());
  const sections = new Map(listSections(db).map((section) => [section.id, section]));
  const agencyNames = new Map(listAgencies(db).map((agency) => [agency.id, agency.name]));
  const key = (taskId: TaskId, agencyId: AgencyId) => `${taskId}/${agencyId}`;
  const progress = new Map(
    (period ? listProgress(db, period.id) : []).map((row) => [key(row.taskId, row.agencyId), row]),
  );
  const assignments = Map.groupBy(listAssignments(db), (assignment) => assignment.taskId);
  return listTasks(db).map(({ id, sectionId, number, title, content }) => ({
    id,
    section: (sectionId === null ? undefined : sections.get(sectionId)) ?? null,
    number,
    title,
    content,
    entries: (assignments.get(id) ?? []).map(({ agencyId, role }) => {
      const entry = progress.get(key(id, agencyId)) ?? null;
      return {
        agencyId,
        agencyName: agencyNames.get(agencyId) ?? '',
        role,
        progress: entry,
        light: lightOf(entry?.status ?? null, period?.dueOn ?? today, today),
      };
    }),
  }));
}
