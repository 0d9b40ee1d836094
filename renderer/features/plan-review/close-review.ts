import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { undo } from '../../state/history.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { type Draft, planOf } from './draft.ts';

/** A file name a folder can show; the rest of a long title is in the plan. */
const NAME_LENGTH_MAX = 60;

/**
 * Asks where the new data file shall be, makes it and opens it: the page is then loaded anew, with the new plan.
 * When that fails the review stays open, so that no correction is lost.
 */
export async function createPlan(reviewId: string, draft: Draft): Promise<void> {
  try {
    const suggestedName = `${draft.head.title.slice(0, NAME_LENGTH_MAX) || '新计划'}.db`;
    const file = await getShell().pickSaveFile({ purpose: 'data-file', suggestedName });
    if (!file) return;
    await client.plan.create({ reviewId, ...planOf(draft), file: file.ticket });
    await getShell().openDataFile({ ticket: file.ticket });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Takes the chosen changes into the open plan as one step. When that fails the review stays open. */
export async function revisePlan(reviewId: string, draft: Draft, accept: readonly string[]): Promise<void> {
  const outcome = await runStep(() => client.plan.revise({ reviewId, ...planOf(draft), accept: [...accept] }));
  if (!succeeded(outcome)) return;
  closeDialog();
  showNotice('已应用修订', outcome.label, { label: '撤销', run: () => void undo(outcome.stepId) });
}

/** Ends a review without a trace. */
export async function dismissReview(reviewId: string): Promise<void> {
  closeDialog();
  try {
    await client.plan.dismiss({ reviewId });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
