import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runStep, type StepCall, succeeded } from '../../state/run-step.ts';
import { showError } from '../../ui/toasts.ts';

async function run(write: StepCall): Promise<boolean> {
  const outcome = await runStep(write);
  await queryClient.invalidateQueries({ queryKey: orpc.calendar.key() });
  return succeeded(outcome);
}

/** Sets whole years. One step. */
export const setYears = (years: readonly CalendarYear[]) =>
  run(() =>
    client.calendar.set({
      years: years.map(({ holidays, workdays, ...year }) => ({
        ...year,
        holidays: holidays.map((holiday) => ({ ...holiday })),
        workdays: [...workdays],
      })),
    }),
  );

/** Has a year as it comes with the program again. One step. */
export const resetYear = (year: number) => run(() => client.calendar.reset({ year }));

/** What a file says; `null`: none was chosen, or it was refused and the clerk was told. */
export async function readCalendarFile(): Promise<readonly CalendarYear[] | null> {
  return shown(async () => {
    const [picked] = await getShell().pickOpenFiles({ purpose: 'calendar' });
    return picked ? client.calendar.readFile({ file: picked.ticket }) : null;
  });
}

/** What the text on the clipboard says: a notice, or cells of a sheet. */
export async function readCalendarClipboard(): Promise<readonly CalendarYear[] | null> {
  return shown(async () => client.calendar.readText({ text: await getShell().clipboardText({}) }));
}

async function shown<Result>(work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
}
