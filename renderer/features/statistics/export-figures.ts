import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { suggestedFileName } from '../exports/file-name.ts';
import { revealFile } from '../exports/reveal-file.ts';

type Figures = Parameters<typeof client.statistics.export>[0];
/** What to write; the file is asked for. */
type FigureWish = Figures extends infer Each ? (Each extends Figures ? Omit<Each, 'file'> : never) : never;

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
