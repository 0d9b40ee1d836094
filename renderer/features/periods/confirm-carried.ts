import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { rolesIn } from '#renderer/grid/matrix/selected-cells.ts';
import { areasOf } from '#renderer/grid/sheet/selection/selection.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { client } from '../../bridge/client.ts';
import { currentPeriodShown } from '../../state/queries.ts';
import { runStep } from '../../state/run-step.ts';
import { currentScreen } from '../../state/screen.ts';

/** Makes reports of the carried entries in the selection: the agencies have said that they hold for this period. */
export async function confirmCarried(): Promise<void> {
  const period = currentPeriodShown();
  const cells = selectedCells();
  if (!period || cells.length === 0) return;
  await runStep(() => client.period.confirmCarried({ periodId: period.id, cells }));
}

function selectedCells(): { taskId: TaskId; agencyId: AgencyId }[] {
  if (currentScreen() === 'ledger') {
    const { sheet, selection } = ledgerStore.getState();
    const areas = selection ? areasOf(selection) : [];
    return sheet.rows
      .filter((_, row) => areas.some((area) => row >= area.top && row <= area.bottom))
      .map(({ row: { taskId, agencyId } }) => ({ taskId, agencyId }));
  }
  const { sheet, selection } = matrixStore.getState();
  return rolesIn(sheet, selection ? areasOf(selection) : []).map(({ taskId, agencyId }) => ({ taskId, agencyId }));
}
