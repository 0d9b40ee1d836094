import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PlanReading, Span } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { DocumentContent } from './document-text.ts';
import type { Grid } from './tables/grid.ts';
import { readPlanTables } from './tables/read-plan-table.ts';
import { tablesInText } from './tables/tables-in-text.ts';

export type ReadTextOptions = {
  readonly directory?: AgencyDirectory | undefined;
  /** What the text is called, for a title where it gives none: a file's name without its ending. */
  readonly name: string;
  /** Repairs of an earlier reading of the same text that are not to be made, by their spans. */
  readonly refusedRepairs?: readonly Span[] | undefined;
};

/**
 * Reads a plan that is at hand as text: pasted, decoded, or taken out of a document before. Tables with tabs are read
 * as tables.
 *
 * @throws AppError PLAN_NO_TASKS when nothing in it looks like a task
 */
export function readText(text: string, options: ReadTextOptions): PlanReading {
  return understand({ text, grids: tablesInText(text) }, options);
}

/**
 * A document can hold its plan as text, as tables, or as both (a plan with its 任务分解表 as an annex). Whichever names
 * more tasks with somebody responsible is the plan; of two that say the same, the text.
 *
 * @throws AppError PLAN_NO_TASKS
 */
export function understand(
  { text, grids }: Pick<DocumentContent, 'text' | 'grids'>,
  options: ReadTextOptions,
): PlanReading {
  const { directory, refusedRepairs, name } = options;
  const table = readPlanTables(text, grids, { directory, name });
  if (table === undefined) return readPlan(text, { directory, refusedRepairs });
  const rest = readTextBeside(text, table.grids, options);
  return rest !== undefined && namedTasks(rest) >= namedTasks(table.reading) ? rest : table.reading;
}

/** The plan in the words around the tables; their places are blanked out, so that every offset stays. */
function readTextBeside(
  text: string,
  grids: readonly Grid[],
  { directory, refusedRepairs }: ReadTextOptions,
): PlanReading | undefined {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of grids) {
    pieces.push(text.slice(at, start), '\n'.repeat(end - start));
    at = end;
  }
  const beside = pieces.join('') + text.slice(at);
  try {
    return readPlan(beside, { directory, refusedRepairs });
  } catch (error) {
    if (error instanceof AppError && error.code === 'PLAN_NO_TASKS') return undefined;
    throw error;
  }
}

function namedTasks(reading: PlanReading): number {
  return reading.tasks.filter((task) => task.responsibilities.some(({ roles }) => roles.length > 0)).length;
}
