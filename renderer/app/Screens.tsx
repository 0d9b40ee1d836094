import { type ComponentProps, lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { MatrixScreen } from '../features/matrix/MatrixScreen.tsx';
import { useWaitingReturns } from '../state/returns-query.ts';
import { SCREENS, type Screen, showScreen, useOpenedScreens, useScreen } from '../state/screen.ts';
import { select, useWindowState } from '../state/window-state.ts';
import { placeInFront } from './front-sheet.ts';
import { SCREEN_WORDS } from './screen-words.ts';
import './screens.css';

// Not needed for the first picture.
const LedgerScreen = lazy(() =>
  import('../features/ledger/LedgerScreen.tsx').then((module) => ({ default: module.LedgerScreen })),
);

const ReturnsScreen = lazy(() =>
  import('../features/returns-review/ReturnsScreen.tsx').then((module) => ({ default: module.ReturnsScreen })),
);

const DutiesScreen = lazy(() =>
  import('../features/duties/DutiesScreen.tsx').then((module) => ({ default: module.DutiesScreen })),
);

const RemindersScreen = lazy(() =>
  import('../features/reminders/RemindersScreen.tsx').then((module) => ({ default: module.RemindersScreen })),
);

const StatisticsScreen = lazy(() =>
  import('../features/statistics/StatisticsScreen.tsx').then((module) => ({ default: module.StatisticsScreen })),
);

const PagesScreen = lazy(() =>
  import('../features/pages/PagesScreen.tsx').then((module) => ({ default: module.PagesScreen })),
);

export type ScreensProps = Omit<ComponentProps<typeof MatrixScreen>, 'inFront'> & {
  readonly period: PeriodView | undefined;
};

/**
 * The screens, one in front of the others, with their tabs below like the sheets of a workbook. One that was opened
 * stays as it is behind the others: its selection and what it has scrolled to are there when it comes back.
 */
export function Screens(props: ScreensProps) {
  const screen = useScreen();
  const opened = useOpenedScreens();
  useForgetOtherPlan();
  useFocusInFront(screen);
  return (
    <>
      <div className="screens">
        {SCREENS.filter((name) => opened.includes(name)).map((name) => (
          <div
            key={name}
            id={`screen-${name}`}
            className="screen"
            role="tabpanel"
            aria-labelledby={`tab-${name}`}
            data-front={name === screen}
            inert={name !== screen}
          >
            {screenOf(name, screen, props)}
          </div>
        ))}
      </div>
      <div className="screen-tabs" role="tablist" aria-label="工作表">
        {SCREENS.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === screen}
            aria-controls={opened.includes(name) ? `screen-${name}` : undefined}
            data-testid={`tab-${name}`}
            title={`${SCREEN_WORDS[name]}（Ctrl+PgUp、Ctrl+PgDn 切换）`}
            onClick={() => showScreen(name)}
          >
            {SCREEN_WORDS[name]}
            {name === 'returns' ? <WaitingCount planId={props.overview.plan.id} /> : null}
          </button>
        ))}
      </div>
    </>
  );
}

function screenOf(name: Screen, inFront: Screen, { period, ...props }: ScreensProps) {
  switch (name) {
    case 'matrix':
      return <MatrixScreen {...props} inFront={inFront === name} />;
    case 'ledger':
      return (
        <Suspense>
          {period ? (
            <LedgerScreen
              overview={props.overview}
              period={period}
              inFront={inFront === name}
              commandEntries={props.commandEntries}
            />
          ) : null}
        </Suspense>
      );
    case 'returns':
      return (
        <Suspense>
          {period ? <ReturnsScreen overview={props.overview} period={period} inFront={inFront === name} /> : null}
        </Suspense>
      );
    case 'duties':
      return (
        <Suspense>
          <DutiesScreen overview={props.overview} tasks={props.tasks} inFront={inFront === name} />
        </Suspense>
      );
    case 'reminders':
      return (
        <Suspense>
          {period ? <RemindersScreen overview={props.overview} period={period} inFront={inFront === name} /> : null}
        </Suspense>
      );
    case 'statistics':
      return (
        <Suspense>
          <StatisticsScreen overview={props.overview} inFront={inFront === name} />
        </Suspense>
      );
    case 'pages':
      return (
        <Suspense>
          <PagesScreen overview={props.overview} tasks={props.tasks} period={period} inFront={inFront === name} />
        </Suspense>
      );
  }
}

/** How many returns wait, beside the word on their tab. Asked for when the plan is on show: the first picture is not. */
function WaitingCount({ planId }: { readonly planId: PlanId }) {
  const ready = useWindowState((state) => state.ready);
  const waiting = useWaitingReturns(planId, ready);
  return waiting > 0 ? (
    <span className="tab-count" data-testid="returns-waiting" title={`${waiting} 份回收表等待核对`}>
      {waiting}
    </span>
  ) : null;
}

/** Screens are made anew for every plan: until its ledger is read, a cell of the plan before must not be taken for one of it. */
function useForgetOtherPlan(): void {
  useLayoutEffect(() => ledgerStore.putSheet({ rows: [], columns: [] }), []);
}

/** Where the keys land: on the cell with the cursor, among returns in the list or the file that is walked through, in a table of its own in that. */
const LANDING = '.screen[data-front="true"] :is(.ag-cell-focus, .returns-keys, .screen-keys)';

/** The keys go to the screen that has come to the front, and the panel speaks of the cell chosen there. */
function useFocusInFront(screen: Screen): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    const place = placeInFront();
    if (place) select(place);
    if (landed()) return;
    // A screen that is shown for the first time is still being fetched; the keys wait for it, unless they go elsewhere.
    const waiting = new MutationObserver(() => {
      if (document.activeElement !== document.body || landed()) waiting.disconnect();
    });
    waiting.observe(document.body, { childList: true, subtree: true });
    return () => waiting.disconnect();
  }, [screen]);
}

/** Whether there was something that takes the keys. */
function landed(): boolean {
  const landing = document.querySelector<HTMLElement>(LANDING);
  landing?.focus();
  return landing !== null;
}
