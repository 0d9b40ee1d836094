import { z } from 'zod';
import { type BackendContext, made } from '#backend/calls/context.ts';
import { takeBackReturn } from '#db/commands/take-returns.commands.ts';
import type { ReadableDb } from '#db/handle.ts';
import { type RowValues, type RowWrite, readRow } from '#db/log/row-writer.ts';
import { findAgency } from '#db/queries/agency.queries.ts';
import { findPeriod } from '#db/queries/period.queries.ts';
import { findTask } from '#db/queries/plan.queries.ts';
import { getReturn } from '#db/queries/return.queries.ts';
import { listChanges } from '#db/queries/step.queries.ts';
import { listTakingSteps, listWrittenCells } from '#db/queries/told.queries.ts';
import { AgencyIdSchema, PeriodIdSchema, type ReturnId, TaskIdSchema } from '#shared/domain/ids.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { type ChangedSince, parsedRow as parsed, takeBackValues } from './take-back-values.ts';

type Plan = {
  readonly rows: readonly RowWrite[];
  readonly cells: number;
  readonly changedSince: readonly ChangedSince[];
};

const PlaceSchema = z.object({ task_id: TaskIdSchema, agency_id: AgencyIdSchema, period_id: PeriodIdSchema });

/** Columns of a progress row that say something, with the name a person knows. */
const COLUMNS: Readonly<Record<string, string>> = Object.fromEntries(
  PROGRESS_FIELDS.map((field) => [
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    PROGRESS_FIELD_LABELS[field],
  ]),
);
/** Columns that follow the others. */
const FOLLOWING = ['origin', 'reporter'];
const BLANK: RowValues = {
  status: null,
  percent: null,
  reported_on: null,
  narrative: '',
  problems: '',
  next_steps: '',
};

/** What taking a return back would do. @throws AppError RETURN_GONE | RETURN_NOT_TAKEN */
export function previewTakingBack(
  { db }: Pick<BackendContext, 'db'>,
  returnId: ReturnId,
): Pick<Plan, 'cells' | 'changedSince'> {
  const { cells, changedSince } = planTakingBack(db, returnId, false);
  return { cells, changedSince };
}

/**
 * Takes a return back that was taken in, however long ago: its cells get what they held before.
 *
 * @param includeChanged also cells that somebody changed since; else they stay
 * @throws AppError RETURN_GONE | RETURN_NOT_TAKEN | PERIOD_CLOSED
 */
export function takeBack(context: BackendContext, returnId: ReturnId, includeChanged: boolean): StepReport {
  const { db } = context;
  const row = getReturn(db, returnId);
  const period = row.periodId === null ? undefined : findPeriod(db, row.periodId);
  if (period && period.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: period.label });
  const { rows, cells } = planTakingBack(db, returnId, includeChanged);
  const label = `撤回采用：${row.fileName}，恢复 ${cells} 处`;
  return reportStep(db, takeBackReturn(db, returnId, rows, label, made(context, 'form', row.fileName)));
}

/** Works back through the steps that took it in: what a step wrote and still stands goes back to what was before. */
function planTakingBack(db: ReadableDb, returnId: ReturnId, includeChanged: boolean): Plan {
  const { fileName } = getReturn(db, returnId);
  const steps = listTakingSteps(db, returnId);
  if (steps.length === 0) throw new AppError('RETURN_NOT_TAKEN', { file: fileName });
  const mine = listWrittenCells(db, returnId);
  const now = new Map<number, RowValues | null>();
  const wanted = new Map<number, RowValues>();
  const changedSince = new Map<string, ChangedSince>();
  const cells = new Set<string>();
  const changes = steps.flatMap((step) => listChanges(db, step).toReversed());
  const figures = takeBackValues(db, changes, { mine, includeChanged });
  for (const { table, rowId, before, after } of changes) {
    if (table !== 'progress' || after === null) continue;
    const [was, became] = [parsed(before), parsed(after)];
    const { task_id, agency_id, period_id } = PlaceSchema.parse(became);
    if (!mine.has(`${task_id}/${agency_id}`)) continue;
    if (!now.has(rowId)) now.set(rowId, parsed(readRow(db, 'progress', rowId)));
    const present = now.get(rowId) ?? null;
    const label = `第 ${findTask(db, task_id)?.number ?? '?'} 项 ${findAgency(db, agency_id)?.shortName ?? '?'}`;
    for (const column of [...Object.keys(COLUMNS), ...FOLLOWING]) {
      const back = was === null ? (BLANK[column] ?? (column === 'reporter' ? '' : null)) : (was[column] ?? null);
      if (back === (became?.[column] ?? null) || (was === null && column === 'origin')) continue;
      const stands = present !== null && present[column] === became?.[column];
      const said = COLUMNS[column];
      if (!stands && said !== undefined) {
        const cell = { taskId: task_id, agencyId: agency_id, periodId: period_id };
        changedSince.set(`${rowId}/${column}`, { ...cell, label: `${label} ${said}` });
      }
      if (present === null || !(stands || includeChanged)) continue;
      if (said !== undefined) cells.add(`${rowId}/${column}`);
      wanted.set(rowId, { ...wanted.get(rowId), [column]: back });
      now.set(rowId, { ...present, ...wanted.get(rowId) });
    }
  }
  const rows = [...wanted].map(([id, values]): RowWrite => {
    const row = now.get(id) ?? {};
    const isBlank = Object.entries(BLANK).every(([column, blank]) => row[column] === blank);
    return { table: 'progress', id, values: isBlank ? null : values };
  });
  return {
    rows: [...rows, ...figures.rows],
    cells: cells.size + figures.cells,
    changedSince: [...changedSince.values(), ...figures.changedSince],
  };
}
