import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import { ledgerShown } from '#renderer/state/ledger-query.ts';
import { revealCells, select } from '#renderer/state/window-state.ts';
import { fieldOf, showsCell } from '#renderer/view/ledger-lines.ts';
import { clearLedgerFilters } from '#renderer/view/ledger-view-state.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { CellRef } from '#shared/domain/step.ts';

/** Where the ledger's cursor goes when a cell is not known more exactly: the column it stands in, if it holds progress. */
function cursorColumn(): string | null {
  const { sheet, selection } = ledgerStore.getState();
  const columnId = sheet.columns[selection?.active.column ?? -1] ?? '';
  return fieldOf(columnId) === null ? null : columnId;
}

/**
 * Brings the clerk to cells in the ledger, the first in view; filters that hide it are taken away.
 *
 * @param focus puts the cursor there; else it stays where it is
 * @param columnId the column that is meant, if known
 * @returns false when the ledger has no line for them
 */
export function showInLedger(cells: readonly CellRef[], focus: boolean, columnId: string | null): boolean {
  const rows = ledgerShown();
  // Another period's rows may still be on their way; the grid waits for them with the wish.
  const lines = rows === null ? cells : cells.flatMap((cell) => lineOf(cell, rows));
  const first = lines[0];
  if (!first || first.taskId === null || first.agencyId === null) return false;
  const { rows: onShow } = ledgerStore.getState().sheet;
  const isHidden = onShow.length > 0 && !onShow.some(({ row }) => showsCell(row, first));
  if (rows !== null && isHidden) clearLedgerFilters();
  select({ taskId: first.taskId, agencyId: first.agencyId });
  revealCells(lines, focus, columnId ?? cursorColumn());
  return true;
}

/** The first line that shows a cell of the plan. */
function lineOf(cell: CellRef, rows: readonly LedgerRow[]): readonly CellRef[] {
  const row = rows.find((candidate) => showsCell(candidate, cell));
  return row ? [{ ...cell, taskId: row.taskId, agencyId: row.agencyId }] : [];
}
