import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { openView, useViewReady } from '#renderer/view/view-state.ts';
import { toAppError } from '../bridge/app-error.ts';
import { useFindState } from '../features/find/find-state.ts';
import { PanelDivider } from '../features/task-panel/PanelDivider.tsx';
import { TaskPanel } from '../features/task-panel/TaskPanel.tsx';
import { settlePeriod, useMatrix, useOverview, usePeriod } from '../state/queries.ts';
import { planKey } from '../state/shown-period.ts';
import { select, setReady, setStepLabels, useWindowState } from '../state/window-state.ts';
import { BlockingScreen } from './BlockingScreen.tsx';
import { commandEntries } from './command-entries.ts';
import { fetchLazyParts } from './fetch-lazy-parts.ts';
import { Screens } from './Screens.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useShell } from './use-shell.ts';
import { useToday } from './use-today.ts';
import './app.css';

// Not needed for the first picture: loaded when something opens.
const FindBar = lazy(() => import('../features/find/FindBar.tsx').then((module) => ({ default: module.FindBar })));
const Overlays = lazy(() => import('./Overlays.tsx').then((module) => ({ default: module.Overlays })));
const Toaster = lazy(() => import('../ui/Toaster.tsx').then((module) => ({ default: module.Toaster })));

/** The window: bar, matrix, panel, status; over them whatever is open. */
export function App() {
  const overviewAnswer = useOverview();
  const overview = overviewAnswer.data;
  const period = usePeriod();
  const matrixAnswer = useMatrix(period);
  const tasks = matrixAnswer.data;
  const panelOpen = useWindowState((state) => state.panelOpen);
  const panelWidth = useWindowState((state) => state.panelWidth);
  const overlay = useWindowState((state) => state.dialog !== null || state.busy !== null);
  const backendGone = useWindowState((state) => state.backendGone);
  const finding = useFindState((state) => state.bar !== 'closed');
  const viewReady = useViewReady();
  useShell();
  useToday();

  useLayoutEffect(() => {
    if (!overview) return;
    openView(planKey(overview), overview.createdAt);
    settlePeriod(overview);
  }, [overview]);
  useEffect(() => {
    if (overview) setStepLabels(overview.undoLabel, overview.redoLabel);
  }, [overview]);
  useEffect(() => {
    if (!tasks) return;
    const { ready, selection } = useWindowState.getState();
    // The panel shows no task that is no longer in the plan.
    if (selection && !tasks.some((task) => task.id === selection.taskId)) {
      const [next] = tasks;
      select(next ? { taskId: next.id, agencyId: null } : null);
    }
    if (ready) return;
    setReady();
    fetchLazyParts();
    const first = tasks[0];
    // The panel begins with the plan's first task instead of an empty pane.
    if (first) select({ taskId: first.id, agencyId: null });
  }, [tasks]);

  if (backendGone) return <BlockingScreen kind="backend-gone" />;
  const failure = overviewAnswer.error ?? matrixAnswer.error;
  if (failure && !tasks) return <BlockingScreen kind="cannot-read" message={toAppError(failure).message} />;
  return (
    <div className="app">
      <TopBar overview={overview} period={period} />
      <main className="work-area">
        <div className="matrix-pane">
          {finding && overview && tasks && period ? (
            <Suspense>
              <FindBar overview={overview} tasks={tasks} period={period} />
            </Suspense>
          ) : null}
          {overview && tasks && viewReady ? (
            <Screens overview={overview} tasks={tasks} period={period} commandEntries={commandEntries} />
          ) : null}
        </div>
        {panelOpen ? (
          <div className="panel-pane" style={{ width: panelWidth }}>
            <PanelDivider />
            {overview && period ? <TaskPanel overview={overview} period={period} /> : null}
          </div>
        ) : null}
      </main>
      <StatusBar tasks={tasks} fileName={overview?.fileName ?? ''} />
      <Suspense>
        <Toaster />
        {overlay && overview && period && tasks ? <Overlays overview={overview} period={period} tasks={tasks} /> : null}
      </Suspense>
    </div>
  );
}
