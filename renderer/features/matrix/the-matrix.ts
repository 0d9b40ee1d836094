import { matrixModel } from '#renderer/grid/matrix/matrix-model.ts';
import { matrixStore } from '#renderer/grid/matrix/matrix-sheet.ts';
import { setRoles } from '#renderer/steps/set-roles.ts';
import { currentView } from '#renderer/view/view-state.ts';
import { matrixShown, overviewShown } from '../../state/queries.ts';
import { showNotice } from '../../ui/toasts.ts';

/** The matrix as a sheet, with what carries its changes out. */
export const MATRIX = {
  model: matrixModel({
    kind: () => currentView().kind,
    agencies: () => matrixShown()?.overview.agencies ?? [],
    lights: () => overviewShown()?.lights ?? [],
    carryOut: async (plan, order) => {
      // Marks are changed where they are seen: Delete in the progress view would take away more than the eye meets.
      if (order.kind === 'text' || showsRoles()) return setRoles(plan, order);
      return 'refused';
    },
  }),
  store: matrixStore,
};

function showsRoles(): boolean {
  if (currentView().kind === 'roles') return true;
  tellProgressView();
  return false;
}

/** What a clerk is told who changes something where lights are shown. */
export function tellProgressView(): void {
  showNotice(
    '进度视图里不修改责任',
    '填写进展请到“进展台账”（Ctrl+PgDn），或按 Alt+Enter 在任务详情里填；修改责任请按 Ctrl+1 回到责任视图。',
  );
}
