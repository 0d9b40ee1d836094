import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { openView, useViewReady } from '#renderer/view/view-state.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { toAppError } from '../bridge/app-error.ts';
import { useFindState } from '../features/find/find-state.ts';
import { PanelDivider } from '../features/task-panel/PanelDivider.tsx';
import { TaskPanel } from '../features/task-panel/TaskPanel.tsx';
import { useWeekAsked } from '../features/week/week-state.ts';
import { leavePlan, settlePlan } from '../state/choose-plan.ts';
import { useAsOf } from '../state/past.ts';
import { settlePeriod, useMatrix, useOverview, usePeriod } from '../state/queries.ts';
import { isSheet, useScreen } from '../state/screen.ts';
import { isFirstPlan, planKey } from '../state/shown-period.ts';
import { select, setReady, setStepLabels, useWindowState } from '../state/window-state.ts';
import { BlockingScreen } from './BlockingScreen.tsx';
import { commandEntries } from './command-entries.ts';
import { fetchLazyParts } from './fetch-lazy-parts.ts';
import { ReadingVeil } from './ReadingVeil.tsx';
import { Screens } from './Screens.tsx';
import { StatusBar } from './StatusBar.tsx';
import { readStartDocument } from './start-document.ts';
import { TopBar } from './TopBar.tsx';
import { useShell } from './use-shell.ts';
import { useToday } from './use-today.ts';
import { useWeekAtStart } from './use-week-at-start.ts';
import './app.css';

// Not needed for the first picture: loaded when something opens.
const FindBar = lazy(() => import('../features/find/FindBar.tsx').then((module) => ({ default: module.FindBar })));
const PastBar = lazy(() => import('./PastBar.tsx').then((module) => ({ default: module.PastBar })));
const Overlays = lazy(() => import('./Overlays.tsx').then((module) => ({ default: module.Overlays })));
const WeekPane = lazy(() => import('../features/week/WeekPane.tsx').then((module) => ({ default: module.WeekPane })));
const SampleBar = lazy(() =>
  import('../features/sample/SampleBar.tsx').then((module) => ({ default: module.SampleBar })),
);
const Toaster = lazy(() => import('../ui/Toaster.tsx').then((module) => ({ default: module.Toaster })));

/** The window: bar, matrix, panel, status; over them whatever is open. */
export function App() {
  const overviewAnswer = useOverview();
  const overview = overviewAnswer.data;
  const period = usePeriod();
  const matrixAnswer = useMatrix(overview, period);
  const tasks = matrixAnswer.data;
  const isOfOtherPeriod = matrixAnswer.isPlaceholderData;
  // Returns are reviewed over the whole width, and hold nothing that is found cell by cell.
  const inSheet = isSheet(useScreen());
  const asOf = useAsOf();
  const panelOpen = useWindowState((state) => state.panelOpen) && inSheet;
  const panelWidth = useWindowState((state) => state.panelWidth);
  const overlay = useWindowState((state) => state.dialog !== null || state.busy !== null);
  const backendGone = useWindowState((state) => state.backendGone);
  const finding = useFindState((state) => state.bar !== 'closed') && inSheet;
  const viewReady = useViewReady(overview && planKey(overview));
  useShell();
  useToday();
  const weekOpen = useWeekAtStart(overview);
  const weekAsked = useWeekAsked();

  useLayoutEffect(() => {
    if (!overview) return;
    openView(planKey(overview), isFirstPlan(overview) ? overview.createdAt : null);
    settlePlan(overview);
    settlePeriod(overview);
  }, [overview]);
  // The plan on show was taken out of the file: the step that had put it there was undone.
  const planGone = overviewAnswer.error !== null && toAppError(overviewAnswer.error).code === 'PLAN_GONE';
  useEffect(() => {
    if (planGone) leavePlan();
  }, [planGone]);
  useEffect(() => {
    if (overview) setStepLabels(overview.undoLabel, overview.redoLabel);
  }, [overview]);
  useEffect(() => {
    if (!tasks) return;
    const { ready, selection } = useWindowState.getState();
    // The panel shows no task that is not in the plan, and begins with its first one instead of an empty pane.
    if (!tasks.some((task) => task.id === selection?.taskId)) {
      const [first] = tasks;
      select(first ? { taskId: first.id, agencyId: null } : null);
    }
    if (ready) return;
    setReady();
    fetchLazyParts();
    void readStartDocument();
  }, [tasks]);

  if (backendGone) return <BlockingScreen kind="backend-gone" />;
  const failure = overviewAnswer.error ?? matrixAnswer.error;
  if (failure && !tasks && !planGone)
    return <BlockingScreen kind="cannot-read" message={toAppError(failure).message} />;
  return (
    <div className="app">
      {overview?.isSample ? (
        <Suspense fallback={<div className="sample-bar-place" />}>
          <SampleBar today={overview.today} />
        </Suspense>
      ) : null}
      <TopBar overview={overview} period={period} />
      {asOf ? (
        <Suspense>
          <PastBar asOf={asOf} />
        </Suspense>
      ) : null}
      <main className="work-area">
        <div className="matrix-pane">
          {finding && overview && tasks && period ? (
            <Suspense>
              <FindBar overview={overview} tasks={tasks} period={period} />
            </Suspense>
          ) : null}
          {overview && tasks && viewReady ? (
            <Screens
              key={planKey(overview)}
              overview={overview}
              tasks={tasks}
              period={period}
              commandEntries={commandEntries}
            />
          ) : (
            <ReadingVeil kind="empty" words="正在读取…" />
          )}
          {isOfOtherPeriod && period ? (
            <ReadingVeil kind="over" words={`正在读取${periodTitle(period.label)}的亮灯…`} />
          ) : null}
        </div>
        {panelOpen ? (
          <div className="panel-pane" style={{ width: panelWidth }}>
            <PanelDivider />
            {overview && period ? (
              <Suspense fallback={<TaskPanel overview={overview} period={period} />}>
                {weekOpen ? (
                  <WeekPane overview={overview} floating={false} />
                ) : (
                  <TaskPanel overview={overview} period={period} />
                )}
              </Suspense>
            ) : null}
          </div>
        ) : null}
        {weekOpen && weekAsked && overview && !panelOpen ? (
          <Suspense>
            <WeekPane overview={overview} floating />
          </Suspense>
        ) : null}
      </main>
      <StatusBar
        tasks={isOfOtherPeriod ? undefined : tasks}
        lights={overview?.lights ?? []}
        fileName={overview?.fileName ?? ''}
      />
      <Suspense>
        <Toaster />
        {overlay && overview && period && tasks ? <Overlays overview={overview} period={period} tasks={tasks} /> : null}
      </Suspense>
    </div>
  );
}
