import { tasksSelected } from '#renderer/grid/matrix/selected-cells.ts';
import { shownMatrix } from '#renderer/grid/matrix/shown-matrix.ts';
import { showCells } from '#renderer/steps/show-cell.ts';
import { insertTask, moveTasks, removeTasks, renumberTasks } from '#renderer/steps/task-steps.ts';
import { redo, undo } from '#renderer/steps/undo.ts';
import {
  changeView,
  chooseKind,
  currentView,
  hideTasks,
  toggleDutiesOnly,
  useMatrixView,
} from '#renderer/view/view-state.ts';
import type { Layout } from '#shared/domain/layout.ts';
import { expandGroups } from '../features/agencies/expand-groups.ts';
import { exportTable } from '../features/exports/export-table.ts';
import { findStep, openFind } from '../features/find/find-state.ts';
import { PAGE_WORDS_ID } from '../features/pages/page-choices.ts';
import { openPage, stepPage } from '../features/pages/page-desk.ts';
import { printShownPage } from '../features/pages/print-page.ts';
import { confirmCarried } from '../features/periods/confirm-carried.ts';
import { readClipboard, readDocument } from '../features/plan-review/read-document.ts';
import { takeDataFile, takeFolder } from '../features/returns-overview/take-more.ts';
import { RETURN_FILTER_ID } from '../features/returns-review/list-lines.ts';
import { showReturnsView } from '../features/returns-review/review-desk.ts';
import { stepQuestion } from '../features/returns-review/step-question.ts';
import { takeReturns } from '../features/returns-review/take-returns.ts';

import { openWeek } from '../features/week/week-state.ts';
import { isInPast, useAsOf } from '../state/past.ts';
import { currentPeriodShown } from '../state/queries.ts';

import { currentScreen, isSheet, showScreen, stepScreen, useScreen } from '../state/screen.ts';
import { openDialog, setPanelOpen, toggleComposing, useWindowState } from '../state/window-state.ts';
import { leaveCell } from '../ui/first-focus.ts';
import { showNotice } from '../ui/toasts.ts';
import type { CommandActions, CommandFacts } from './commands.ts';
import { focusNextPane } from './focus-next-pane.ts';
import { fieldInFront, placeInFront, useSelectedInFront } from './front-sheet.ts';

/** Marks the filter's input, which Ctrl+Shift+F puts the cursor into. */
export const FILTER_INPUT_ID = 'quick-filter';

/** What the commands do in the real window. */
export const windowActions: CommandActions = {
  undo: () => void undo(),
  redo: () => void redo(),
  printPreview: () => {
    if (currentScreen() === 'pages') {
      printShownPage();
      return;
    }
    const shown = shownMatrix();
    if (shown) openDialog({ kind: 'print', shown });
  },
  exportTable: (layout: Layout) => void exportTable(layout),
  showExports: () => openDialog({ kind: 'export', shown: shownMatrix() }),
  sendForms: () => openDialog({ kind: 'send-forms' }),
  showTemplates: () => openDialog({ kind: 'templates' }),
  takeReturns: () => void takeReturns(),
  takeFolder: () => void takeFolder(),
  takeDataFile: () => void takeDataFile(),
  showReturnsOverview: () => showReturnsView('collection'),
  showReturnRules: () => openDialog({ kind: 'return-rules' }),
  readDocument: () => void readDocument('create'),
  readRevision: () => void readDocument('revise'),
  readClipboard: () => void readClipboard(),
  switchPlan: () => openDialog({ kind: 'plans' }),
  showPeriods: () => openDialog({ kind: 'periods' }),
  carryForward: () => openDialog({ kind: 'carry' }),
  confirmCarried: () => void confirmCarried(),
  showDeadlines: () => {
    const place = placeInFront();
    if (place) openDialog({ kind: 'deadlines', ...place });
  },
  setCadence: () => {
    const place = placeInFront();
    if (!place) return;
    const selected = currentScreen() === 'matrix' ? tasksSelected() : [];
    openDialog({ kind: 'cadence', taskIds: selected.length > 0 ? selected : [place.taskId] });
  },
  showCalendar: () => openDialog({ kind: 'calendar' }),
  showLightRules: () => openDialog({ kind: 'light-rules' }),
  showAgencies: () => openDialog({ kind: 'agencies', agencyId: null }),
  showPeople: (what) =>
    openDialog(what === 'set-people' ? { kind: 'task-people', taskIds: tasksSelected() } : { kind: what }),
  showHistory: () => openDialog({ kind: 'history' }),
  showSendings: () => openDialog({ kind: 'sendings' }),
  lookBack: () => openDialog({ kind: 'look-back' }),
  nameOperator: () => openDialog({ kind: 'operator' }),
  showCheck: () => openDialog({ kind: 'check' }),
  showVerifications: () => openDialog({ kind: 'verifications' }),
  showEvidence: () => openDialog({ kind: 'evidence' }),
  copyDataFile: () => openDialog({ kind: 'copy-data-file' }),
  showHelp: () => openDialog({ kind: 'help' }),
  showAbout: () => openDialog({ kind: 'about' }),
  find: () => openFindBar('find'),
  replace: () => openFindBar('replace'),
  findNext: () => stepHit(1),
  findPrevious: () => stepHit(-1),
  insertTask: (where) => void insertTask(where),
  removeTasks: () => void removeTasks(),
  moveTasks: (direction) => void moveTasks(direction),
  moveToSection: () => openDialog({ kind: 'move-tasks', taskIds: tasksSelected() }),
  renumberTasks: () => void renumberTasks(),
  editTask: () => {
    const place = placeInFront();
    if (place) openDialog({ kind: 'task-text', taskId: place.taskId });
  },
  editNote: () => {
    const place = placeInFront();
    if (!place) return;
    // The note opens beside its cell, which the wheel may have taken out of sight.
    showCells([{ ...place, periodId: null }], 'show', fieldInFront());
    requestAnimationFrame(() => openDialog({ kind: 'note', ...place }));
  },
  showCellHistory: () => {
    const place = placeInFront();
    if (place) openDialog({ kind: 'cell-history', ...place });
  },
  hideRows: () => hideTasks(tasksSelected()),
  showRows: () => changeView({ hiddenTasks: [] }),
  focusFilter,
  goTo: () => {
    leaveCell();
    openDialog({ kind: 'go-to' });
  },
  showKind: (kind) => {
    showScreen('matrix');
    chooseKind(kind);
  },
  showScreen,
  stepScreen,
  manageViews: () => openDialog({ kind: 'views' }),
  toggleDutiesOnly,
  toggleGroups: expandGroups,
  togglePanel: () => setPanelOpen(!useWindowState.getState().panelOpen),
  toggleComposing,
  focusNextPane,
  stepQuestion,
  openTaskPage: () => {
    const place = placeInFront();
    if (place) openPage({ kind: 'task', taskId: place.taskId });
  },
  openAgencyPage: () => {
    const agencyId = placeInFront()?.agencyId;
    if (agencyId == null) showNotice('没有选中单位', '请先点选一个单位的格子，再打开单位档案。');
    else openPage({ kind: 'agency', agencyId });
  },
  stepPage,
  showWeek: openWeek,
  draftSummary: () => {
    const place = placeInFront();
    const period = currentPeriodShown();
    if (place && period) openDialog({ kind: 'summary', taskId: place.taskId, periodId: period.id, agencyId: null });
  },
};

function focusFilter(): void {
  const ids = {
    matrix: FILTER_INPUT_ID,
    ledger: FILTER_INPUT_ID,
    returns: RETURN_FILTER_ID,
    pages: PAGE_WORDS_ID,
    duties: null,
    reminders: null,
    statistics: null,
  } as const;
  const id = ids[currentScreen()];
  const input = id === null ? null : document.getElementById(id);
  if (input instanceof HTMLInputElement) input.select();
}

/** Among returns one is found by the words of their list; nothing of a sheet is. */
function openFindBar(bar: 'find' | 'replace'): void {
  if (isSheet(currentScreen())) openFind(bar);
  else focusFilter();
}

function stepHit(step: 1 | -1): void {
  if (isSheet(currentScreen())) findStep(step);
}

/** What the commands ask about the real window. */
export function windowFacts(): CommandFacts {
  const state = useWindowState.getState();
  return {
    ready: state.ready && !state.backendGone,
    busy: state.busy !== null,
    dialogOpen: state.dialog !== null,
    onTask: placeInFront() !== null,
    screen: currentScreen(),
    sorted: currentView().sort !== null,
    rowsHidden: currentView().hiddenTasks.length > 0,
    // A hand faster than the disk: the step under way will be the one that is taken back.
    undoLabel: state.undoLabel ?? (state.save.kind === 'saving' ? '' : null),
    redoLabel: state.redoLabel,
    inPast: isInPast(),
  };
}

/** As {@link windowFacts}, told again whenever one of them changes. */
export function useWindowFacts(): CommandFacts {
  const ready = useWindowState((state) => state.ready && !state.backendGone);
  const busy = useWindowState((state) => state.busy !== null);
  const dialogOpen = useWindowState((state) => state.dialog !== null);
  const undoLabel = useWindowState((state) => state.undoLabel);
  const redoLabel = useWindowState((state) => state.redoLabel);
  const onTask = useSelectedInFront();
  const screen = useScreen();
  const sorted = useMatrixView((view) => view.sort !== null);
  const rowsHidden = useMatrixView((view) => view.hiddenTasks.length > 0);
  const inPast = useAsOf() !== null;
  return { ready, busy, dialogOpen, onTask, screen, sorted, rowsHidden, undoLabel, redoLabel, inPast };
}
