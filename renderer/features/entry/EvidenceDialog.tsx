import { useQuery } from '@tanstack/react-query';
import { EVIDENCE_STATE_LABELS } from '#shared/domain/evidence.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { closingText } from './closing-text.ts';
import { openEvidence, verifyEvidence, writeEvidenceCatalogue } from './evidence-work.ts';
import { sizeText } from './size-text.ts';
import './verify.css';

/** 佐证材料 of the whole plan in the order of the catalogue; what is missing or changed is named. */
export function EvidenceDialog({ overview }: { readonly overview: Overview }) {
  const planId = overview.plan.id;
  const { data, error } = useQuery({ ...orpc.evidence.list.queryOptions({ input: { planId } }), staleTime: 0 });
  const troubled = data?.filter(({ state }) => state !== 'whole').length ?? 0;
  return (
    <Modal
      title="佐证材料"
      lead={data ? leadWords(data.length, troubled) : '正在读取…'}
      size="wide"
      testId="evidence-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button disabled={!data?.length} onClick={() => void verifyEvidence(planId)}>
            逐份核对文件
          </Button>
          <Button
            disabled={!data?.length}
            data-testid="evidence-catalogue"
            onClick={() => void writeEvidenceCatalogue(planId)}
          >
            导出目录和文件…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {error ? <p role="alert">{toAppError(error).message}</p> : null}
      {data?.length === 0 ? <p className="empty-note">还没有佐证材料。选一项任务，在右侧“佐证材料”中添加。</p> : null}
      {data && data.length > 0 ? (
        <table className="table evidence-table">
          <thead>
            <tr>
              <th>编号</th>
              <th>名称</th>
              <th>文件</th>
              <th>大小</th>
              <th>收录日期</th>
              <th>用于办结</th>
              <th>状态</th>
            </tr>
          </thead>
          <tbody>
            {data.map((line) => (
              <tr key={line.id}>
                <td>{line.catalogueNumber}</td>
                <td>
                  <button type="button" className="text-button" onClick={() => void openEvidence(line)}>
                    {line.title}
                  </button>
                </td>
                <td>{line.fileName}</td>
                <td>{sizeText(line.size)}</td>
                <td>{dateText(line.addedOn)}</td>
                <td>{closingText(line)}</td>
                <td className={line.state === 'whole' ? '' : 'is-troubled'}>{EVIDENCE_STATE_LABELS[line.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Modal>
  );
}

function leadWords(count: number, troubled: number): string {
  if (troubled === 0) return `共 ${count} 份，放在数据文件旁边的佐证材料文件夹里。`;
  return `共 ${count} 份，其中 ${troubled} 份的文件不在或被改动。请把原来的佐证材料文件夹放回数据文件旁边。`;
}
