import type { AgencyId, StepId, TaskId } from '#shared/domain/ids.ts';
import type { Made, Manner } from '#shared/domain/step.ts';
import type { ReadableDb } from '../handle.ts';

/** One logged change of a row that stands, or once stood, in a cell. */
export type CellChangeRow = {
  readonly stepId: StepId;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly label: string;
  readonly client: Made['client'];
  readonly manner: Manner;
  readonly at: string;
  readonly actor: string;
  readonly reversed: 0 | 1;
  /** Name of the returned workbook the step took in for the agency. */
  readonly file: string | null;
  readonly table: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** More changes of one cell are not read by anybody; the log itself keeps all. */
const CHANGES_MAX = 1000;

/**
 * The rows of a cell are found in the log by the index change_by_cell, deleted ones included; their changes by
 * change_by_row. A row that a merge moved here or from here brings its whole past: the caller looks at each state.
 */
const ROWS_OF_CELL = `
  SELECT DISTINCT table_name, row_id FROM change
  WHERE task_id = @taskId AND agency_id = @agencyId AND table_name IN (SELECT value FROM json_each(@tables))`;

const ROWS_OF_TASK = `
  SELECT 'task' AS table_name, @taskId AS row_id
  UNION
  SELECT table_name, row_id FROM change
  WHERE task_id = @taskId AND agency_id IS NULL AND table_name IN (SELECT value FROM json_each(@tables))`;

/** The workbook whose decided cell this is: of several files of a step, and of a ledger, which is no agency's own. */
const FILE_OF_ITEM = `
  SELECT coalesce(taken.after, taken.before) ->> 'file_name'
  FROM change AS item
  JOIN change AS taken ON taken.step_id = item.step_id AND taken.table_name = 'return'
                      AND taken.row_id = coalesce(item.after, item.before) ->> 'return_id'
  WHERE item.step_id = step.id AND item.table_name = 'return_item'
    AND item.task_id = @taskId AND item.agency_id = @agencyId`;

/** A step of before items named their agency, or one that takes a return back and decides no cell. */
const FILE_OF_AGENCY = `
  SELECT coalesce(taken.after, taken.before) ->> 'file_name' FROM change AS taken
  WHERE taken.step_id = step.id AND taken.table_name = 'return' AND taken.agency_id = @agencyId`;

/**
 * Changes of a cell (with no agency: of the task itself), newest first.
 *
 * @param tables whose rows are meant
 */
export function listCellChanges(
  db: ReadableDb,
  taskId: TaskId,
  agencyId: AgencyId | null,
  tables: readonly string[],
): readonly CellChangeRow[] {
  const sql = `
    SELECT step.id AS stepId, step.kind, step.label, step.client, step.manner, step.at, step.actor,
           EXISTS (SELECT 1 FROM step AS later WHERE later.reverses = step.id) AS reversed,
           coalesce((${FILE_OF_ITEM}), (${FILE_OF_AGENCY})) AS file,
           change.table_name AS "table", change.before, change.after
    FROM (${agencyId === null ? ROWS_OF_TASK : ROWS_OF_CELL}) AS place
    JOIN change ON change.table_name = place.table_name AND change.row_id = place.row_id
    JOIN step ON step.id = change.step_id
    ORDER BY change.id DESC LIMIT ${CHANGES_MAX}`;
  return db.prepare(sql).all({ taskId, agencyId, tables: JSON.stringify(tables) }) as CellChangeRow[];
}
