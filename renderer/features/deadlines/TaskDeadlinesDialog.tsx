import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';
import { ClosingPart } from './ClosingPart.tsx';
import { DuesPart } from './DuesPart.tsx';
import { ExtensionPart } from './ExtensionPart.tsx';
import './deadlines.css';

export type TaskDeadlinesDialogProps = {
  readonly overview: Overview;
  readonly period: DatedPeriod;
  readonly task: MatrixTask;
  /** Whose cell it was opened on; `null`: the task itself. */
  readonly agencyId: AgencyId | null;
};

const PARTS = { dues: '完成时限', extension: '延期', closing: '办结' } as const;
type Part = keyof typeof PARTS;

/** When a task is due, what was put off, and its closing. Each change is a step of its own. */
export function TaskDeadlinesDialog(props: TaskDeadlinesDialogProps) {
  const { overview, task } = props;
  const { data, error } = useQuery({
    ...orpc.deadline.list.queryOptions({ input: { planId: overview.plan.id, taskIds: [task.id] } }),
    staleTime: 0,
  });
  const deadlines = data?.[0];
  // Made anew with its fields: a dialog begins in its first one.
  if (deadlines) return <LoadedDeadlines {...props} deadlines={deadlines} />;
  return (
    <Modal title={titleOf(task)} testId="deadlines-dialog" onClose={closeDialog}>
      <p className="empty-note" role="status">
        {error ? toAppError(error).message : '正在读取…'}
      </p>
    </Modal>
  );
}

type LoadedDeadlinesProps = TaskDeadlinesDialogProps & { readonly deadlines: TaskDeadlines };

function LoadedDeadlines({ overview, period, task, agencyId, deadlines }: LoadedDeadlinesProps) {
  const [part, setPart] = useState<Part>('dues');
  return (
    <Modal title={titleOf(task)} lead={task.title} testId="deadlines-dialog" onClose={closeDialog}>
      <div className="deadline-tabs" role="tablist" aria-label="时限、延期和办结">
        {(Object.keys(PARTS) as Part[]).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={part === each}
            data-testid={`deadline-tab-${each}`}
            onClick={() => setPart(each)}
          >
            {PARTS[each]}
            <small>{countOf(deadlines, each)}</small>
          </button>
        ))}
      </div>
      {part === 'dues' ? (
        <DuesPart key={JSON.stringify(deadlines.dues)} deadlines={deadlines} year={overview.plan.year} />
      ) : null}
      {part === 'extension' ? (
        <ExtensionPart deadlines={deadlines} task={task} agencyId={agencyId} period={period} overview={overview} />
      ) : null}
      {part === 'closing' ? (
        <ClosingPart deadlines={deadlines} task={task} agencyId={agencyId} overview={overview} />
      ) : null}
    </Modal>
  );
}

function titleOf({ number }: MatrixTask): string {
  return `第${number}项　时限、延期和办结`;
}

function countOf({ dues, extensions, closings }: TaskDeadlines, part: Part): string {
  const count = { dues: dues.length, extension: extensions.length, closing: closings.length }[part];
  return count === 0 ? '' : String(count);
}
