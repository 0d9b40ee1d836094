import type { SentFormFile } from '#shared/domain/form-sending.ts';
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

export type FormsWish = {
  readonly agencyIds: readonly AgencyId[];
  readonly missingOnly: boolean;
  readonly allPlans: boolean;
  readonly recipients: readonly { readonly agencyId: AgencyId; readonly name: string }[];
};

/** Asks for a folder and writes one form for each agency into it. A cancelled choice leaves the dialog open. */
export async function sendForms(period: PeriodView, wish: FormsWish): Promise<void> {
  const named = periodTitle(period.label);
  const { agencyIds, recipients, missingOnly, allPlans } = wish;
  try {
    const folder = await getShell().pickFolder({ purpose: 'forms' });
    if (!folder) return;
    closeDialog();
    const input = {
      periodId: period.id,
      agencyIds: [...agencyIds],
      recipients: [...recipients],
      missingOnly,
      allPlans,
    };
    const files = await runLongWork(`正在生成${named} ${agencyIds.length} 份填报表`, (signal) =>
      client.forms.send({ ...input, folder: folder.ticket }, { signal }),
    );
    // Also after it was stopped: the forms that were written by then went out.
    await refreshReturns();
    if (!files) return;
    showNotice(`已生成${named} ${files.length} 份填报表`, `${writtenText(files)}保存在“${folder.fileName}”`, {
      label: '打开文件夹',
      run: () => void revealFile(folder.ticket),
    });
  } catch (reason) {
    showError(toAppError(reason));
  }
}

/** What was written beyond first forms: 其中 3 份是重发（第2版：县公安局、县教育局…）。 */
export function writtenText(files: readonly SentFormFile[]): string {
  const again = files.filter(({ version }) => version > 1);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const cut = files.flatMap(({ agency, notice }) => (notice === undefined ? [] : [`${agency}：${notice}`]));
  const names = again.slice(0, NAMES_SHOWN).map(({ agency, version }) => `${agency}第${version}版`);
  const more = again.length > NAMES_SHOWN ? '等' : '';
  const resent = again.length === 0 ? '' : `，其中重发 ${again.length} 份（${names.join('、')}${more}）`;
  return `共 ${rows} 项任务${resent}。${cut.length === 0 ? '' : `${cut.join('\n')}\n`}`;
}

/** More names make the notice longer than anybody reads. */
const NAMES_SHOWN = 3;
