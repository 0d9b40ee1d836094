import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { MatrixGrid } from '#renderer/grid/matrix/MatrixGrid.tsx';
import type { MatrixActions, PlaceSpot } from '#renderer/grid/matrix/matrix-actions.ts';
import { type MenuSpot, menuSpot } from '#renderer/grid/matrix/menu-spot.ts';
import { revealOf } from '#renderer/grid/sheet/reveal.ts';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { moveTo } from '#renderer/steps/task-steps.ts';
import { useGroupAgencies } from '#renderer/view/group-agencies.ts';
import { type GroupsOfMember, groupsOfMembers, NO_GROUPS } from '#renderer/view/inherited-marks.ts';
import { withoutUnknownLights } from '#renderer/view/known-lights.ts';
import type { MatrixView } from '#renderer/view/matrix-view.ts';
import { shownAgencies } from '#renderer/view/shown-agencies.ts';
import { rowsOf, shownTasks } from '#renderer/view/shown-tasks.ts';
import {
  changeView,
  currentView,
  drawWidth,
  toggleKind,
  toggleSection,
  useMatrixView,
  zoomBy,
} from '#renderer/view/view-state.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { LightDef } from '#shared/domain/light.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { useLastYear } from '../../state/last-year.ts';
import { usePeriod } from '../../state/queries.ts';
import { editProgress, select, useWindowState } from '../../state/window-state.ts';
import { addFocusHome } from '../../ui/first-focus.ts';
import { styleNonce } from '../../ui/style-nonce.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import { FilterChips } from '../filters/FilterChips.tsx';
import type { CommandEntries } from './CellMenu.tsx';
import { focusedCell } from './focused-cell.ts';
import { headerSigns } from './header-signs.ts';
import { MATRIX, tellProgressView } from './the-matrix.ts';
import './matrix.css';

const FilterPopover = lazy(() =>
  import('../filters/FilterPopover.tsx').then((module) => ({ default: module.FilterPopover })),
);
const PlaceMenu = lazy(() => import('./PlaceMenu.tsx').then((module) => ({ default: module.PlaceMenu })));
const CellMenu = lazy(() => import('./CellMenu.tsx').then((module) => ({ default: module.CellMenu })));

// After a menu or a dialog the cursor is where it was, unless something moved it on purpose.
addFocusHome(focusedCell);

export type MatrixScreenProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  /** Behind another screen it shows no cell that is asked for: the one in front does. */
  readonly inFront: boolean;
  readonly commandEntries: CommandEntries;
};

/** The matrix with its menus: what is shown follows the view, what is done goes to the one write path. */
export function MatrixScreen({ overview, tasks, inFront, commandEntries }: MatrixScreenProps) {
  useLastYear(overview.plan);
  const query = useWindowState((state) => state.filter);
  const view = useMatrixView((whole) => whole);
  const reveal = useWindowState((state) => state.reveal);
  const composesInCell = useWindowState((state) => state.composesInCell);
  const [menu, setMenu] = useState<MenuSpot | null>(null);
  const [place, setPlace] = useState<PlaceSpot | null>(null);
  const [funnel, setFunnel] = useState<HeaderSpot | null>(null);
  const groups = useExpandedGroups();
  const agencies = useShownAgencies(overview.agencies, groups);
  useKnownLights(view, overview.lights);
  const { shown, rows, signs } = useShownRows(overview, tasks, view, query);

  const actions = useMemo<MatrixActions>(
    () => ({
      onFocus: (taskId, agencyId) => select({ taskId, agencyId }),
      onMoveRows: (taskIds, place) => void (inPlanOrder() && moveTo(taskIds, place)),
      onCellMenu: (spot) => setMenu(menuSpot(spot)),
      onDetail: (rowId, columnId) => {
        const meant = menuSpot({ rowId, columnId, x: 0, y: 0 });
        if (meant?.agencyId != null && meant.role !== null) editProgress(meant.taskId, meant.agencyId);
      },
      onReadOnly: tellProgressView,
      onPlaceMenu: setPlace,
      onProblem: showError,
      onFilter: setFunnel,
      onFoldSection: toggleSection,
      onFoldKind: toggleKind,
      onWidth: drawWidth,
      onZoom: zoomBy,
    }),
    [],
  );
  const closeMenu = useCallback(() => setMenu(null), []);
  const closePlace = useCallback(() => setPlace(null), []);
  const closeFunnel = useCallback(() => setFunnel(null), []);
  const places = useMemo(() => (inFront && reveal ? revealOf(MATRIX.model, reveal) : null), [inFront, reveal]);
  const { panelOpen, panelWidth } = useWindowState.getState();

  return (
    <div className="matrix-screen">
      <FilterChips overview={overview} shown={shown.length} total={tasks.length} />
      <div className="matrix-space">
        <MatrixGrid
          sheet={MATRIX}
          rows={rows}
          agencies={agencies}
          groups={groups}
          view={view}
          lights={overview.lights}
          signs={signs}
          firstWidth={window.innerWidth - (panelOpen ? panelWidth : 0)}
          styleNonce={styleNonce()}
          reveal={places}
          composesInCell={composesInCell}
          actions={actions}
        />
      </div>
      <Suspense>
        {menu ? <CellMenu spot={menu} commandEntries={commandEntries} onClose={closeMenu} /> : null}
        {place ? (
          <PlaceMenu
            spot={place}
            view={view}
            overview={overview}
            shown={agencies}
            onFilter={setFunnel}
            onClose={closePlace}
          />
        ) : null}
        {funnel ? <FilterPopover spot={funnel} overview={overview} tasks={tasks} onClose={closeFunnel} /> : null}
      </Suspense>
    </div>
  );
}

/** Filters by lights of rules that are no longer in use are dropped, also those of a view that is brought back. */
function useKnownLights(view: MatrixView, known: readonly LightDef[]): void {
  useEffect(() => {
    const change = withoutUnknownLights(view, known);
    if (change) changeView(change);
  }, [view, known]);
}

/** Rows that are sorted otherwise have no places of the plan to be dragged to. */
function inPlanOrder(): boolean {
  if (currentView().sort === null) return true;
  showNotice('没有移动', '排序时不能移动任务，请先恢复计划顺序。');
  return false;
}

/** Tasks, rows and signs of the heads; computed anew only when something they depend on has changed, which a width is not. */
function useShownRows(overview: Overview, tasks: readonly MatrixTask[], view: MatrixView, query: string) {
  const { agencies, sections: allSections } = overview;
  const mostPressing = overview.lights[0]?.key ?? '';
  const { lights, sections, titleTest, titles, agencyFilters, hiddenTasks, sort, foldedSections } = view;
  const wish = useMemo(
    () => ({ lights, sections, titleTest, titles, agencyFilters, hiddenTasks, sort, mostPressing }),
    [lights, sections, titleTest, titles, agencyFilters, hiddenTasks, sort, mostPressing],
  );
  const periodId = usePeriod()?.id;
  const kept = useRef<readonly MatrixTask[]>([]);
  const asked = useRef({ wish, query, periodId });
  const shown = useMemo(() => {
    const same = asked.current;
    const askedAnew = same.wish !== wish || same.query !== query || same.periodId !== periodId;
    asked.current = { wish, query, periodId };
    kept.current = shownTasks(tasks, agencies, wish, query, askedAnew ? [] : kept.current);
    return kept.current;
  }, [tasks, agencies, wish, query, periodId]);
  const rows = useMemo(
    () => rowsOf(allSections, shown, { foldedSections, sort }),
    [allSections, shown, foldedSections, sort],
  );
  const signs = useMemo(() => headerSigns(wish), [wish]);
  return { shown, rows, signs };
}

/** The agencies' columns, the same array until something about them changes: the grid keeps its columns then. */
function useShownAgencies(agencies: readonly AgencyView[], groups: GroupsOfMember): readonly AgencyView[] {
  const dutiesOnly = useMatrixView((view) => view.dutiesOnly);
  const hiddenAgencies = useMatrixView((view) => view.hiddenAgencies);
  const kept = useRef<readonly AgencyView[]>([]);
  const wish = useRef({ dutiesOnly, hiddenAgencies, groups });
  return useMemo(() => {
    const sameWish =
      wish.current.dutiesOnly === dutiesOnly &&
      wish.current.hiddenAgencies === hiddenAgencies &&
      wish.current.groups === groups;
    wish.current = { dutiesOnly, hiddenAgencies, groups };
    kept.current = shownAgencies(agencies, wish.current, sameWish ? kept.current : [], groups);
    return kept.current;
  }, [agencies, dutiesOnly, hiddenAgencies, groups]);
}

/** The expanded groups by member; the same map until a group or its members change, whatever else the plan does. */
function useExpandedGroups(): GroupsOfMember {
  const expanded = useMatrixView((view) => view.groupsExpanded);
  const groups = useGroupAgencies();
  return useMemo(() => (expanded ? groupsOfMembers(groups) : NO_GROUPS), [expanded, groups]);
}
