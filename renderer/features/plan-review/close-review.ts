import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { closeDialog } from '../../state/window-state.ts';
import { showError } from '../../ui/toasts.ts';
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

/** Ends a review without a trace. */
export async function dismissReview(reviewId: string): Promise<void> {
  closeDialog();
  try {
    await client.plan.dismiss({ reviewId });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
