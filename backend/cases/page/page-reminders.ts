import type { PlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listReminders } from '#db/queries/reminder.queries.ts';
import type { PageReminder } from '#shared/domain/agency-page.ts';
import type { PlanId } from '#shared/domain/ids.ts';

/** Reminders of a plan with the names of the agencies, the newest first. */
export function pageReminders(
  db: ReadableDb,
  planId: PlanId,
  { agencyNames }: Pick<PlanState, 'agencyNames'>,
): readonly PageReminder[] {
  const names = new Map(agencyNames.map(({ id, name }) => [id, name]));
  return listReminders(db, planId).map((reminder) => ({ ...reminder, agency: names.get(reminder.agencyId) ?? '' }));
}
