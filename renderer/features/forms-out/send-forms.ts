import type { AgencyId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { refreshReturns } from '../../state/returns-query.ts';
import { closeDialog } from '../../state/window-state.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { revealFile } from '../exports/reveal-file.ts';

/** Asks for a folder and writes one form for each agency into it. A cancelled choice leaves the dialog open. */
export async function sendForms(period: PeriodView, agencyIds: readonly AgencyId[]): Promise<void> {
  const named = periodTitle(period.label);
  try {
    const folder = await getShell().pickFolder({ purpose: 'forms' });
    if (!folder) return;
    closeDialog();
    const files = await runLongWork(`正在生成${named} ${agencyIds.length} 份填报表`, (signal) =>
      client.forms.send({ periodId: period.id, agencyIds: [...agencyIds], folder: folder.ticket }, { signal }),
    );
    // Also after it was stopped: the forms that were written by then went out.
    await refreshReturns();
    if (!files) return;
    showNotice(`已生成${named} ${files.length} 份填报表`, `保存在“${folder.fileName}”`, {
      label: '打开文件夹',
      run: () => void revealFile(folder.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}
