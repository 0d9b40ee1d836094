import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { AgencyId, PeriodId, RowId, TaskId } from '#shared/domain/ids.ts';
import type { Cadence } from '#shared/domain/period.ts';
import type { TaskDueDraft } from '#shared/domain/task-due.ts';
import { client, orpc } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { runBusyStep } from '../../state/busy-step.ts';
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

/** Closes with what proves it: evidence that is there already, and files that are copied with the closing. */
export const closeTask = (
  place: Place,
  {
    files,
    evidenceIds,
    ...words
  }: {
    readonly closedOn: string;
    readonly basis: string;
    readonly approver: string;
    readonly evidenceIds: readonly RowId[];
    readonly files: readonly PickedFile[];
  },
) => {
  const closing = { places: [place], ...words, evidenceIds: [...evidenceIds] };
  if (files.length === 0) return run(() => client.deadline.close(closing));
  const tickets = files.map(({ ticket }) => ({ file: ticket }));
  return run(() =>
    runBusyStep(`正在添加 ${files.length} 份佐证材料`, (signal) =>
      client.deadline.closeWithFiles({ ...closing, files: tickets }, { signal }),
    ),
  );
};

export const reopenTask = (place: Place, reason: string) =>
  run(() => client.deadline.reopen({ places: [place], reason }));

export const setCadence = (taskIds: readonly TaskId[], cadence: Cadence | null) =>
  run(() => client.period.setTaskCadence({ taskIds: [...taskIds], cadence }));
