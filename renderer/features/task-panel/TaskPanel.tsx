import { PanelRightClose } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { useLastYear } from '../../state/last-year.ts';
import { useTaskDetail } from '../../state/queries.ts';
import { select, setPanelOpen } from '../../state/window-state.ts';
import { IconButton } from '../../ui/Button.tsx';
import { AssignmentList } from './AssignmentList.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { useRestingSelection } from './use-resting-selection.ts';
import './task-panel.css';

const ProgressForm = lazy(() =>
  import('../progress-form/ProgressForm.tsx').then((module) => ({ default: module.ProgressForm })),
);

const EntrySections = lazy(() =>
  import('../entry/EntrySections.tsx').then((module) => ({ default: module.EntrySections })),
);

export type TaskPanelProps = { readonly overview: Overview; readonly period: PeriodView };

/** The task of the chosen row: its words, who owes what, and the progress of the chosen agency. */
export function TaskPanel({ overview, period }: TaskPanelProps) {
  useLastYear(overview.plan);
  const selection = useRestingSelection();
  const answer = useTaskDetail(selection?.taskId, period);
  const task = answer.data;
  const chosen = useMemo(
    () => task?.assignments.find((assignment) => assignment.agencyId === selection?.agencyId),
    [task, selection?.agencyId],
  );

  if (!selection) return <PanelFrame note="在矩阵或台账中选一行，这里显示任务全文、责任单位和进展。" />;
  if (answer.isError) return <PanelFrame note={toAppError(answer.error).message} />;
  if (!task) return <PanelFrame note="正在读取…" />;
  return (
    <PanelFrame title={panelTitle(task)}>
      <div className="panel-scroll">
        <TaskFacts task={task} chosen={chosen?.agencyId ?? null} />
        <AssignmentList
          assignments={task.assignments}
          chosen={chosen?.agencyId ?? null}
          onChoose={(agencyId) => select({ taskId: task.id, agencyId })}
        />
        <Suspense>
          <EntrySections task={task} agencyId={chosen?.agencyId ?? null} overview={overview} period={period} />
        </Suspense>
      </div>
      <Suspense>
        {chosen ? (
          <ProgressForm
            key={`${task.id}/${chosen.agencyId}/${period.id}`}
            task={task}
            assignment={chosen}
            period={period}
            isOtherPeriod={period.id !== overview.currentPeriodId}
            today={overview.today}
          />
        ) : null}
      </Suspense>
    </PanelFrame>
  );
}

function panelTitle(task: TaskDetail): string {
  return `第${task.number}项`;
}

function PanelFrame(props: { readonly title?: string; readonly note?: string; readonly children?: ReactNode }) {
  return (
    <aside className="task-panel" data-testid="task-panel" aria-label="任务详情">
      <header className="panel-head">
        <h2>{props.title ?? '任务详情'}</h2>
        <IconButton label="收起任务详情（F4）" icon={<PanelRightClose />} onClick={() => setPanelOpen(false)} />
      </header>
      {props.note ? <p className="empty-note">{props.note}</p> : props.children}
    </aside>
  );
}
