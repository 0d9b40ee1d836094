import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { closeDialog, type PeopleDialog } from '../../state/window-state.ts';
import { MatterDialog } from '../matters/MatterDialog.tsx';
import { MattersDialog } from '../matters/MattersDialog.tsx';
import { CompareYearsDialog } from '../years/CompareYearsDialog.tsx';
import { NextYearDialog } from '../years/NextYearDialog.tsx';
import { LeadersDialog } from './LeadersDialog.tsx';
import { TaskPeopleDialog } from './TaskPeopleDialog.tsx';

export type PeopleDialogsProps = {
  readonly dialog: PeopleDialog;
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
};

/** Dialogs about people, matters and years; loaded with the first of them that opens. */
export function PeopleDialogs({ dialog, overview, tasks }: PeopleDialogsProps) {
  switch (dialog.kind) {
    case 'task-people':
      return <TaskPeopleDialog tasks={tasks.filter(({ id }) => dialog.taskIds.includes(id))} />;
    case 'leaders':
      return <LeadersDialog overview={overview} />;
    case 'new-matter':
      return <MatterDialog overview={overview} matter={null} onClose={closeDialog} />;
    case 'matters':
      return <MattersDialog overview={overview} />;
    case 'next-year':
      return <NextYearDialog overview={overview} />;
    case 'compare-years':
      return <CompareYearsDialog overview={overview} />;
  }
}
