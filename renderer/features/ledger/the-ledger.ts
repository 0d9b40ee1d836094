import type { LedgerChanges } from '#renderer/grid/ledger/ledger-changes.ts';
import { ledgerModel, ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import type { GridSheet } from '#renderer/grid/sheet/sheet-model.ts';
import { setLedger } from '#renderer/steps/set-progress.ts';
import { LEDGER_COLUMN_WORDS, type LedgerColumn, type LedgerLine, ledgerColumn } from '#renderer/view/ledger-lines.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { matrixShown } from '../../state/queries.ts';
import { showNotice } from '../../ui/toasts.ts';

/** The period whose lines the ledger shows: another may be chosen already, with its lines on their way. */
let shownPeriodId: PeriodId | null = null;

export function putShownPeriod(periodId: PeriodId | null): void {
  shownPeriodId = periodId;
}

/** The ledger as a sheet, with what carries its changes out. */
export const LEDGER: GridSheet<LedgerLine, LedgerChanges> = {
  model: ledgerModel({
    today: () => matrixShown()?.overview.today ?? '',
    periodId: () => shownPeriodId,
    carryOut: setLedger,
  }),
  store: ledgerStore,
};

/** Where columns are entered that the ledger only shows. */
const ELSEWHERE: Readonly<Partial<Record<LedgerColumn, string>>> = {
  value: '这项任务没有量化指标。需要时请在右侧任务详情的“量化指标”中添加。',
  soFar: '累计由各期的本期值得出；单位另报累计数的，请在右侧的填报表中填写。',
  verification: '核查请在右侧任务详情的“核查”中登记，或从菜单“数据 › 核查”打开清单。',
};

/** What a clerk is told who types where nothing can be entered. */
export function tellReadOnly(columnId: string): void {
  const column = ledgerColumn(columnId);
  if (column === null) return;
  const elsewhere = ELSEWHERE[column];
  showNotice(
    `“${LEDGER_COLUMN_WORDS[column]}”在台账里不能${elsewhere ? '直接' : ''}修改`,
    elsewhere ?? '任务和责任请到“责任矩阵”（Ctrl+PgUp）修改，单位名称请到单位名录修改。',
  );
}
