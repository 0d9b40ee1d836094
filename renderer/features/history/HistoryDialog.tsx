import { useQuery } from '@tanstack/react-query';
import { undo } from '#renderer/steps/undo.ts';
import type { StepView } from '#shared/domain/step.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { STEP_KIND_WORDS, stepSource } from '../../text/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './history.css';

/** Steps shown; older ones stay in the data file and can be listed by the command line. */
const STEPS_SHOWN = 300;

/** What was done, newest first; a step that nothing later touched can be taken back alone. */
export function HistoryDialog() {
  const answer = useQuery({ ...orpc.history.list.queryOptions({ input: { limit: STEPS_SHOWN } }), staleTime: 0 });
  return (
    <Modal
      title="操作记录"
      lead={`每一步都保存在数据文件里，撤销也是一步。最多显示最近 ${STEPS_SHOWN} 步。`}
      size="wide"
      testId="history-dialog"
      onClose={closeDialog}
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? <StepTable steps={answer.data} /> : null}
    </Modal>
  );
}

function StepTable({ steps }: { readonly steps: readonly StepView[] }) {
  if (steps.length === 0) return <p className="empty-note">还没有操作。</p>;
  return (
    <table className="table history-table">
      <thead>
        <tr>
          <th>时间</th>
          <th>编号</th>
          <th>类别</th>
          <th>操作</th>
          <th>来源</th>
          <th className="number">改动</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.id} data-testid={`step-${step.id}`}>
            <td className="history-time">{momentText(step.at)}</td>
            <td className="number">{step.id}</td>
            <td>{STEP_KIND_WORDS[step.kind]}</td>
            <td className="history-label">
              {step.label}
              {step.reverses === null ? null : <small>（针对第 {step.reverses} 步）</small>}
            </td>
            <td>
              {stepSource(step)}
              {step.actor === '' ? null : <small>（{step.actor}）</small>}
            </td>
            <td className="number">{step.changes} 处</td>
            <td className="history-undo">
              {step.undoable ? (
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
        ))}
      </tbody>
    </table>
  );
}
