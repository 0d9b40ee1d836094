import type { BackendContext } from '#backend/calls/context.ts';
import type { TableDescription } from '#backend/excel/layouts/layout.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import { listAssignments, progressOfPeriod } from '#db/queries/assignment.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { getPlan, listDues, listSections, listTargets, listTasks } from '#db/queries/plan.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyId, PeriodId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Layout, Paper } from '#shared/domain/layout.ts';
import { lightOf } from '#shared/domain/light.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { isoDate, periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';

export type TableRequest = {
  readonly planId: PlanId;
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

/**
 * Gathers what a layout needs from the data file, as it is at this moment; nothing in it changes afterwards.
 *
 * @returns plain data, to be written as a workbook by the outlet or laid out on paper
 * @throws AppError PERIOD_UNKNOWN
 */
export function describeTable(context: BackendContext, request: TableRequest): TableDescription {
  const { db } = context;
  const today = isoDate(context.clock());
  const headline = {
    plan: getPlan(db, request.planId),
    date: today,
    ...(request.paper === undefined ? {} : { paper: request.paper }),
  };
  const period = request.periodId === undefined ? undefined : periodOf(context, request.planId, request.periodId);
  const chosenTasks = request.taskIds && new Set(request.taskIds);
  const tasks = gatherTasks(context, request.planId, period).filter(({ id }) => !chosenTasks || chosenTasks.has(id));
  switch (request.layout) {
    case 'decomposition': {
      const targets = Map.groupBy(listTargets(db, request.planId), (target) => target.taskId);
      const dues = Map.groupBy(listDues(db, request.planId), (due) => due.taskId);
      const rows = tasks.map((task) => ({
        ...task,
        targets: targets.get(task.id) ?? [],
        dues: dues.get(task.id) ?? [],
        assignments: task.entries,
      }));
      return { layout: 'decomposition', input: { ...headline, tasks: rows } };
    }
    case 'matrix': {
      const chosen = request.agencyIds && new Set(request.agencyIds);
      const agencies = listAgencies(db).filter(({ id, duties }) => (chosen ? chosen.has(id) : duties > 0));
      // Without a wish for lights the marks alone: lights change every day, a responsibility table is kept for the year.
      const withLights = request.withLights === true && period !== undefined;
      const rows = tasks.map((task) => ({
        ...task,
        cells: task.entries.map(({ agencyId, role, light }) => ({ agencyId, role, ...(withLights ? { light } : {}) })),
      }));
      const about = withLights ? { periodTitle: periodTitle(period.label) } : {};
      return { layout: 'matrix', input: { ...headline, ...about, agencies, tasks: rows } };
    }
    case 'ledger': {
      if (period === undefined) throw new AppError('PERIOD_UNKNOWN', { period: '' });
      const rows = tasks.map((task) => ({ ...task, text: task.title }));
      return { layout: 'ledger', input: { ...headline, periodTitle: periodTitle(period.label), tasks: rows } };
    }
    default:
      return assertNever(request.layout);
  }
}

function periodOf(context: BackendContext, planId: PlanId, periodId: PeriodId): PeriodView {
  const period = findPeriod(context.db, periodId);
  if (period?.planId !== planId) throw new AppError('PERIOD_UNKNOWN', { period: periodId });
  return period;
}

/** Tasks in their order, each with its section and with its agencies as the document names them. */
function gatherTasks({ db, clock }: BackendContext, planId: PlanId, period: PeriodView | undefined) {
  const today = isoDate(clock());
  const sections = new Map(listSections(db, planId).map((section) => [section.id, section]));
  const agencyNames = new Map(listAgencies(db).map((agency) => [agency.id, agency.name]));
  const key = (taskId: TaskId, agencyId: AgencyId) => `${taskId}/${agencyId}`;
  const progress = new Map(
    (period ? progressOfPeriod(db, period.id) : []).map((row) => [key(row.taskId, row.agencyId), row]),
  );
  const assignments = Map.groupBy(listAssignments(db, planId), (assignment) => assignment.taskId);
  return listTasks(db, planId).map(({ id, sectionId, number, title, content }) => ({
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
