import { useQuery } from '@tanstack/react-query';
import type { ReturnId } from '#shared/domain/ids.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { takeReturnBack } from './review-steps.ts';

export type TakeBackDialogProps = { readonly name: string; readonly returnId: ReturnId };

/** Takes an accepted return back as a whole, and names what that would lose before it is done. */
export function TakeBackDialog({ name, returnId }: TakeBackDialogProps) {
  // Asked anew each time: cells may have been changed since.
  const { data, error } = useQuery({
    ...orpc.returns.takeBackPreview.queryOptions({ input: { returnId } }),
    gcTime: 0,
    staleTime: 0,
  });
  const changed = data?.changedSince ?? [];
  const takeBack = (includeChanged: boolean): void => {
    closeDialog();
    void takeReturnBack(returnId, includeChanged);
  };
  return (
    <Modal
      title={`撤回“${name}”已写入的内容`}
      lead={data ? `${data.cells} 处恢复为写入以前的值，这份回收表重新等待核对。` : '正在查对…'}
      size="medium"
      testId="take-back-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="take-back-no" onClick={closeDialog}>
            取消
          </Button>
          {changed.length > 0 ? (
            <Button tone="danger" data-testid="take-back-all" onClick={() => takeBack(true)}>
              连同后来改过的 {changed.length} 处
            </Button>
          ) : null}
          <Button
            tone="main"
            data-testid="take-back-yes"
            disabled={!data || data.cells === 0}
            onClick={() => takeBack(false)}
          >
            {changed.length > 0 ? '只撤回没有再改过的' : '整体撤回'}
          </Button>
        </>
      }
    >
      {error ? <p role="alert">{toAppError(error).message}</p> : null}
      {changed.length > 0 ? (
        <>
          <p>下列 {changed.length} 处写入以后又改过。连同它们一起撤回，后来改的内容就没有了：</p>
          <ul className="take-back-list">
            {changed.map(({ taskId, agencyId, label }) => (
              <li key={`${taskId}/${agencyId}/${label}`}>{label}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>写入以后没有再改过，不会丢失别的内容。撤回是一步操作，可以撤销。</p>
      )}
    </Modal>
  );
}
