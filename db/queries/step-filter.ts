import type { AgencyId, StepId, TaskId } from '#shared/domain/ids.ts';

/** Narrows a list of steps; what is left out narrows nothing. */
export type StepFilter = {
  readonly before?: StepId | undefined;
  readonly taskId?: TaskId | undefined;
  readonly agencyId?: AgencyId | undefined;
  /** ISO dates and times, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actor?: string | undefined;
  readonly words?: string | undefined;
};

/** Logged rows of an agency that belong to no task; their tables are small. */
const OF_AGENCY_ALONE = ['agency_alias', 'agency_contact', 'form', 'return', 'reminder'] as const;

const OF_TASK = `
  SELECT step_id FROM change WHERE task_id = @taskId
  UNION SELECT step_id FROM change WHERE table_name = 'task' AND row_id = @taskId`;

/** Task by task, so that the index change_by_cell serves for the agency as well: its rows are a few of a million. */
const OF_AGENCY = `
  SELECT step_id FROM task CROSS JOIN change ON change.task_id = task.id AND change.agency_id = @agencyId
  UNION SELECT step_id FROM change WHERE table_name = 'agency' AND row_id = @agencyId
  UNION SELECT step_id FROM change
        WHERE table_name IN (${OF_AGENCY_ALONE.map((table) => `'${table}'`).join(', ')}) AND agency_id = @agencyId`;

const OF_CELL = 'SELECT step_id FROM change WHERE task_id = @taskId AND agency_id = @agencyId';

/** The filter as conditions over `step`, with the values they name. */
export function conditionsOf(filter: StepFilter): {
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
} {
  const { before, taskId, agencyId, from, to, actor, words } = filter;
  const touched = agencyId === undefined ? OF_TASK : taskId === undefined ? OF_AGENCY : OF_CELL;
  const parts = [
    before === undefined ? null : 'id < @before',
    taskId === undefined && agencyId === undefined ? null : `id IN (${touched})`,
    from === undefined ? null : 'at >= @from',
    to === undefined ? null : 'at <= @to',
    actor === undefined ? null : 'actor = @actor',
    words === undefined ? null : "(label LIKE @like ESCAPE '\\' OR source LIKE @like ESCAPE '\\')",
  ].filter((part) => part !== null);
  const like = words === undefined ? undefined : `%${words.replace(/[\\%_]/gu, '\\$&')}%`;
  const given: Readonly<Record<string, string | number | undefined>> = {
    before,
    taskId,
    agencyId,
    from,
    to,
    actor,
    like,
  };
  return {
    where: parts.length === 0 ? '1' : parts.join(' AND '),
    values: Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
    ),
  };
}
