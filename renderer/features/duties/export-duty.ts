import type { DutyView } from '#shared/domain/duty-table.ts';
import type { PlanView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { suggestedFileName } from '../exports/file-name.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Asks where to, writes the table of a duty as a workbook, and offers to open its folder. */
export async function exportDuty(plan: Pick<PlanView, 'title'>, { id, title }: DutyView): Promise<void> {
  try {
    const suggestedName = suggestedFileName(plan.title, `${title}情况表`, null);
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const written = await runLongWork(`正在导出${title}情况表`, (signal) =>
      client.duty.export({ dutyId: id, file: picked.ticket }, { signal }),
    );
    if (!written) return;
    showNotice(`已导出${title}情况表`, `${written.fileName} · ${written.rows} 行`, {
      label: '打开所在文件夹',
      run: () => void revealFile(picked.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Shows the table of a duty as pages of paper. */
export async function previewDuty({ id }: DutyView): Promise<void> {
  try {
    openDialog({ kind: 'print-table', table: await client.duty.printTable({ dutyId: id }), orientation: 'landscape' });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
