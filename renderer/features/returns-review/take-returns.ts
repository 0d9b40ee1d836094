import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { planIdShown } from '../../state/queries.ts';
import { refreshAfterReceipt } from '../../state/returns-query.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { filesToUnlock, lockedFiles } from './locked-files.ts';
import { chooseReturn, showReturnsView, unfoldState } from './review-desk.ts';

/** A file to receive, with the password it is opened with when it has one. */
export type ReceivedFile = PickedFile & { readonly password?: string };

/** Asks for returned workbooks, receives them, and shows what came. No progress is written here. */
export async function takeReturns(): Promise<void> {
  try {
    await receiveReturns(await getShell().pickOpenFiles({ purpose: 'returns' }));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** The same for files that were chosen already. Those with a password are asked about at the end. */
export async function receiveReturns(picked: readonly ReceivedFile[]): Promise<void> {
  try {
    if (picked.length === 0) return;
    const planId = planIdShown();
    const files = picked.map(({ ticket, password }) => ({ ticket, ...(password === undefined ? {} : { password }) }));
    const review = await runLongWork(`正在收取 ${picked.length} 份回收表`, (signal) =>
      client.returns.receive({ planId, files }, { signal }),
    );
    // Also after it was stopped: what had been received by then is there.
    await refreshAfterReceipt();
    if (!review) return;
    receivedReturns(review);
    const asked = filesToUnlock(picked, review.files);
    if (asked.length > 0) {
      openDialog({
        kind: 'return-password',
        files: asked,
        names: lockedFiles(review.files).map(({ fileName }) => fileName),
        isWrong: asked.some(({ password }) => password !== undefined),
      });
    }
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Shows what a long call received: the first that can be reviewed, else the first that asks whose it is. */
export function receivedReturns({ files }: ReturnReview): void {
  showReturnsView('review');
  const first =
    files.find(({ state }) => state === 'to-review') ?? files.find(({ state }) => state === 'received') ?? files[0];
  const returnId: ReturnId | null = first?.returnId ?? null;
  if (first && returnId !== null) {
    unfoldState(first.state);
    chooseReturn(returnId);
  }
  const [refused, again] = [files.filter(({ refusal }) => refusal !== null), files.filter((file) => file.seenBefore)];
  const words = [
    refused.length > 0 ? `${refused.length} 份未能读取` : '',
    again.length > 0 ? `${again.length} 份以前收过` : '',
  ];
  showNotice(`收到 ${files.length} 份回收表`, words.filter((word) => word !== '').join('，'));
}
