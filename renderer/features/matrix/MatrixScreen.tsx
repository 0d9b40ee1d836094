import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { AgencyView, MatrixTask, Overview } from '#shared/domain/views.ts';
import { MatrixGrid } from '../../grid/MatrixGrid.tsx';
import type { MatrixActions, MenuSpot } from '../../grid/matrix-actions.ts';
import { buildRows } from '../../grid/matrix-rows.ts';
import { pasteRoles, setRoleByText, setRoles } from '../../state/set-roles.ts';
import { editProgress, select, useWindowState } from '../../state/window-state.ts';
import { styleNonce } from '../../ui/style-nonce.ts';
import { filterMatrix } from './matrix-filter.ts';
import { shownAgencies } from './shown-agencies.ts';

const RoleMenu = lazy(() => import('./RoleMenu.tsx').then((module) => ({ default: module.RoleMenu })));

export type MatrixScreenProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
};

/** The matrix with its context menu: what is shown follows the filters, what is done goes to the one write path. */
export function MatrixScreen({ overview, tasks }: MatrixScreenProps) {
  const filter = useWindowState((state) => state.filter);
  const lights = useWindowState((state) => state.lights);
  const reveal = useWindowState((state) => state.reveal);
  const [menu, setMenu] = useState<MenuSpot | null>(null);
  const agencies = useShownAgencies(overview.agencies);

  const rows = useMemo(() => {
    const shown = filterMatrix(tasks, overview.agencies, { query: filter, lights });
    return buildRows(overview.sections, shown.tasks);
  }, [tasks, overview.agencies, overview.sections, filter, lights]);

  const actions = useMemo<MatrixActions>(
    () => ({
      onFocus: (taskId, agencyId) => select({ taskId, agencyId }),
      onText: (taskId, agencyId, text, before) => void setRoleByText(taskId, agencyId, text, before),
      onClear: (taskId, agencyId) => void setRoles([{ taskId, agencyId, role: null }]),
      onMenu: setMenu,
      onProgress: editProgress,
      onPaste: (plan) => void pasteRoles(plan),
    }),
    [],
  );
  const closeMenu = useCallback(() => setMenu(null), []);
  const { panelOpen, panelWidth } = useWindowState.getState();

  return (
    <>
      <MatrixGrid
        rows={rows}
        agencies={agencies}
        firstWidth={window.innerWidth - (panelOpen ? panelWidth : 0)}
        styleNonce={styleNonce()}
        reveal={reveal}
        actions={actions}
      />
      <Suspense>{menu ? <RoleMenu spot={menu} onClose={closeMenu} /> : null}</Suspense>
    </>
  );
}

/** The agencies' columns, the same array until something about them changes: the grid keeps its columns then. */
function useShownAgencies(agencies: readonly AgencyView[]): readonly AgencyView[] {
  const dutiesOnly = useWindowState((state) => state.dutiesOnly);
  const kept = useRef<readonly AgencyView[]>([]);
  const wasDutiesOnly = useRef(dutiesOnly);
  return useMemo(() => {
    const before = wasDutiesOnly.current === dutiesOnly ? kept.current : [];
    wasDutiesOnly.current = dutiesOnly;
    kept.current = shownAgencies(agencies, dutiesOnly, before);
    return kept.current;
  }, [agencies, dutiesOnly]);
}
