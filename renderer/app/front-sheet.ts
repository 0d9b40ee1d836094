import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { placeAtCursor } from '#renderer/grid/matrix/selected-cells.ts';
import { fieldOf } from '#renderer/view/ledger-lines.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { currentScreen, useScreen } from '../state/screen.ts';

/** A task and the agency whose cell is meant; `null`: the task itself. */
type Place = { readonly taskId: TaskId; readonly agencyId: AgencyId | null };

/** The place the cursor stands on in the screen in front; `null` while nothing is selected there. */
export function placeInFront(): Place | null {
  switch (currentScreen()) {
    case 'matrix':
      return placeAtCursor();
    case 'ledger':
      return placeInLedger();
    case 'returns':
    case 'duties':
    case 'reminders':
    case 'statistics':
    case 'pages':
      return null;
  }
}

function placeInLedger(): Place | null {
  const { sheet, selection } = ledgerStore.getState();
  const line = selection && sheet.rows[selection.active.row];
  return line ? { taskId: line.row.taskId, agencyId: line.row.agencyId } : null;
}

/** The column of the ledger that the cursor stands in, if the ledger is in front and the column holds progress. */
export function fieldInFront(): string | null {
  const { sheet, selection } = ledgerStore.getState();
  return currentScreen() === 'ledger' ? fieldOf(sheet.columns[selection?.active.column ?? -1] ?? '') : null;
}

/** Whether something is selected in the screen in front; told again when that changes. */
export function useSelectedInFront(): boolean {
  const screen = useScreen();
  const inMatrix = matrixStore.use((state) => state.selection !== null);
  const inLedger = ledgerStore.use((state) => state.selection !== null);
  return (screen === 'matrix' && inMatrix) || (screen === 'ledger' && inLedger);
}
