import { toAppError } from '../bridge/app-error.ts';
import { getShell } from '../bridge/shell.ts';
import { reviewDocument } from '../features/plan-review/read-document.ts';
import { showError } from '../ui/toasts.ts';

/** Reads the document that was chosen before there was a data file, when there is one. */
export async function readStartDocument(): Promise<void> {
  try {
    const picked = await getShell().takeStartDocument({});
    if (picked) await reviewDocument(picked);
  } catch (reason) {
    showError(toAppError(reason));
  }
}
