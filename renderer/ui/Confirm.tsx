import { Button } from './Button.tsx';
import { Modal } from './Modal.tsx';

export type ConfirmProps = {
  readonly title: string;
  readonly words: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** A question with two answers. Escape is the harmless one. */
export function Confirm({ title, words, confirm, cancel, onConfirm, onCancel }: ConfirmProps) {
  return (
    <Modal
      title={title}
      size="small"
      testId="confirm"
      hold
      onClose={onCancel}
      footer={
        <>
          <Button data-testid="confirm-no" onClick={onCancel}>
            {cancel}
          </Button>
          <Button tone="main" data-testid="confirm-yes" onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {words}
    </Modal>
  );
}
