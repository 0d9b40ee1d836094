import type { BackendContext } from '#backend/calls/context.ts';
import { CELLS } from '#backend/excel/layouts/cells/all-cells.ts';
import type { DescribedLayout, LayoutInput, RowOf } from '#backend/excel/layouts/records.ts';
import { placeholderWords } from '#backend/excel/layouts/table-words.ts';
import { sheetNames } from '#backend/sheets/safe-text.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { getPlan } from '#db/queries/plan.queries.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyId, PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { Paper } from '#shared/domain/layout.ts';
import type { LayoutDef, LayoutRowKind } from '#shared/domain/layout-def.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PlaceholderWords } from '#shared/domain/placeholders.ts';
import { AppError } from '#shared/errors.ts';
import { findLayout } from '../layout/list-layouts.ts';
import { shownPeriodOf } from '../page/shown-period-of.ts';
import { gatherAgencyRows } from './gather-agency-rows.ts';
import { gatherEntryRows } from './gather-entry-rows.ts';
import { type Chosen, type Ground, gatherLayoutGround } from './gather-ground.ts';
import { gatherLateRows } from './gather-late-rows.ts';
import { gatherReportRows } from './gather-report-rows.ts';
import { gatherTargetRows } from './gather-target-rows.ts';
import { gatherTaskRows } from './gather-task-rows.ts';
import { splitByAgency } from './split-by-agency.ts';

export type TableRequest = Chosen & {
  readonly planId: PlanId;
  readonly layout: string | LayoutDef;
  readonly periodId?: PeriodId | undefined;
  readonly paper?: Paper | undefined;
};

/** One sheet of a layout: the whole table, or the part of one agency. */
export type DescribedSheet = {
  readonly agency: { readonly id: AgencyId; readonly name: string } | null;
  readonly table: DescribedLayout;
};

export type DescribedTables = {
  readonly def: LayoutDef;
  readonly plan: PlanView;
  readonly period: PeriodView;
  /** At least one. */
  readonly sheets: readonly DescribedSheet[];
};

/**
 * Gathers what a layout needs from the data file, as it is at this moment; nothing in it changes afterwards.
 *
 * @returns plain data, to be written as a workbook by the outlet or laid out on paper
 * @throws AppError PLAN_GONE | PERIOD_UNKNOWN | LAYOUT_UNKNOWN | LAYOUT_FIELD_UNKNOWN | NO_REGULAR_DUTIES | DUTY_GONE
 */
export function describeLayout(context: BackendContext, request: TableRequest): DescribedTables {
  const plan = getPlan(context.db, request.planId);
  const period = periodOf(context, plan.id, request.periodId);
  const { layout } = request;
  const found = typeof layout === 'string' ? findLayout(context.db, layout).def : layout;
  const def = request.paper === undefined ? found : { ...found, paper: request.paper };
  const ground = gatherLayoutGround(context, plan, period, def, request);
  const sheets = withOwnNames(describedSheets(ground));
  return { def, plan, period, sheets };
}

/** Two agencies may have one short name, and two regular duties one title. */
function withOwnNames(sheets: readonly DescribedSheet[]): readonly DescribedSheet[] {
  const names = sheetNames(sheets.map(({ table }) => table.input.sheetName));
  return sheets.map(({ agency, table }, index) => {
    const input = { ...table.input, sheetName: names[index] ?? table.input.sheetName };
    // The kind and the rows stay those of the table.
    return { agency, table: { ...table, input } as DescribedLayout };
  });
}

function describedSheets(ground: Ground): readonly DescribedSheet[] {
  const { def } = ground;
  switch (def.rows) {
    case 'task': {
      const { rows, agencyColumns, legend } = gatherTaskRows(ground);
      const words = { 图例: legend, ...(isOfPeriod(ground) ? {} : { 期: '' }) };
      return sheetsOf(ground, 'task', rows, { words, agencyColumns });
    }
    case 'entry':
      return sheetsOf(ground, 'entry', gatherEntryRows(ground).rows);
    case 'agency':
      return sheetsOf(ground, 'agency', gatherAgencyRows(ground).rows);
    case 'target':
      return sheetsOf(ground, 'target', gatherTargetRows(ground).rows);
    case 'report':
      return gatherReportRows(ground).flatMap(({ duty, stretches, rows }) =>
        sheetsOf(ground, 'report', rows, {
          words: { 事项: duty.title, 计量单位: duty.unit },
          sheetName: duty.title,
          stretches,
        }),
      );
    case 'late':
      return sheetsOf(ground, 'late', gatherLateRows(ground).rows);
    default:
      return assertNever(def.rows);
  }
}

type Beside = Partial<Pick<LayoutInput, 'words' | 'agencyColumns' | 'stretches' | 'sheetName'>>;

/** The table, or a part of it for each agency that has rows in it, in the order of the directory. */
function sheetsOf<Kind extends LayoutRowKind>(
  ground: Ground,
  kind: Kind,
  rows: Iterable<RowOf[Kind]>,
  beside: Beside = {},
): readonly DescribedSheet[] {
  const { def, plan, period, chosen, agencies } = ground;
  const only = chosen.agencyIds?.length === 1 ? agencies.find(({ id }) => id === chosen.agencyIds?.[0]) : undefined;
  const words: PlaceholderWords = {
    ...placeholderWords({
      plan,
      date: ground.context.today(),
      periodTitle: periodTitle(period.label),
      agency: only?.name,
    }),
    ...beside.words,
  };
  const input = { def, words, sheetName: def.name, agencyColumns: [], stretches: [], ...beside };
  const lists = {
    tasks: ground.tasks,
    agencies: agencies.map(({ id, name, shortName, kind: of }) => ({ id, name, shortName, kind: of })),
  };
  const described = (part: Iterable<RowOf[Kind]>, own: Partial<LayoutInput>): DescribedLayout => {
    const whole: LayoutInput = { ...input, ...lists, filled: [], ...own, words: { ...words, ...own.words } };
    const filled = filledFields(kind, whole, part);
    // A superior who gets a table without rows shall see that there is nothing, not that something was forgotten.
    const said = isEmpty(part) ? { ...def, notes: [NOTHING_NOTE, ...def.notes] } : def;
    // The kind and its rows belong together; the compiler cannot follow them through the union.
    return { layout: 'layout', kind, input: { ...whole, def: said, filled }, rows: part } as unknown as DescribedLayout;
  };
  const parts = splitByAgency(ground, kind, rows);
  if (!parts) return [{ agency: null, table: described(rows, {}) }];
  return parts.map(({ agency, rows: part }) => ({
    agency: { id: agency.id, name: agency.name },
    table: described(part, { words: { 单位: agency.name }, sheetName: agency.shortName }),
  }));
}

const NOTHING_NOTE = '（无）';

function isEmpty(rows: Iterable<unknown>): boolean {
  for (const _ of rows) return false;
  return true;
}

/** Fields of columns that stand only where something is in them, and in which there is something. */
function filledFields<Kind extends LayoutRowKind>(
  kind: Kind,
  input: LayoutInput,
  rows: Iterable<RowOf[Kind]>,
): readonly string[] {
  const open = new Set(input.def.columns.filter(({ whenFilled }) => whenFilled).map(({ field }) => field));
  const filled: string[] = [];
  if (open.size === 0) return filled;
  for (const row of rows) {
    for (const field of open) {
      const content = CELLS[kind][field]?.(row, input) ?? null;
      if (content === null) continue;
      filled.push(field);
      open.delete(field);
    }
    if (open.size === 0) break;
  }
  return filled;
}

const OF_PERIOD: ReadonlySet<string> = new Set([
  'status',
  'percent',
  'narrative',
  'problems',
  'nextSteps',
  'light',
  'lightReason',
]);

/** A table of the year's duties alone says nothing of a period: lights change every day, duties are kept for the year. */
function isOfPeriod({ chosen, fields }: Ground): boolean {
  return chosen.withLights === true || [...fields].some((field) => OF_PERIOD.has(field));
}

/** @throws AppError PERIOD_UNKNOWN */
function periodOf({ db, today }: BackendContext, planId: PlanId, periodId: PeriodId | undefined): PeriodView {
  const state = loadPlanState(db, planId, { parts: ['plan', 'periods'] });
  const period = shownPeriodOf(state, periodId, today());
  if (!period) throw new AppError('PERIOD_UNKNOWN', { period: '' });
  return period;
}
