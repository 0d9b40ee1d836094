import { z } from 'zod';
import { AgencyIdSchema, PeriodIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { CellRef } from '#shared/domain/step.ts';

/** The parts of a logged row of an assignment, a progress entry or a note that say which cell it belongs to. */
const CellRowSchema = z.object({
  task_id: TaskIdSchema,
  agency_id: AgencyIdSchema.nullable(),
  period_id: PeriodIdSchema.nullish(),
});

const TargetRowSchema = z.object({ task_id: TaskIdSchema });

type LoggedRow = {
  readonly table: string;
  readonly id: number;
  readonly before: string | null;
  readonly after: string | null;
};

/**
 * Which places of the matrix a step's changes belong to, each once, in the order of the changes: cells, whole tasks
 * (no agency), whole agencies (no task).
 *
 * @param changes table, row id and row JSON before and after, as logged
 */
export function touchedCells(changes: readonly LoggedRow[]): readonly CellRef[] {
  const cells = new Map<string, CellRef>();
  for (const change of changes) {
    const cell = placeOf(change);
    if (cell) cells.set(`${cell.taskId}/${cell.agencyId}/${cell.periodId}`, cell);
  }
  return [...cells.values()];
}

function placeOf({ table, id, before, after }: LoggedRow): CellRef | null {
  switch (table) {
    case 'assignment':
    case 'progress':
    case 'note':
    case 'extension':
    case 'closing':
    case 'target_value':
    case 'verification':
    case 'milestone':
    case 'sub_item':
    case 'evidence':
    case 'summary': {
      const row = CellRowSchema.parse(JSON.parse(after ?? before ?? 'null'));
      return { taskId: row.task_id, agencyId: row.agency_id, periodId: row.period_id ?? null };
    }
    case 'task_due':
    case 'task_target':
      return {
        taskId: TargetRowSchema.parse(JSON.parse(after ?? before ?? 'null')).task_id,
        agencyId: null,
        periodId: null,
      };
    case 'task':
      return { taskId: TaskIdSchema.parse(id), agencyId: null, periodId: null };
    case 'agency':
      return { taskId: null, agencyId: AgencyIdSchema.parse(id), periodId: null };
    default:
      return null;
  }
}
