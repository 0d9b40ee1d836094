import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { OPERATOR_MAX, operatorFrom } from '#shared/domain/operator.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { keepOperator, operatorOptions } from '../../state/operator.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { showError } from '../../ui/toasts.ts';

/** Asks once who works on this computer, for the history; the name can be changed at any time. */
export function OperatorDialog() {
  const answer = useQuery(operatorOptions);
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? answer.data?.name ?? '';
  const keep = (next: string | null): void => {
    closeDialog();
    keepOperator(next).catch((reason: unknown) => showError(toAppError(reason)));
  };
  const user = answer.data?.computerUser ?? '';
  return (
    <Modal
      title="操作人姓名"
      lead="以后每一步操作都记在这个名字下。只保存在这台电脑上，换人时可以再改；已有的记录不变。"
      size="small"
      testId="operator-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="operator-none" onClick={() => keep(null)}>
            {user === '' ? '不写姓名' : `用电脑用户名（${user}）`}
          </Button>
          <Button
            tone="main"
            data-testid="operator-keep"
            disabled={operatorFrom(name) === undefined}
            onClick={() => keep(operatorFrom(name) ?? null)}
          >
            记住
          </Button>
        </>
      }
    >
      <Field label="姓名">
        <input
          className="input"
          data-testid="operator-name"
          maxLength={OPERATOR_MAX}
          value={name}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
    </Modal>
  );
}
