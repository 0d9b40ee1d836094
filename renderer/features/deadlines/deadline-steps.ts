import type { AgencyId, PeriodId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { Cadence } from '#shared/domain/period.ts';
import type { TaskDueDraft } from '#shared/domain/task-due.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runStep, type StepCall, succeeded } from '../../state/run-step.ts';

type Place = { readonly taskId: TaskId; readonly agencyId: AgencyId | null };

/** Runs a step about deadlines and has what is shown of them asked again. @returns whether it went through */
async function run(write: StepCall): Promise<boolean> {
  const outcome = await runStep(write);
  await queryClient.invalidateQueries({ queryKey: orpc.deadline.key() });
  return succeeded(outcome);
}

export const setDues = (taskId: TaskId, dues: readonly TaskDueDraft[]) =>
  run(() =>
    client.deadline.setDues({
      taskId,
      dues: dues.map(({ kind, text, date, day, count }) => ({ kind, text, date, day, count })),
    }),
  );

export const extend = (
  place: Place,
  extension: {
    readonly periodId: PeriodId | null;
    readonly dueOn: string;
    readonly reason: string;
    readonly approver: string;
    readonly approvedOn: string;
  },
) => run(() => client.deadline.extend({ places: [place], ...extension }));

export const removeExtension = (id: RowId) => run(() => client.deadline.removeExtension({ id }));

export const closeTask = (
  place: Place,
  closing: { readonly closedOn: string; readonly basis: string; readonly approver: string },
) => run(() => client.deadline.close({ places: [place], ...closing }));

export const reopenTask = (place: Place, reason: string) =>
  run(() => client.deadline.reopen({ places: [place], reason }));

export const setCadence = (taskIds: readonly TaskId[], cadence: Cadence | null) =>
  run(() => client.period.setTaskCadence({ taskIds: [...taskIds], cadence }));
