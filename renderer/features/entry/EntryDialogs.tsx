import { useQuery } from '@tanstack/react-query';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { useTaskDetail } from '../../state/queries.ts';
import { closeDialog, type EntryDialog } from '../../state/window-state.ts';
import { CopyDataFileDialog } from './CopyDataFileDialog.tsx';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { MilestonesDialog } from './MilestonesDialog.tsx';
import { SubItemsDialog } from './SubItemsDialog.tsx';
import { TargetsDialog } from './TargetsDialog.tsx';
import { VerificationsDialog } from './VerificationsDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

export type EntryDialogsProps = {
  readonly dialog: EntryDialog;
  readonly overview: Overview;
  readonly period: PeriodView;
};

/** Windows in which is entered what goes with a report. */
export function EntryDialogs({ dialog, overview, period }: EntryDialogsProps) {
  switch (dialog.kind) {
    case 'verifications':
      return <VerificationsDialog overview={overview} period={period} />;
    case 'verify':
      return <VerifyDialog places={dialog.places} today={overview.today} onClose={closeDialog} />;
    case 'evidence':
      return <EvidenceDialog overview={overview} />;
    case 'copy-data-file':
      return <CopyDataFileDialog />;
    default:
      return <OfTask dialog={dialog} overview={overview} period={period} />;
  }
}

type OfTaskProps = EntryDialogsProps & { readonly dialog: Extract<EntryDialog, { readonly taskId: unknown }> };

/** Lists of one task; they open when what there is has been read. */
function OfTask({ dialog, overview, period }: OfTaskProps) {
  const { kind, taskId } = dialog;
  const task = useTaskDetail(taskId, period).data;
  const input = { planId: overview.plan.id, taskIds: [taskId] };
  const milestones = useQuery({
    ...orpc.milestone.list.queryOptions({ input }),
    enabled: kind === 'milestones',
    staleTime: 0,
  });
  const subItems = useQuery({
    ...orpc.subItem.list.queryOptions({ input }),
    enabled: kind === 'sub-items',
    staleTime: 0,
  });
  if (task?.id !== taskId) return null;
  const common = { task, year: overview.plan.year, onClose: closeDialog };
  switch (kind) {
    case 'milestones':
      return milestones.data ? <MilestonesDialog {...common} milestones={milestones.data} /> : null;
    case 'sub-items':
      return subItems.data ? <SubItemsDialog {...common} subItems={subItems.data} /> : null;
    case 'targets':
      return <TargetsDialog task={task} onClose={closeDialog} />;
  }
}
