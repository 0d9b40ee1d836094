import { useState } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { refuseReturn } from './review-steps.ts';

export type RefuseDialogProps = { readonly name: string; readonly returnId: ReturnId };

/** Puts a return aside for good, with the reason for whoever looks for it later. */
export function RefuseDialog({ name, returnId }: RefuseDialogProps) {
  const [reason, setReason] = useState('');
  const refuse = (): void => {
    closeDialog();
    void refuseReturn(returnId, reason.trim() === '' ? [] : [reason.trim()]);
  };
  return (
    <Modal
      title={`拒收“${name}”的回收表`}
      lead="不是本计划的表、重复的表、错发的表可以拒收。原文件仍然保存，可以撤销。"
      size="small"
      testId="refuse-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="refuse-yes" onClick={refuse}>
            拒收
          </Button>
        </>
      }
    >
      <Field label="理由（可不填）">
        <input
          className="input"
          data-testid="refuse-reason"
          placeholder="如：重复报送"
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
