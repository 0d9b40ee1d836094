import type { FileTicket } from '#shared/contract/call.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { getShell } from '../../bridge/shell.ts';
import { showError } from '../../ui/toasts.ts';

/** Opens the folder of a file that was picked or written. */
export async function revealFile(ticket: FileTicket): Promise<void> {
  try {
    await getShell().revealFile({ ticket });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
