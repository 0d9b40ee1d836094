import { useState } from 'react';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { receiveReturns } from './take-returns.ts';

export type PasswordDialogProps = {
  /** What is received again with the password. */
  readonly files: readonly PickedFile[];
  /** Those that have one. */
  readonly names: readonly string[];
  /** One was given, and it was not the right one. */
  readonly isWrong: boolean;
};

/** Asks for the password of files that have one; those it does not open are asked about again. */
export function PasswordDialog({ files, names, isWrong }: PasswordDialogProps) {
  const [password, setPassword] = useState('');
  const receive = (): void => {
    closeDialog();
    void receiveReturns(files.map((file) => ({ ...file, password })));
  };
  return (
    <Modal
      title={`${names.length} 份回收表设有打开密码`}
      lead={names.join('、')}
      size="small"
      testId="return-password"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>先不读取</Button>
          <Button tone="main" data-testid="password-open" disabled={password === ''} onClick={receive}>
            打开
          </Button>
        </>
      }
    >
      <Field label="打开密码">
        <input
          className="input"
          type="password"
          autoComplete="off"
          data-testid="password"
          maxLength={255}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {isWrong ? (
        <p className="item-problem" role="alert" data-testid="password-wrong">
          刚才的密码不对，没有打开。
        </p>
      ) : null}
    </Modal>
  );
}
