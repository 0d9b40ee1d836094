import { halfClosed, isAdded } from '#db/commands/merge-facts.ts';
import type { ReadableDb } from '#db/handle.ts';
import { gatherMerge } from '#db/queries/merge.queries.ts';
import { listPlans, listTasks } from '#db/queries/plan.queries.ts';
import type { MergePreview } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { strongerRole } from '#shared/domain/role.ts';

/**
 * What merging two agencies would do. Reads only; removed tasks are not counted, because the clerk does not see them.
 *
 * @throws AppError AGENCY_GONE | AGENCY_NOT_GROUP
 */
export function previewMerge(
  db: ReadableDb,
  { from, into, on }: { readonly from: AgencyId; readonly into: AgencyId; readonly on?: string | undefined },
): MergePreview {
  const rows = gatherMerge(db, from, into);
  // A plan of a year before the day is left as it is.
  const plans = listPlans(db).filter((plan) => on === undefined || plan.year >= Number(on.slice(0, 4)));
  const tasks = plans.flatMap((plan) => listTasks(db, plan.id));
  const shown = new Set(tasks.map((task) => task.id));
  const progress = rows.progress.filter((pair) => shown.has(pair.from.task_id));
  const roleOf = new Map(rows.roles.map((pair) => [pair.from.task_id, pair]));
  const roles = tasks.flatMap(({ id: taskId, number, title }) => {
    const pair = roleOf.get(taskId);
    if (!pair || (on !== undefined && pair.from.ends_on !== null && pair.from.ends_on < on)) return [];
    const held = pair.into?.role ?? null;
    const merged = held === null ? pair.from.role : strongerRole(pair.from.role, held);
    return [{ taskId, number, title, from: pair.from.role, into: held, merged }];
  });
  // What an agency did before the day stays with it.
  if (on !== undefined) return { ...NOTHING_ELSE, roles };
  const { facts } = rows;
  const both = facts.values.flatMap((pair) => (pair.into ? [pair.from] : []));
  const half = new Set(halfClosed(facts).map(({ task_id }) => task_id));
  return {
    aliases: rows.aliases,
    roles,
    progress: {
      moved: progress.filter((pair) => pair.into === undefined).length,
      joined: progress.filter((pair) => pair.into !== undefined).length,
    },
    forms: rows.formIds.length,
    returns: rows.returnIds.length,
    notes: rows.notes.filter((pair) => shown.has(pair.from.task_id)).length,
    values: {
      moved: facts.values.length - both.length,
      added: both.filter(isAdded).length,
      later: both.filter((value) => !isAdded(value)).length,
    },
    facts: Object.values(facts.handedOver).reduce((sum, ids) => sum + ids.length, facts.summaries.length),
    reopened: tasks.flatMap(({ id, number }) => (half.has(id) ? [number] : [])),
  };
}

const NOTHING_ELSE = {
  aliases: [],
  progress: { moved: 0, joined: 0 },
  forms: 0,
  returns: 0,
  notes: 0,
  values: { moved: 0, added: 0, later: 0 },
  facts: 0,
  reopened: [],
} as const;
