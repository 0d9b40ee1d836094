import type { PrintJob } from '#shared/domain/print-table.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { fileNameOf } from '../exports/file-name.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Opens the system's print dialog for the pages of the preview. */
export async function printTable(job: PrintJob): Promise<void> {
  try {
    if ((await getShell().print(job)) === 'printed') showNotice('已送往打印机', titleOf(job));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

function titleOf({ tables }: PrintJob): string {
  return tables[0]?.title ?? '';
}

/** Asks where to, and keeps the pages of the preview there as a PDF. */
export async function saveAsPdf(job: PrintJob): Promise<void> {
  try {
    const picked = await getShell().pickSaveFile({
      purpose: 'export',
      suggestedName: fileNameOf(titleOf(job), 'pdf'),
    });
    if (!picked) return;
    const bytes = await getShell().printToPdf(job);
    const content = new File([bytes], picked.fileName, { type: 'application/pdf' });
    const { fileName } = await client.exports.pdf({ file: picked.ticket, content });
    showNotice('已另存为 PDF', fileName, { label: '打开所在文件夹', run: () => void revealFile(picked.ticket) });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
