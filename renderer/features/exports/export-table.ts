import { LAYOUT_LABELS, type Layout, type Paper } from '#shared/domain/layout.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { currentPeriodShown, overviewShown } from '../../state/queries.ts';
import { namedPeriod } from '../../state/shown-period.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { suggestedFileName } from './file-name.ts';
import { revealFile } from './reveal-file.ts';

/** Asks where to, writes a table for superiors, and offers to open its folder. */
export async function exportTable(layout: Layout, paper?: Paper): Promise<void> {
  const overview = overviewShown();
  const period = currentPeriodShown();
  if (!overview || !period) return;
  const label = LAYOUT_LABELS[layout];
  const isOther = period.id !== overview.currentPeriodId;
  const suggestedName = suggestedFileName(
    overview.plan.title,
    label,
    layout === 'ledger' || (layout === 'matrix' && isOther) ? period.label : null,
  );
  // A file of another period than the current one is not to be taken for today's.
  const named = layout !== 'decomposition' && isOther ? namedPeriod(period, overview.currentPeriodId) : '';
  try {
    const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
    if (!picked) return;
    const written = await runLongWork(`正在导出${named}${label}`, (signal) =>
      client.exports.table(
        { planId: overview.plan.id, layout, periodId: period.id, file: picked.ticket, ...(paper ? { paper } : {}) },
        { signal },
      ),
    );
    if (!written) return;
    showNotice(`已导出${named}${label}`, `${written.fileName} · ${written.rows} 行`, {
      label: '打开所在文件夹',
      run: () => void revealFile(picked.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
