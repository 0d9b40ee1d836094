import { type BackendContext, made } from '#backend/calls/context.ts';
import { compareReturn } from '#backend/returns/comparing/compare-return.ts';
import { sectionLike } from '#backend/returns/matching/section-like.ts';
import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { makeTask } from '#db/commands/make-task.commands.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { listSections } from '#db/queries/plan.queries.ts';
import { getReturn } from '#db/queries/return.queries.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { type AgencyId, type ReturnId, TaskIdSchema } from '#shared/domain/ids.ts';
import { isProgressField } from '#shared/domain/return-field.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { type GatheredPeriod, gatherPeriod } from './gather-period.ts';
import { patchOf } from './patch-of.ts';
import { reviewKept } from './review-returns.ts';

/**
 * Makes a row of theirs that belongs to no task a task of the plan, as one step: its words, its units (the first leads),
 * and of what it says as much as casts no doubt. The rest is then an item of the review, which finds the task.
 *
 * @throws AppError RETURN_GONE | RETURN_NOT_READY | RETURN_ROW_GONE when no such row is left over |
 *   RETURN_ROW_EMPTY when it says no task | AGENCY_UNKNOWN | PERIOD_CLOSED
 */
export async function makeTaskOfRow(
  context: BackendContext,
  { returnId, rowNumber }: { readonly returnId: ReturnId; readonly rowNumber: number },
): Promise<StepReport> {
  const { db } = context;
  const kept = getReturn(db, returnId);
  const { fileName: file, planId, periodId } = kept;
  if (planId === null || periodId === null) throw new AppError('RETURN_NOT_READY', { file });
  const [reviewed] = await reviewKept(context, planId, [kept]);
  const table = reviewed?.table;
  const row = table?.rows.find((candidate) => candidate.rowNumber === rowNumber);
  const isLeft = reviewed?.view.leftRows.some((left) => left.rowNumber === rowNumber) === true;
  // A row of another data file names a task that is there, of which the agency only has no role.
  const isTask = kept.kind === 'data-file';
  if (!reviewed || !table || !row || !isLeft || isTask) throw new AppError('RETURN_ROW_GONE', { file, row: rowNumber });
  if (row.taskText === '') throw new AppError('RETURN_ROW_EMPTY', { file, row: rowNumber });
  const period = findPeriod(db, periodId);
  if (!period) throw new AppError('RETURN_NOT_READY', { file });
  const gathered = gatherPeriod(context, period);
  const agencyIds = agenciesOf(row, table, kept.agencyId, gathered);
  const entries = agencyIds.map((agencyId) => {
    const items = undoubted(context, gathered, { table, row, agencyId, doubts: reviewed.view.doubts });
    const patch: ProgressPatch = Object.assign(
      {},
      ...items.map(({ field, theirs }) => (isProgressField(field) ? patchOf(field, theirs) : null) ?? {}),
    );
    return { agencyId, patch: items.length === 0 ? null : patch };
  });
  const section = sectionLike(row.section ?? '', listSections(db, planId));
  const words = { title: taskTitle(row.taskText), content: row.taskText };
  const task = { planId, sectionId: section?.id ?? null, ...words, periodId, entries };
  return reportStep(db, makeTask(db, task, made(context, 'form', file)));
}

/** Whose the row is: in a ledger the units it names, in a form the one that returns it. */
function agenciesOf(
  row: ReturnedRow,
  table: ParsedTable,
  returnedBy: AgencyId | null,
  { names }: GatheredPeriod,
): readonly AgencyId[] {
  if (table.kind === 'form' && returnedBy !== null) return [returnedBy];
  const { agencyIds, unknown } = names.several(row.agencyText);
  const [stranger] = unknown;
  if (stranger !== undefined || agencyIds.length === 0) {
    throw new AppError('AGENCY_UNKNOWN', { name: stranger ?? (row.agencyText || '（未填写单位）') });
  }
  return [...new Set(agencyIds)];
}

/** An id that no task has: the one that is to be made. */
const TO_BE_MADE = TaskIdSchema.parse(Number.MAX_SAFE_INTEGER);

/** What the review would take of the row beforehand, were its task there already. */
function undoubted(
  { today }: Pick<BackendContext, 'today'>,
  { period, plan, names, agencyNames }: GatheredPeriod,
  said: {
    readonly table: ParsedTable;
    readonly row: ReturnedRow;
    readonly agencyId: AgencyId;
    readonly doubts: readonly string[];
  },
): readonly ReturnItem[] {
  const { table, row, agencyId, doubts } = said;
  const { number, taskText } = row;
  const task = { taskId: TO_BE_MADE, number: Number.parseInt(number, 10) || 0, title: taskText, content: taskText };
  const { items } = compareReturn({
    table: { ...table, kind: 'form', rows: [{ ...row, taskId: null }] },
    assignments: [{ ...task, agencyId, agencyName: agencyNames.get(agencyId) ?? '' }],
    names,
    sent: null,
    told: new Map(),
    ours: new Map(),
    last: new Map(),
    period,
    planYear: plan.year,
    today: today(),
    doubts,
    returnId: null,
    firstId: 0,
  });
  return items.filter(({ chosen }) => chosen);
}
