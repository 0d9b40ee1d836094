import { useQuery } from '@tanstack/react-query';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { CellHistoryEntry } from '#shared/domain/cell-history.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { momentText } from '../../text/dates.ts';
import { CELL_FACT_WORDS, STEP_KIND_WORDS, stepSource } from '../../text/words.ts';
import { Modal } from '../../ui/Modal.tsx';
import './history.css';

export type CellHistoryDialogProps = {
  readonly task: MatrixTask;
  readonly agencyId: AgencyId | null;
  readonly agencies: readonly AgencyView[];
};

/** Every change of one cell, or of a task's own text: when, who, what, old and new, from where. */
export function CellHistoryDialog({ task, agencyId, agencies }: CellHistoryDialogProps) {
  const answer = useQuery({
    ...orpc.history.ofCell.queryOptions({ input: { taskId: task.id, agencyId } }),
    staleTime: 0,
  });
  const agency = agencies.find((candidate) => candidate.id === agencyId);
  return (
    <Modal
      title={`第${task.number}项${agency ? ` · ${agency.name}` : ''}的修改历史`}
      lead={agency ? '责任、进展和批注的每一次改动，新的在前。' : '任务文字、位置和批注的每一次改动，新的在前。'}
      size="wide"
      testId="cell-history-dialog"
      onClose={closeDialog}
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data?.length === 0 ? <p className="empty-note">没有改动过。</p> : null}
      {answer.data && answer.data.length > 0 ? <ChangeTable entries={answer.data} /> : null}
    </Modal>
  );
}

function ChangeTable({ entries }: { readonly entries: readonly CellHistoryEntry[] }) {
  return (
    <table className="table history-table">
      <thead>
        <tr>
          <th>时间</th>
          <th>内容</th>
          <th>原来</th>
          <th>改为</th>
          <th>来源</th>
          <th>操作</th>
        </tr>
      </thead>
      <tbody>
        {entries.flatMap(({ step, reversed, file, changes }) =>
          changes.map(({ fact, period, before, after }) => (
            <tr key={`${step.id}-${fact}-${period}-${before}-${after}`} data-testid={`change-${step.id}-${fact}`}>
              <td className="history-time">{momentText(step.at)}</td>
              <td>
                {CELL_FACT_WORDS[fact]}
                {period === null ? null : <small>（{period}）</small>}
              </td>
              <td className="history-value">{before === '' ? '（空）' : before}</td>
              <td className="history-value">{after === '' ? '（空）' : after}</td>
              <td>
                {file ?? stepSource(step)}
                {step.actor === '' ? null : <small>（{step.actor}）</small>}
              </td>
              <td>
                {step.kind === 'do' ? step.label : STEP_KIND_WORDS[step.kind]}
                {reversed ? <small>（后来撤销）</small> : null}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
