import { LAYOUT_LABELS, type Layout, type Paper } from '#shared/domain/layout.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { getShell } from '../../bridge/shell.ts';
import { runLongWork } from '../../state/long-work.ts';
import { currentPeriodShown, overviewShown } from '../../state/queries.ts';
import { namedPeriod } from '../../state/shown-period.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import type { TableScope } from '../layouts/table-scope.ts';
import { suggestedFileName } from './file-name.ts';
import { revealFile } from './reveal-file.ts';

/** A table that is to leave as a workbook. */
export type TableOrder = {
  readonly layout: string | LayoutDef;
  /** What the table is called. */
  readonly label: string;
  readonly scope: TableScope;
  readonly period: PeriodView;
  /** The file's name says the period. */
  readonly namesPeriod: boolean;
  /** A workbook for each agency, in a folder. */
  readonly inFolder: boolean;
};

/** Writes one of the usual tables of the period on show, whole. */
export async function exportTable(layout: Layout, paper?: Paper): Promise<void> {
  const overview = overviewShown();
  const period = currentPeriodShown();
  if (!overview || !period) return;
  const isOther = period.id !== overview.currentPeriodId;
  await exportLayout({
    layout,
    label: LAYOUT_LABELS[layout],
    scope: { planId: overview.plan.id, periodId: period.id, ...(paper ? { paper } : {}) },
    period,
    namesPeriod: layout !== 'decomposition' && (layout !== 'matrix' || isOther),
    inFolder: false,
  });
}

/** Asks where to, writes a table for superiors, and offers to open its folder. */
export async function exportLayout(order: TableOrder): Promise<void> {
  try {
    await (order.inFolder ? exportFiles(order) : exportFile(order));
  } catch (reason) {
    showError(toAppError(reason));
  }
}

async function exportFile(order: TableOrder): Promise<void> {
  const { layout, label, scope, period, namesPeriod } = order;
  const { plan } = overviewShown() ?? {};
  const suggestedName = suggestedFileName(plan?.title ?? '', label, namesPeriod ? period.label : null);
  const picked = await getShell().pickSaveFile({ purpose: 'export', suggestedName });
  if (!picked) return;
  const named = nameOf(order);
  const written = await runLongWork(`正在导出${named}`, (signal) =>
    client.exports.table({ ...scope, layout, file: picked.ticket }, { signal }),
  );
  if (!written) return;
  const words = [written.fileName, `${written.rows} 行`, ...(written.notice === undefined ? [] : [written.notice])];
  showNotice(`已导出${named}`, words.join(' · '), {
    label: '打开所在文件夹',
    run: () => void revealFile(picked.ticket),
  });
}

async function exportFiles(order: TableOrder): Promise<void> {
  const folder = await getShell().pickFolder({ purpose: 'tables' });
  if (!folder) return;
  const named = nameOf(order);
  const written = await runLongWork(`正在导出${named}`, (signal) =>
    client.exports.tables({ ...order.scope, layout: order.layout, folder: folder.ticket }, { signal }),
  );
  if (!written) return;
  showNotice(`已导出${named}`, `${folder.fileName} · ${written.length} 个文件`, {
    label: '打开所在文件夹',
    run: () => void revealFile(folder.ticket),
  });
}

/** A file of another period than the current one is not to be taken for today's. */
function nameOf({ label, period, namesPeriod }: TableOrder): string {
  const current = overviewShown()?.currentPeriodId;
  const isOther = current !== undefined && period.id !== current;
  return `${namesPeriod && isOther ? namedPeriod(period, current) : ''}${label}`;
}
