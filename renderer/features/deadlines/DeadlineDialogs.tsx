import { assertNever } from '#shared/assert-never.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import type { DeadlineDialog } from '../../state/window-state.ts';
import { closeDialog } from '../../state/window-state.ts';
import { CalendarDialog } from '../calendar/CalendarDialog.tsx';
import { CarryDialog } from '../periods/CarryDialog.tsx';
import { CadenceDialog } from './CadenceDialog.tsx';
import { TaskDeadlinesDialog } from './TaskDeadlinesDialog.tsx';

export type DeadlineDialogsProps = {
  readonly dialog: DeadlineDialog;
  readonly overview: Overview;
  readonly period: DatedPeriod;
  readonly tasks: readonly MatrixTask[];
};

/** Dialogs about deadlines, cadences, carrying forward and the calendar. Loaded with the first of them. */
export function DeadlineDialogs({ dialog, overview, period, tasks }: DeadlineDialogsProps) {
  switch (dialog.kind) {
    case 'calendar':
      return <CalendarDialog planYear={overview.plan.year} />;
    case 'carry':
      return <CarryDialog overview={overview} into={period} onClose={closeDialog} />;
    case 'cadence':
      return <CadenceDialog overview={overview} tasks={tasks.filter(({ id }) => dialog.taskIds.includes(id))} />;
    case 'deadlines': {
      const task = tasks.find(({ id }) => id === dialog.taskId);
      return task ? (
        <TaskDeadlinesDialog overview={overview} period={period} task={task} agencyId={dialog.agencyId} />
      ) : null;
    }
    default:
      return assertNever(dialog);
  }
}
