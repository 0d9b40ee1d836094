import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { receiveReturns } from '../features/returns-review/take-returns.ts';
import { closeDialog } from '../state/window-state.ts';
import { Button } from '../ui/Button.tsx';
import { Modal } from '../ui/Modal.tsx';

/** Dropped workbooks that may be forms or a plan: a person says which. Escape reads nothing. */
export function WhichKindDialog({ files }: { readonly files: readonly PickedFile[] }) {
  const [first] = files;
  const names = files.map(({ fileName }) => `“${fileName}”`).join('、');
  const asReturns = (): void => {
    closeDialog();
    void receiveReturns(files);
  };
  const asPlan = (file: PickedFile): void => {
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
          {first && files.length === 1 ? (
            <Button data-testid="which-plan" onClick={() => asPlan(first)}>
              读作工作安排
            </Button>
          ) : null}
          <Button tone="main" data-testid="which-returns" onClick={asReturns}>
            按填报表核对
          </Button>
        </>
      }
    >
      {names}里没有本程序填报表的标识，从内容上分不清是哪一种。两种读法都先核对，确认以前不写入任何内容。
    </Modal>
  );
}
