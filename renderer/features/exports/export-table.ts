import { LAYOUT_LABELS, type Layout, type Paper } from '#shared/domain/layout.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { queryClient } from '../../bridge/query-client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { currentPeriodShown, overviewOptions } from '../../state/queries.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { suggestedFileName } from './file-name.ts';
import { revealFile } from './reveal-file.ts';

/** Asks where to, writes a table for superiors, and offers to open its folder. */
export async function exportTable(layout: Layout, paper?: Paper): Promise<void> {
  const overview = queryClient.getQueryData(overviewOptions().queryKey);
  const period = currentPeriodShown();
  if (!overview || !period) return;
  const label = LAYOUT_LABELS[layout];
  const suggestedName = suggestedFileName(overview.plan.title, label, layout === 'ledger' ? period.label : null);
  try {
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const written = await runLongWork(`正在导出${label}`, (signal) =>
      client.exports.table(
        { layout, periodId: period.id, file: picked.ticket, ...(paper ? { paper } : {}) },
        { signal },
      ),
    );
    if (!written) return;
    showNotice(`已导出${label}`, `${written.fileName} · ${written.rows} 行`, {
      label: '打开所在文件夹',
      run: () => void revealFile(picked.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
