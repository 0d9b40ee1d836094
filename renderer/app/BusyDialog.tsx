import type { BusyWork } from '../state/window-state.ts';
import { Button } from '../ui/Button.tsx';
import { Modal } from '../ui/Modal.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';

export type BusyDialogProps = { readonly work: BusyWork };

/** A long work with its bar; closing it any way stops the work. */
export function BusyDialog({ work }: BusyDialogProps) {
  return (
    <Modal
      title={work.title}
      size="small"
      testId="busy-dialog"
      hold
      onClose={work.cancel}
      footer={
        <Button data-testid="busy-cancel" onClick={work.cancel}>
          取消
        </Button>
      }
    >
      <ProgressBar done={work.done} total={work.total} label={work.label} />
    </Modal>
  );
}
