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
  { from, into }: { readonly from: AgencyId; readonly into: AgencyId },
): MergePreview {
  const rows = gatherMerge(db, from, into);
  const tasks = listPlans(db).flatMap((plan) => listTasks(db, plan.id));
  const shown = new Set(tasks.map((task) => task.id));
  const progress = rows.progress.filter((pair) => shown.has(pair.from.task_id));
  const roleOf = new Map(rows.roles.map((pair) => [pair.from.task_id, pair]));
  return {
    aliases: rows.aliases,
    roles: tasks.flatMap(({ id: taskId, number, title }) => {
      const pair = roleOf.get(taskId);
      if (!pair) return [];
      const held = pair.into?.role ?? null;
      const merged = held === null ? pair.from.role : strongerRole(pair.from.role, held);
      return [{ taskId, number, title, from: pair.from.role, into: held, merged }];
    }),
    progress: {
      moved: progress.filter((pair) => pair.into === undefined).length,
      joined: progress.filter((pair) => pair.into !== undefined).length,
    },
    forms: rows.formIds.length,
    returns: rows.returnIds.length,
    notes: rows.notes.filter((pair) => shown.has(pair.from.task_id)).length,
  };
}
