import type { PageReminder } from '#shared/domain/agency-page.ts';
import type { WeekDuty } from '#shared/domain/week-card.ts';

/**
 * Promises whose day has passed while something they were about is still not reported; of an agency and period the
 * last reminder counts.
 *
 * @param reminders the newest first
 * @param missing what is not reported
 * @param today ISO
 */
export function brokenPromises(
  reminders: readonly PageReminder[],
  missing: readonly WeekDuty[],
  today: string,
): readonly PageReminder[] {
  const seen = new Set<string>();
  return reminders.filter((reminder) => {
    const { agencyId, periodId, promisedOn, tasks } = reminder;
    const place = `${agencyId}/${periodId}`;
    if (promisedOn === null || seen.has(place)) return false;
    seen.add(place);
    return (
      promisedOn < today &&
      missing.some(
        (duty) =>
          duty.agencyId === agencyId &&
          (periodId === null || duty.periodId === periodId) &&
          (tasks.length === 0 || duty.taskIds.some((taskId) => tasks.includes(taskId))),
      )
    );
  });
}
