import type { PickedFile } from '#shared/contract/shell.contract.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { planIdShown } from '../../state/queries.ts';
import { refreshReturns } from '../../state/returns-query.ts';
import { showError } from '../../ui/toasts.ts';
import { receivedReturns, receiveReturns } from '../returns-review/take-returns.ts';

/** Asks for a folder and receives every file in it, those of its folders too. */
export async function takeFolder(): Promise<void> {
  try {
    await receiveReturns(await getShell().pickOpenFiles({ purpose: 'returns-folder' }));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Asks for another data file of this program and brings in, as returns to review, what differs in it. */
export async function takeDataFile(): Promise<void> {
  try {
    const [file] = await getShell().pickOpenFiles({ purpose: 'other-data-file' });
    if (file) await receiveDataFile(file);
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** The same for one that was chosen already. */
export async function receiveDataFile(file: PickedFile): Promise<void> {
  try {
    const planId = planIdShown();
    const review = await runLongWork(`正在与“${file.fileName}”比较`, (signal) =>
      client.returns.receiveDataFile({ planId, file: file.ticket }, { signal }),
    );
    // Also after it was stopped: what had been received by then is there.
    await refreshReturns();
    if (review) receivedReturns(review);
  } catch (reason) {
    showError(toAppError(reason));
  }
}
