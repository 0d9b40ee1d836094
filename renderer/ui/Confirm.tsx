import { useRef } from 'react';
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

/** A question with two answers. Escape is the harmless one, and so is a hasty Enter. */
export function Confirm({ title, words, confirm, cancel, onConfirm, onCancel }: ConfirmProps) {
  const harmless = useRef<HTMLButtonElement>(null);
  return (
    <Modal
      title={title}
      size="small"
      testId="confirm"
      hold
      initialFocus={harmless}
      onClose={onCancel}
      footer={
        <>
          <Button ref={harmless} data-testid="confirm-no" onClick={onCancel}>
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
