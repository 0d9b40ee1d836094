import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { planIdShown } from '../../state/queries.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError } from '../../ui/toasts.ts';

/** Asks for returned workbooks, has them compared, and shows the differences. Nothing is written here. */
export async function takeReturns(): Promise<void> {
  try {
    await reviewReturns(await getShell().pickOpenFiles({ purpose: 'returns' }));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** The same for workbooks that were chosen already. */
export async function reviewReturns(picked: readonly PickedFile[]): Promise<void> {
  try {
    if (picked.length === 0) return;
    const planId = planIdShown();
    const review = await runLongWork(`正在核对 ${picked.length} 份回收表`, (signal) =>
      client.returns.review({ planId, files: picked.map((file) => file.ticket) }, { signal }),
    );
    if (review) openDialog({ kind: 'review', review });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
