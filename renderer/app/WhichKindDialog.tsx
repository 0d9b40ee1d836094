import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { receiveReturns } from '../features/returns-review/take-returns.ts';
import { closeDialog } from '../state/window-state.ts';
import { Button } from '../ui/Button.tsx';
import { Modal } from '../ui/Modal.tsx';

/** A dropped file that may be a form or a plan, or is locked: a person says which. Escape reads nothing. */
export function WhichKindDialog({ file }: { readonly file: PickedFile }) {
  const asReturn = (): void => {
    closeDialog();
    void receiveReturns([file]);
  };
  const asPlan = (): void => {
    closeDialog();
    void reviewDocument(file);
  };
  return (
    <Modal
      title="这是填报表，还是工作安排？"
      size="small"
      testId="which-kind"
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="which-plan" onClick={asPlan}>
            读作工作安排
          </Button>
          <Button tone="main" data-testid="which-returns" onClick={asReturn}>
            按填报表核对
          </Button>
        </>
      }
    >
      “{file.fileName}
      ”里看不到本程序填报表的标识（或设有打开密码），分不清是哪一种。两种读法都先核对，确认以前不写入任何内容。
    </Modal>
  );
}
