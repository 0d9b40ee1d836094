import { undo } from '#renderer/steps/undo.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';

/** Takes the chosen items in as one step. When that fails the review stays open, so that no choice is lost. */
export async function acceptReview(reviewId: string, accepted: readonly number[]): Promise<void> {
  const outcome = await runStep(() => client.returns.accept({ reviewId, accept: [...accepted] }));
  if (!succeeded(outcome)) return;
  closeDialog();
  showNotice(`已写入 ${accepted.length} 处`, outcome.label, {
    label: '撤销',
    run: () => void undo(outcome.stepId),
  });
}

/** Ends a review without a trace. */
export async function dismissReturnReview(reviewId: string): Promise<void> {
  closeDialog();
  try {
    await client.returns.dismiss({ reviewId });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
