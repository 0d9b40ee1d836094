import { returnFileShown } from '../../state/returns-query.ts';
import { closeDialog, type ReturnsDialog } from '../../state/window-state.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { acceptAndGoOn } from './confirm-files.ts';
import { returnName } from './list-lines.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import { tally } from './review-choices.ts';
import { decisionsOf } from './review-desk.ts';
import { SendBackDialog } from './SendBackDialog.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';

/** Questions of the review of returns. */
export function ReturnsDialogs({ dialog }: { readonly dialog: ReturnsDialog }) {
  if (dialog.kind === 'return-password') return <PasswordDialog {...dialog} />;
  if (dialog.kind === 'accept-returns') return <AcceptDoubtful returnIds={dialog.returnIds} />;
  const file = returnFileShown(dialog.returnId);
  if (!file) return null;
  switch (dialog.kind) {
    case 'send-back':
      return <SendBackDialog file={file} returnId={dialog.returnId} />;
    case 'refuse-return':
      return <RefuseDialog name={returnName(file)} returnId={dialog.returnId} />;
    case 'take-back':
      return <TakeBackDialog name={returnName(file)} returnId={dialog.returnId} />;
  }
}

function AcceptDoubtful({ returnIds }: Pick<Extract<ReturnsDialog, { kind: 'accept-returns' }>, 'returnIds'>) {
  const files = returnIds.flatMap((id) => returnFileShown(id) ?? []);
  const questions = files.reduce(
    (sum, file) => sum + (file.returnId === null ? 0 : tally(file, decisionsOf(file.returnId)).questions),
    0,
  );
  return (
    <Confirm
      title={`还有 ${questions} 处疑问没有处理`}
      words="现在确认，这些地方保留现有值，不采用对方填写的内容。"
      confirm="仍然确认"
      cancel="继续核对"
      onConfirm={() => {
        closeDialog();
        void acceptAndGoOn(files);
      }}
      onCancel={closeDialog}
    />
  );
}
