import { lazy, Suspense } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { AboutDialog } from '../features/about/AboutDialog.tsx';
import { AgenciesDialog } from '../features/agencies/AgenciesDialog.tsx';
import { CheckDialog } from '../features/check/CheckDialog.tsx';
import { GoToDialog } from '../features/go-to/GoToDialog.tsx';
import { HelpDialog } from '../features/help/HelpDialog.tsx';
import { CellHistoryDialog } from '../features/history/CellHistoryDialog.tsx';
import { HistoryDialog } from '../features/history/HistoryDialog.tsx';
import { LookBackDialog } from '../features/history/LookBackDialog.tsx';
import { OperatorDialog } from '../features/history/OperatorDialog.tsx';
import { LightRulesDialog } from '../features/light-rules/LightRulesDialog.tsx';
import { NotePopover } from '../features/notes/NotePopover.tsx';
import { PeriodsDialog } from '../features/periods/PeriodsDialog.tsx';
import { PlanDialog } from '../features/plan-info/PlanDialog.tsx';
import { PlansDialog } from '../features/plan-info/PlansDialog.tsx';
import { PrintDialog } from '../features/print/PrintDialog.tsx';
import { PrintTableDialog } from '../features/print/PrintTableDialog.tsx';
import { MappingDialog } from '../features/returns-mapping/MappingDialog.tsx';
import { RulesDialog } from '../features/returns-overview/RulesDialog.tsx';
import { ReturnsDialogs } from '../features/returns-review/ReturnsDialogs.tsx';
import { CountedDutiesDialog } from '../features/statistics/CountedDutiesDialog.tsx';
import { ScoringDialog } from '../features/statistics/ScoringDialog.tsx';
import { MoveTasksDialog } from '../features/task-text/MoveTasksDialog.tsx';
import { SectionTitleDialog } from '../features/task-text/SectionTitleDialog.tsx';
import { TaskTextDialog } from '../features/task-text/TaskTextDialog.tsx';
import { ViewsDialog } from '../features/views/ViewsDialog.tsx';
import { type OpenDialog, useWindowState } from '../state/window-state.ts';
import { BusyDialog } from './BusyDialog.tsx';
import { COMMANDS } from './commands.ts';
import { WhichKindDialog } from './WhichKindDialog.tsx';

// The largest screen, and the one opened least often.
const PlanReviewScreen = lazy(() =>
  import('../features/plan-review/PlanReviewScreen.tsx').then((module) => ({ default: module.PlanReviewScreen })),
);

const SendFormsDialog = lazy(() =>
  import('../features/forms-out/SendFormsDialog.tsx').then((module) => ({ default: module.SendFormsDialog })),
);
const DeadlineDialogs = lazy(() =>
  import('../features/deadlines/DeadlineDialogs.tsx').then((module) => ({ default: module.DeadlineDialogs })),
);

const EntryDialogs = lazy(() =>
  import('../features/entry/EntryDialogs.tsx').then((module) => ({ default: module.EntryDialogs })),
);

const ExportDialog = lazy(() =>
  import('../features/exports/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
);

const SummaryDialog = lazy(() =>
  import('../features/summary/SummaryDialog.tsx').then((module) => ({ default: module.SummaryDialog })),
);

const SendingsDialog = lazy(() =>
  import('../features/sendings/SendingsDialog.tsx').then((module) => ({ default: module.SendingsDialog })),
);

const PeopleDialogs = lazy(() =>
  import('../features/people/PeopleDialogs.tsx').then((module) => ({ default: module.PeopleDialogs })),
);

const TemplatesDialog = lazy(() =>
  import('../features/templates/TemplatesDialog.tsx').then((module) => ({ default: module.TemplatesDialog })),
);

export type OverlaysProps = {
  readonly overview: Overview;
  readonly period: DatedPeriod;
  readonly tasks: readonly MatrixTask[];
};

/** Whatever lies over the matrix. Loaded with the first dialog that opens. */
export function Overlays({ overview, period, tasks }: OverlaysProps) {
  const dialog = useWindowState((state) => state.dialog);
  const busy = useWindowState((state) => state.busy);
  return (
    <>
      {dialog ? dialogOf(dialog, { overview, period, tasks }) : null}
      {busy ? <BusyDialog work={busy} /> : null}
    </>
  );
}

function dialogOf(dialog: OpenDialog, { overview, period, tasks }: OverlaysProps) {
  switch (dialog.kind) {
    case 'plan':
      return <PlanDialog overview={overview} />;
    case 'plans':
      return <PlansDialog overview={overview} />;
    case 'light-rules':
      return <LightRulesDialog overview={overview} period={period} />;
    case 'periods':
      return <PeriodsDialog overview={overview} shownId={period.id} />;
    case 'history':
      return <HistoryDialog overview={overview} tasks={tasks} agencyId={dialog.agencyId} taskId={dialog.taskId} />;
    case 'sendings':
      return (
        <Suspense>
          <SendingsDialog />
        </Suspense>
      );
    case 'look-back':
      return <LookBackDialog today={overview.today} />;
    case 'operator':
      return <OperatorDialog />;
    case 'scoring':
      return <ScoringDialog overview={overview} />;
    case 'counted-duties':
      return <CountedDutiesDialog which={dialog.which} />;
    case 'check':
      return <CheckDialog />;
    case 'help':
      return <HelpDialog commands={COMMANDS} />;
    case 'about':
      return <AboutDialog />;
    case 'agencies':
      return <AgenciesDialog overview={overview} agencyId={dialog.agencyId} />;
    case 'views':
      return <ViewsDialog />;
    case 'task-text': {
      const task = tasks.find(({ id }) => id === dialog.taskId);
      return task ? <TaskTextDialog task={task} /> : null;
    }
    case 'note': {
      const task = tasks.find(({ id }) => id === dialog.taskId);
      return task ? <NotePopover task={task} agencyId={dialog.agencyId} /> : null;
    }
    case 'cell-history': {
      const task = tasks.find(({ id }) => id === dialog.taskId);
      return task ? <CellHistoryDialog task={task} agencyId={dialog.agencyId} agencies={overview.agencies} /> : null;
    }
    case 'move-tasks':
      return <MoveTasksDialog overview={overview} taskIds={dialog.taskIds} />;
    case 'section-title': {
      const section = overview.sections.find(({ id }) => id === dialog.sectionId);
      return section ? <SectionTitleDialog section={section} /> : null;
    }
    case 'go-to':
      return <GoToDialog overview={overview} tasks={tasks} />;
    case 'send-forms':
      return (
        <Suspense>
          <SendFormsDialog overview={overview} period={period} {...dialog} />
        </Suspense>
      );
    case 'return-mapping':
      return <MappingDialog returnId={dialog.returnId} />;
    case 'return-rules':
      return <RulesDialog />;
    case 'templates':
      return (
        <Suspense>
          <TemplatesDialog overview={overview} period={period} />
        </Suspense>
      );
    case 'summary': {
      const { taskId, periodId, agencyId } = dialog;
      return (
        <Suspense>
          <SummaryDialog taskId={taskId} periodId={periodId} agencyId={agencyId} />
        </Suspense>
      );
    }
    case 'export':
      return (
        <Suspense>
          <ExportDialog overview={overview} period={period} shown={dialog.shown} />
        </Suspense>
      );
    case 'print':
      return <PrintDialog overview={overview} period={period} shown={dialog.shown} />;
    case 'print-table':
      return <PrintTableDialog table={dialog.table} orientation={dialog.orientation} />;
    case 'which-kind':
      return <WhichKindDialog file={dialog.file} />;
    case 'calendar':
    case 'deadlines':
    case 'cadence':
    case 'carry':
      return (
        <Suspense>
          <DeadlineDialogs dialog={dialog} overview={overview} period={period} tasks={tasks} />
        </Suspense>
      );
    case 'accept-returns':
    case 'send-back':
    case 'refuse-return':
    case 'take-back':
    case 'return-password':
      return <ReturnsDialogs dialog={dialog} />;
    case 'milestones':
    case 'sub-items':
    case 'targets':
    case 'verify':
    case 'verifications':
    case 'evidence':
    case 'copy-data-file':
      return (
        <Suspense>
          <EntryDialogs dialog={dialog} overview={overview} period={period} />
        </Suspense>
      );
    case 'task-people':
    case 'leaders':
    case 'new-matter':
    case 'matters':
    case 'next-year':
    case 'compare-years':
      return (
        <Suspense>
          <PeopleDialogs dialog={dialog} overview={overview} tasks={tasks} />
        </Suspense>
      );
    case 'plan-review':
      return (
        <Suspense>
          <PlanReviewScreen review={dialog.review} purpose={dialog.purpose} />
        </Suspense>
      );
    default:
      return assertNever(dialog);
  }
}
