import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { listProgress, type ProgressRow } from '../queries/assignment.queries.ts';
import { type CarryOrder, gatherCarried } from '../queries/carry.queries.ts';
import { getPeriod } from '../queries/period.queries.ts';

/**
 * Takes over into a period what was reported for an earlier one, wherever the later one has no entry. Such an entry is
 * no report: it is marked as carried until somebody touches it. One step.
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_CLOSED | NOTHING_TO_CARRY
 */
export function carryForward(db: WritableDb, order: CarryOrder, made: Made): CommittedStep {
  const { from, into, rows } = gatherCarried(db, order);
  if (into.closedOn !== null) throw new AppError('PERIOD_CLOSED', { period: into.label });
  if (rows.length === 0) throw new AppError('NOTHING_TO_CARRY');
  const label = `${periodTitle(into.label)}沿用${periodTitle(from.label)} ${rows.length} 处内容`;
  const writes = rows.map((row): RowWrite => ({ table: 'progress', id: null, values: carried(row, order) }));
  return commitStep(db, { code: 'progress.carry', label, ...made }, writes);
}

/**
 * Makes reports of entries that were carried over: the agency has said that they hold for this period too. One step.
 *
 * @throws AppError PERIOD_UNKNOWN | PERIOD_CLOSED | NOTHING_TO_CHANGE when none of them is a carried one
 */
export function confirmCarried(
  db: WritableDb,
  periodId: PeriodId,
  cells: readonly { readonly taskId: TaskId; readonly agencyId: AgencyId }[],
  made: Made,
): CommittedStep {
  const period = getPeriod(db, periodId);
  const chosen = new Set(cells.map(({ taskId, agencyId }) => `${taskId}/${agencyId}`));
  const taskIds = [...new Set(cells.map(({ taskId }) => taskId))];
  const entries = listProgress(db, period.planId, { periodId, taskIds }).filter(
    ({ origin, taskId, agencyId }) => origin === 'carried' && chosen.has(`${taskId}/${agencyId}`),
  );
  const origin = made.client === 'command-line' ? 'command-line' : 'manual';
  const label = `${periodTitle(period.label)}沿用的 ${entries.length} 处内容作为本期报送`;
  const writes = entries.map(({ id }): RowWrite => ({ table: 'progress', id, values: { origin } }));
  return commitStep(db, { code: 'progress.confirmCarried', label, ...made }, writes);
}

function carried(row: ProgressRow, { intoPeriodId, fields }: CarryOrder): RowValues {
  const takes = new Set(fields);
  return {
    task_id: row.taskId,
    agency_id: row.agencyId,
    period_id: intoPeriodId,
    status: takes.has('status') ? row.status : null,
    percent: takes.has('percent') ? row.percent : null,
    narrative: takes.has('narrative') ? row.narrative : '',
    problems: takes.has('problems') ? row.problems : '',
    next_steps: takes.has('nextSteps') ? row.nextSteps : '',
    reported_on: null,
    reporter: '',
    origin: 'carried',
  };
}
