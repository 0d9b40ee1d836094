import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { openDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { suggestedFileName } from '../exports/file-name.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Which table is meant. */
type FigureWish = Parameters<typeof client.statistics.printTable>[0];

/** Asks where to, writes a table of the statistics as a workbook, and offers to open its folder. */
export async function exportFigures(planTitle: string, name: string, wish: FigureWish): Promise<void> {
  try {
    const suggestedName = suggestedFileName(planTitle, `统计（${name}）`, null);
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const written = await runLongWork('正在导出统计表', (signal) =>
      client.statistics.export({ ...wish, file: picked.ticket }, { signal }),
    );
    if (!written) return;
    showNotice('已导出统计表', `${written.fileName} · ${written.rows} 行`, {
      label: '打开所在文件夹',
      run: () => void revealFile(picked.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** Shows a table of the statistics as pages of paper. */
export async function printFigures(wish: FigureWish): Promise<void> {
  try {
    openDialog({ kind: 'print-table', table: await client.statistics.printTable(wish), orientation: 'landscape' });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
