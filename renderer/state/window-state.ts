import { create } from 'zustand';
import { recallFlag, recallNumber, remember, rememberFlag } from '#renderer/bridge/remembered.ts';
import { keepNumbers, recallNumbers } from '#renderer/bridge/sitting.ts';
import type { PickedFile } from '#shared/contract/shell.contract.ts';
import type { AgencyId, PeriodId, PlanId, ReturnId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import type { Dimension, DutyFigure } from '#shared/domain/statistics.ts';
import type { CellRef } from '#shared/domain/step.ts';
import type { ChosenPeriods } from './shown-period.ts';

/** What is known about the last change: shown at the right end of the status bar and nowhere else invented. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly message: string };

/** A figure of the statistics whose duties are to be seen. */
export type CountedDuties = {
  readonly title: string;
  readonly planId: PlanId;
  readonly periodId?: PeriodId;
  readonly on?: string;
  readonly row?: { readonly dimension: Dimension; readonly key: string };
  readonly figure: DutyFigure;
};

export type OpenDialog =
  | { readonly kind: 'plan' }
  | { readonly kind: 'plans' }
  | { readonly kind: 'periods' }
  | { readonly kind: 'history'; readonly agencyId?: AgencyId; readonly taskId?: TaskId }
  | { readonly kind: 'sendings' }
  | { readonly kind: 'look-back' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'scoring' }
  | { readonly kind: 'counted-duties'; readonly which: CountedDuties }
  | { readonly kind: 'light-rules' }
  | { readonly kind: 'check' }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }
  | { readonly kind: 'agencies'; readonly agencyId: AgencyId | null }
  | { readonly kind: 'views' }
  | { readonly kind: 'task-text'; readonly taskId: TaskId }
  | { readonly kind: 'move-tasks'; readonly taskIds: readonly TaskId[] }
  | { readonly kind: 'note'; readonly taskId: TaskId; readonly agencyId: AgencyId | null }
  | { readonly kind: 'cell-history'; readonly taskId: TaskId; readonly agencyId: AgencyId | null }
  | { readonly kind: 'section-title'; readonly sectionId: SectionId }
  | { readonly kind: 'go-to' }
  | {
      readonly kind: 'send-forms';
      /** Ticked beforehand; left out: all that have duties. */
      readonly agencyIds?: readonly AgencyId[];
      /** Left out: the period on show. */
      readonly periodId?: PeriodId;
    }
  | { readonly kind: 'return-mapping'; readonly returnId: ReturnId }
  | { readonly kind: 'return-rules' }
  | { readonly kind: 'templates' }
  | {
      readonly kind: 'summary';
      readonly taskId: TaskId;
      readonly periodId: PeriodId;
      /** Whose summary it is; `null`: the first lead's. */
      readonly agencyId: AgencyId | null;
    }
  | { readonly kind: 'export'; readonly shown: ShownMatrix | null }
  | { readonly kind: 'print'; readonly shown: ShownMatrix }
  | { readonly kind: 'print-table'; readonly table: PrintTable; readonly orientation: PrintSetup['orientation'] }
  | ReturnsDialog
  | EntryDialog
  | DeadlineDialog
  | PeopleDialog
  | EntryDialog
  | { readonly kind: 'which-kind'; readonly file: PickedFile }
  | { readonly kind: 'plan-review'; readonly review: PlanReview; readonly purpose: 'create' | 'revise' };

/** Periods, deadlines and the calendar. */
export type DeadlineDialog =
  | { readonly kind: 'calendar' }
  | { readonly kind: 'deadlines'; readonly taskId: TaskId; readonly agencyId: AgencyId | null }
  | { readonly kind: 'cadence'; readonly taskIds: readonly TaskId[] }
  | { readonly kind: 'carry' };

/** People, matters and years. */
export type PeopleDialog =
  | { readonly kind: 'task-people'; readonly taskIds: readonly TaskId[] }
  | { readonly kind: 'leaders' | 'new-matter' | 'matters' | 'next-year' | 'compare-years' };

/** What goes with a report and is entered in a window of its own. */
export type EntryDialog =
  | { readonly kind: 'milestones' | 'sub-items' | 'targets'; readonly taskId: TaskId }
  | {
      readonly kind: 'verify';
      readonly places: readonly {
        readonly taskId: TaskId;
        readonly agencyId: AgencyId;
        readonly periodId: PeriodId;
      }[];
    }
  | { readonly kind: 'verifications' }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'copy-data-file' };

/** Questions of the review of returns; they open over its screen alone. */
export type ReturnsDialog =
  | { readonly kind: 'accept-returns'; readonly returnIds: readonly ReturnId[] }
  | { readonly kind: 'send-back'; readonly returnId: ReturnId }
  | { readonly kind: 'refuse-return'; readonly returnId: ReturnId }
  | { readonly kind: 'take-back'; readonly returnId: ReturnId }
  | {
      readonly kind: 'return-password';
      /** What is received again with the password: the files, or the packets they lie in. */
      readonly files: readonly PickedFile[];
      /** Names of those that have a password. */
      readonly names: readonly string[];
      /** A password was given, and it was not the right one. */
      readonly isWrong: boolean;
    };

/** A long call under way, with the way to stop it. */
export type BusyWork = {
  readonly title: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
};

export type ChosenCell = { readonly taskId: TaskId; readonly agencyId: AgencyId | null };

/** State of the window itself. Data of the plan lives in React Query, drafts in the progress form. */
export type WindowState = {
  /** The plan is on the screen; before that there is nothing to command. */
  readonly ready: boolean;
  readonly chosenPeriods: ChosenPeriods;
  /** `null`: the newest plan that is not put aside, as the backend finds it. */
  readonly planId: PlanId | null;
  readonly filter: string;
  readonly panelOpen: boolean;
  /** An input method writes straight into a chosen cell. Off: screen readers meet plain cells (pitfall 22). */
  readonly composesInCell: boolean;
  readonly panelWidth: number;
  readonly selection: ChosenCell | null;
  readonly dialog: OpenDialog | null;
  readonly busy: BusyWork | null;
  readonly save: SaveState;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly reveal: RevealWish | null;
  /** Counts wishes to put the cursor into the progress form. */
  readonly editProgressSeq: number;
  readonly backendGone: boolean;
};

/** Narrower: the longest status row of the form no longer fits. Wider: the matrix loses its columns at 1366. */
export const PANEL_WIDTH = { min: 320, usual: 356, max: 640 } as const;

const CHOSEN_PERIODS = 'chosen-periods';

export const useWindowState = create<WindowState>(() => ({
  ready: false,
  // Only window code writes this heading, and only with ids of periods.
  chosenPeriods: recallNumbers(CHOSEN_PERIODS) as ChosenPeriods,
  planId: null,
  filter: '',
  panelOpen: recallFlag('panel-open', true),
  composesInCell: recallFlag('composes-in-cell', true),
  panelWidth: clampPanelWidth(recallNumber('panel-width', PANEL_WIDTH.usual)),
  selection: null,
  dialog: null,
  busy: null,
  save: { kind: 'idle' },
  undoLabel: null,
  redoLabel: null,
  reveal: null,
  editProgressSeq: 0,
  backendGone: false,
}));

const set = useWindowState.setState;

export function clampPanelWidth(width: number): number {
  return Math.round(Math.min(PANEL_WIDTH.max, Math.max(PANEL_WIDTH.min, width)));
}

export function setReady(): void {
  set({ ready: true });
}

/** Keeps which periods are shown instead of the current ones, for this sitting. */
export function keepPeriods(chosenPeriods: ChosenPeriods): void {
  keepNumbers(CHOSEN_PERIODS, chosenPeriods);
  set({ chosenPeriods });
}

/** Where the clerk was in each plan of this file. */
const leftAt = new Map<PlanId, Pick<WindowState, 'selection' | 'filter'>>();

/** @param from the plan on show until now, to which the clerk may come back */
export function showPlan(planId: PlanId | null, from: PlanId | null): void {
  const { selection, filter } = useWindowState.getState();
  if (from !== null) leftAt.set(from, { selection, filter });
  const there = planId === null ? undefined : leftAt.get(planId);
  // Nothing can be commanded until the plan's own rows are there.
  set({ selection: null, filter: '', ...there, planId, ready: false, reveal: null });
}

/** The plan on show is meant from now on, whichever the newest one becomes. */
export function stayInPlan(planId: PlanId): void {
  set({ planId });
}

export function setFilter(filter: string): void {
  set({ filter });
}

export function toggleComposing(): void {
  const composesInCell = !useWindowState.getState().composesInCell;
  rememberFlag('composes-in-cell', composesInCell);
  set({ composesInCell });
}

export function setPanelOpen(panelOpen: boolean): void {
  rememberFlag('panel-open', panelOpen);
  set({ panelOpen });
}

export function setPanelWidth(width: number): void {
  const panelWidth = clampPanelWidth(width);
  remember('panel-width', String(panelWidth));
  set({ panelWidth });
}

export function select(selection: ChosenCell | null): void {
  set((state) =>
    state.selection?.taskId === selection?.taskId && state.selection?.agencyId === selection?.agencyId
      ? state
      : { selection },
  );
}

/** Opens the panel at an agency's progress and puts the cursor there. */
export function editProgress(taskId: TaskId, agencyId: AgencyId): void {
  setPanelOpen(true);
  set((state) => ({ selection: { taskId, agencyId }, editProgressSeq: state.editProgressSeq + 1 }));
}

export function openDialog(dialog: OpenDialog): void {
  set({ dialog });
}

export function closeDialog(): void {
  set({ dialog: null });
}

export function setBusy(busy: BusyWork | null): void {
  set({ busy });
}

export function setSave(save: SaveState): void {
  set({ save });
}

export function setStepLabels(undoLabel: string | null, redoLabel: string | null): void {
  set((state) => (state.undoLabel === undoLabel && state.redoLabel === redoLabel ? state : { undoLabel, redoLabel }));
}

/** @param columnId the column of the ledger that is meant, where a cell of the plan has several there */
export function revealCells(cells: readonly CellRef[], focus: boolean, columnId: string | null = null): void {
  set((state) => ({ reveal: { cells, focus, columnId, seq: (state.reveal?.seq ?? 0) + 1 } }));
}

export function setBackendGone(): void {
  set({ backendGone: true, busy: null });
}
/** Cells to show; `seq` makes asking twice for the same cell two wishes. */
export type RevealWish = {
  readonly cells: readonly CellRef[];
  /** Puts the cursor on the first cell and lets all of them flash; without it they are only scrolled into view. */
  readonly focus: boolean;
  /** The column of the ledger that is meant; `null`: wherever the cursor stands. */
  readonly columnId: string | null;
  readonly seq: number;
};

export type ShownMatrix = { readonly taskIds: readonly TaskId[]; readonly agencyIds: readonly AgencyId[] };
