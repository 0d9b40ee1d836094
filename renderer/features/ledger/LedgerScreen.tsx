import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { LedgerGrid } from '#renderer/grid/ledger/LedgerGrid.tsx';
import type { HeadSpot, LedgerActions } from '#renderer/grid/ledger/ledger-actions.ts';
import type { Reveal } from '#renderer/grid/sheet/reveal.ts';
import type { CellSpot, HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { useLedger } from '#renderer/state/ledger-query.ts';
import { showInLedger } from '#renderer/steps/show-in-ledger.ts';
import { knownOf } from '#renderer/view/known-lights.ts';
import { type LedgerLine, ledgerLines } from '#renderer/view/ledger-lines.ts';
import { type LedgerView, shownLines } from '#renderer/view/ledger-view.ts';
import { changeLedgerView, drawLedgerWidth, useLedgerView, zoomLedgerBy } from '#renderer/view/ledger-view-state.ts';
import type { PeriodId, PlanId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { LightDef, LightKey } from '#shared/domain/light.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { editProgress, type RevealWish, select, useWindowState } from '../../state/window-state.ts';
import { styleNonce } from '../../ui/style-nonce.ts';
import { showError } from '../../ui/toasts.ts';
import type { CommandEntries } from '../matrix/CellMenu.tsx';
import { ClosedNote } from './ClosedNote.tsx';
import { LedgerChips } from './LedgerChips.tsx';
import { LEDGER, putShownPeriod, tellReadOnly } from './the-ledger.ts';
import '../matrix/matrix.css';

const LedgerFilterPopover = lazy(() =>
  import('./LedgerFilterPopover.tsx').then((module) => ({ default: module.LedgerFilterPopover })),
);
const LedgerMenu = lazy(() => import('./LedgerMenu.tsx').then((module) => ({ default: module.LedgerMenu })));
const LedgerHeadMenu = lazy(() =>
  import('./LedgerHeadMenu.tsx').then((module) => ({ default: module.LedgerHeadMenu })),
);

export type LedgerScreenProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  readonly inFront: boolean;
  readonly commandEntries: CommandEntries;
};

type OpenMenu = { readonly spot: CellSpot; readonly wanted: 'menu' | 'choices' };

/** The ledger with its menus: what is shown follows its view, what is done goes to the one way of writing progress. */
export function LedgerScreen({ overview, period, inFront, commandEntries }: LedgerScreenProps) {
  const ledger = useLedger(period, inFront);
  const view = useLedgerView((whole) => whole);
  const reveal = useWindowState((state) => state.reveal);
  const composesInCell = useWindowState((state) => state.composesInCell);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [head, setHead] = useState<HeadSpot | null>(null);
  const [funnel, setFunnel] = useState<HeaderSpot | null>(null);
  const all = useMemo(() => ledgerLines(ledger?.rows ?? [], overview.sections), [ledger, overview.sections]);
  const lines = useShownLines(all, overview, view, ledger?.periodId);
  useLayoutEffect(() => putShownPeriod(ledger?.periodId ?? null), [ledger?.periodId]);
  useFreshView(overview.plan.id);
  useKnownLights(view.lights, overview.lights);
  useFirstCell(ledger?.rows);
  const { filters, sort } = view;
  const signs = useMemo(
    () => ({ filtered: new Set(Object.keys(filters)), sorted: sort && { ...sort, columnId: sort.by } }),
    [filters, sort],
  );
  const actions = useMemo<LedgerActions>(
    () => ({
      onFocus: (taskId, agencyId) => select({ taskId, agencyId }),
      onCellMenu: (spot, wanted) => setMenu({ spot, wanted }),
      onDetail: (rowId) => {
        const line = LEDGER.store.getState().sheet.rows.find(({ id }) => id === rowId);
        if (line) editProgress(line.row.taskId, line.row.agencyId);
      },
      onReadOnly: tellReadOnly,
      onProblem: showError,
      onFilter: setFunnel,
      onHeadMenu: setHead,
      onWidth: drawLedgerWidth,
      onZoom: zoomLedgerBy,
    }),
    [],
  );
  const places = useMemo(() => (inFront && reveal ? revealIn(reveal) : null), [inFront, reveal]);
  const closeMenu = useCallback(() => setMenu(null), []);
  const closeHead = useCallback(() => setHead(null), []);
  const closeFunnel = useCallback(() => setFunnel(null), []);
  const { panelOpen, panelWidth } = useWindowState.getState();

  return (
    <div className="matrix-screen">
      <ClosedNote period={period} />
      <LedgerChips shown={lines.length} total={all.length} />
      <div className="matrix-space">
        {ledger ? (
          <LedgerGrid
            sheet={LEDGER}
            lines={lines}
            view={view}
            lights={overview.lights}
            signs={signs}
            firstWidth={window.innerWidth - (panelOpen ? panelWidth : 0)}
            styleNonce={styleNonce()}
            reveal={places}
            composesInCell={composesInCell}
            actions={actions}
          />
        ) : (
          <p className="empty-note">正在读取台账…</p>
        )}
      </div>
      <Suspense>
        {menu ? <LedgerMenu {...menu} commandEntries={commandEntries} onClose={closeMenu} /> : null}
        {head ? <LedgerHeadMenu spot={head} view={view} onFilter={setFunnel} onClose={closeHead} /> : null}
        {funnel ? <LedgerFilterPopover spot={funnel} lines={all} onClose={closeFunnel} /> : null}
      </Suspense>
    </div>
  );
}

/** Another plan has other units and texts: what was ticked and sorted in the one before says nothing of it. */
function useFreshView(planId: PlanId): void {
  const before = useRef(planId);
  useEffect(() => {
    if (before.current !== planId) changeLedgerView({ filters: {}, lights: [], sort: null });
    before.current = planId;
  }, [planId]);
}

/** Filters by lights of rules that are no longer in use are dropped. */
function useKnownLights(lights: readonly LightKey[], known: readonly LightDef[]): void {
  useEffect(() => {
    const left = knownOf(lights, known);
    if (left.length < lights.length) changeLedgerView({ lights: left });
  }, [lights, known]);
}

/** Opened for the first time, it begins on the line of the cell that was chosen in the matrix, or on the first. */
function useFirstCell(rows: readonly LedgerRow[] | undefined): void {
  useEffect(() => {
    const first = rows?.[0];
    if (!first || LEDGER.store.getState().selection) return;
    const { selection } = useWindowState.getState();
    const cell = { taskId: first.taskId, agencyId: first.agencyId, periodId: null };
    const chosen = selection && { ...cell, ...selection };
    if (!chosen || !showInLedger([chosen], true, 'status')) showInLedger([cell], true, 'status');
  }, [rows]);
}

/** A wish in places of the ledger: the cells' lines, in the column that is meant. */
function revealIn({ cells, focus, columnId, seq }: RevealWish): Reveal {
  const places = cells.map((cell) => LEDGER.model.placeOf(cell)).filter((place) => place !== null);
  return { places: places.map((place) => ({ ...place, columnId })), focus, seq };
}

/** The lines that pass the filters; an edit takes none away and moves none until the clerk asks anew. */
function useShownLines(
  all: readonly LedgerLine[],
  { agencies }: Overview,
  { filters, lights, sort }: LedgerView,
  periodId: PeriodId | undefined,
): readonly LedgerLine[] {
  const query = useWindowState((state) => state.filter);
  const wish = useMemo(() => ({ filters, lights, sort, query }), [filters, lights, sort, query]);
  const kept = useRef<readonly LedgerLine[]>([]);
  const asked = useRef({ wish, periodId });
  return useMemo(() => {
    const askedAnew = asked.current.wish !== wish || asked.current.periodId !== periodId;
    asked.current = { wish, periodId };
    kept.current = shownLines(all, agencies, wish, askedAnew ? [] : kept.current);
    return kept.current;
  }, [all, agencies, wish, periodId]);
}
