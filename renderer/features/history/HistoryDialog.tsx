import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { undo } from '#renderer/steps/undo.ts';
import type { AgencyId, StepId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import type { StepView } from '#shared/domain/step.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { lookAt, useAsOf } from '../../state/past.ts';
import { closeDialog, openDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { STEP_KIND_WORDS, stepSource } from '../../text/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { showError } from '../../ui/toasts.ts';
import { EVERYTHING, HistoryFilter, type HistoryWish } from './HistoryFilter.tsx';
import { StepFacts } from './StepFacts.tsx';
import './history.css';

/** Steps shown; older ones are found by narrowing the list. */
const STEPS_SHOWN = 300;

export type HistoryDialogProps = {
  readonly overview: Overview;
  readonly tasks: readonly MatrixTask[];
  readonly agencyId?: AgencyId | undefined;
  readonly taskId?: TaskId | undefined;
};

/** What was done, newest first: by whom, when, what; old and new on request; taken back, or looked back to. */
export function HistoryDialog({ overview, tasks, agencyId, taskId }: HistoryDialogProps) {
  const [wish, setWish] = useState<HistoryWish>({ ...EVERYTHING, agencyId, taskId });
  const answer = useQuery({
    ...orpc.history.list.queryOptions({ input: inputOf(wish) }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return (
    <Modal
      title="操作记录"
      lead={`每一步都保存在数据文件里，撤销也是一步。一次最多显示 ${STEPS_SHOWN} 步，更早的用任务、单位、时间筛选。`}
      size="full"
      testId="history-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="history-look-back" onClick={() => openDialog({ kind: 'look-back' })}>
            按时间看过去的样子…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      <HistoryFilter overview={overview} tasks={tasks} wish={wish} onChange={setWish} />
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? <StepTable steps={answer.data} /> : null}
    </Modal>
  );
}

function inputOf({ taskId, agencyId, from, to, actor, words }: HistoryWish) {
  return {
    limit: STEPS_SHOWN,
    ...(taskId === undefined ? {} : { taskId }),
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(actor === '' ? {} : { actor }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  };
}

function StepTable({ steps }: { readonly steps: readonly StepView[] }) {
  const [opened, setOpened] = useState<StepId | null>(null);
  if (steps.length === 0) return <p className="empty-note">没有符合条件的操作。</p>;
  return (
    <table className="table history-table">
      <thead>
        <tr>
          <th>时间</th>
          <th>编号</th>
          <th>类别</th>
          <th>操作</th>
          <th>操作人</th>
          <th>来源</th>
          <th className="number">改动</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Fragment key={step.id}>
            <StepRow
              step={step}
              opened={opened === step.id}
              onOpen={() => setOpened(opened === step.id ? null : step.id)}
            />
            {opened === step.id ? (
              <tr>
                <td colSpan={8} className="history-facts">
                  <StepFacts stepId={step.id} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type StepRowProps = { readonly step: StepView; readonly opened: boolean; readonly onOpen: () => void };

function StepRow({ step, opened, onOpen }: StepRowProps) {
  const inPast = useAsOf() !== null;
  return (
    <tr data-testid={`step-${step.id}`}>
      <td className="history-time">{momentText(step.at)}</td>
      <td className="number">{step.id}</td>
      <td>{STEP_KIND_WORDS[step.kind]}</td>
      <td className="history-label">
        {step.label}
        {step.reverses === null ? null : <small>（针对第 {step.reverses} 步）</small>}
      </td>
      <td>{step.actor}</td>
      <td title={step.source ?? undefined}>
        {stepSource(step)}
        {step.source === null ? null : <small className="history-source">{step.source}</small>}
      </td>
      <td className="number">
        <button
          type="button"
          className="history-count"
          aria-expanded={opened}
          data-testid={`facts-${step.id}`}
          title="看改了什么"
          onClick={onOpen}
        >
          {step.changes} 处
        </button>
      </td>
      <td className="history-undo">
        <Button data-testid={`look-at-${step.id}`} onClick={() => void lookAfter(step.id)}>
          看当时的样子
        </Button>
        {step.undoable && !inPast ? (
          <Button
            data-testid={`undo-step-${step.id}`}
            onClick={() => {
              closeDialog();
              void undo(step.id);
            }}
          >
            撤销此步
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

async function lookAfter(stepId: StepId): Promise<void> {
  try {
    await lookAt(await client.history.moment({ stepId }));
  } catch (reason) {
    showError(toAppError(reason));
  }
}
