import { useQuery } from '@tanstack/react-query';
import { showCells } from '#renderer/steps/show-cell.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import type { CountedDuty } from '#shared/domain/statistics.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { choosePeriod } from '../../state/queries.ts';
import { showScreen } from '../../state/screen.ts';
import { type CountedDuties, closeDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Modal } from '../../ui/Modal.tsx';
import { showNotice } from '../../ui/toasts.ts';
import './statistics.css';

/** Rows drawn; the copied text has all. */
const SHOWN = 500;

/** The duties behind a figure; each leads to its line in the ledger. */
export function CountedDutiesDialog({ which: { title, ...input } }: { readonly which: CountedDuties }) {
  const answer = useQuery({ ...orpc.statistics.duties.queryOptions({ input }), staleTime: 0 });
  const duties = answer.data ?? [];
  return (
    <Modal
      title={title}
      lead={
        answer.data
          ? `共 ${duties.length} 项${duties.length > SHOWN ? `，列出前 ${SHOWN} 项，复制可得全部` : ''}。点任务到台账中的那一行。`
          : '正在读取…'
      }
      size="wide"
      testId="counted-duties-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button
            data-testid="counted-copy"
            disabled={duties.length === 0}
            onClick={() => {
              if (copyText(textOf(duties))) showNotice('已复制', '可粘贴到表格里。');
            }}
          >
            复制表格
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      <table className="table figure-table">
        <thead>
          <tr>
            <th className="number">任务</th>
            <th>任务名称</th>
            <th>单位</th>
            <th>责任</th>
            <th>报送期</th>
            <th>时限</th>
            <th>亮灯</th>
          </tr>
        </thead>
        <tbody>
          {duties.slice(0, SHOWN).map((duty) => (
            <tr key={`${duty.periodId}-${duty.taskId}-${duty.agencyId}`}>
              <td className="number">{duty.task}</td>
              <td className="statistics-title">
                <button type="button" className="figure" onClick={() => goTo(duty)}>
                  {duty.title}
                </button>
              </td>
              <td>{duty.agency}</td>
              <td>{ROLE_LABELS[duty.role]}</td>
              <td>{periodTitle(duty.period)}</td>
              <td>{dateText(duty.dueOn)}</td>
              <td>{lateWord(duty)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function goTo({ taskId, agencyId, periodId }: CountedDuty): void {
  closeDialog();
  choosePeriod(periodId);
  showScreen('ledger');
  showCells([{ taskId, agencyId, periodId }], 'go');
}

function lateWord({ word, daysLate }: CountedDuty): string {
  return daysLate > 0 ? `${word}（迟 ${daysLate} 天）` : word;
}

function textOf(duties: readonly CountedDuty[]): string {
  const head = ['任务', '任务名称', '单位', '责任', '报送期', '时限', '亮灯'];
  const rows = duties.map((duty) => [
    duty.task,
    duty.title,
    duty.agency,
    ROLE_LABELS[duty.role],
    periodTitle(duty.period),
    duty.dueOn,
    lateWord(duty),
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}
