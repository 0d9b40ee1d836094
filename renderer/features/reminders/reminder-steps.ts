import type { AgencyId, PeriodId, PlanId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { ReminderManner, Slip } from '#shared/domain/reminder.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError } from '../../ui/toasts.ts';

/** What was said to one agency. */
export type Told = {
  readonly agencyId: AgencyId;
  readonly manner: ReminderManner;
  readonly slip: Slip | null;
  readonly tasks: readonly TaskId[];
  readonly text: string;
  readonly told?: string;
  readonly answer?: string;
  readonly promisedOn?: string | null;
};

export type ReminderPlace = { readonly planId: PlanId; readonly periodId: PeriodId };

/** Keeps who was told what. One step. @returns whether it is kept */
export async function keepReminders(place: ReminderPlace, told: readonly Told[], madeOn?: string): Promise<boolean> {
  const reminders = told.map((each) => ({ ...each, tasks: [...each.tasks] }));
  const on = madeOn === undefined ? {} : { madeOn };
  return succeeded(await runStep(() => client.reminder.add({ ...place, ...on, reminders })));
}

/** Keeps what was answered. One step. */
export async function keepAnswer(
  reminderId: RowId,
  patch: { readonly answer: string; readonly answeredOn: string; readonly promisedOn: string | null },
): Promise<boolean> {
  return succeeded(await runStep(() => client.reminder.answer({ reminderId, patch })));
}

/** Takes a reminder out of the list. One step. */
export async function dropReminder(reminderId: RowId): Promise<void> {
  await runStep(() => client.reminder.remove({ reminderId }));
}

/** Shows a reminder that is kept as a page of paper. */
export async function previewReminder(reminderId: RowId): Promise<void> {
  try {
    openDialog({
      kind: 'print-table',
      table: await client.reminder.printTable({ reminderId }),
      orientation: 'portrait',
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Shows the newest reminder of an agency: the one that was kept just now. */
export async function previewNewest(place: ReminderPlace, agencyId: AgencyId): Promise<void> {
  try {
    const list = await client.reminder.list({ ...place, agencyId });
    const newest = list.reduce<(typeof list)[number] | undefined>(
      (latest, each) => (latest === undefined || each.id > latest.id ? each : latest),
      undefined,
    );
    if (newest) await previewReminder(newest.id);
  } catch (reason) {
    showError(toAppError(reason));
  }
}
