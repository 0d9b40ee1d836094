import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MATTER_LABELS, type MatterView } from '#shared/domain/matter.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { MatterDialog } from './MatterDialog.tsx';
import './matters.css';

/** What came up in the year, with its source and deadline; a new one, a correction, taking one out. */
export function MattersDialog({ overview }: { readonly overview: Overview }) {
  const answer = useQuery({
    ...orpc.matter.list.queryOptions({ input: { planId: overview.plan.id } }),
    staleTime: 0,
  });
  const [over, setOver] = useState<MatterView | 'new' | null>(null);
  return (
    <Modal
      title="年中事项"
      lead="会议议定、批示和其他交办的事项；排在计划任务之后，一样办理。"
      size="wide"
      testId="matters-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button icon={<Plus />} data-testid="matter-add" onClick={() => setOver('new')}>
            新增…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data?.length === 0 ? (
        <p className="empty-note">还没有年中事项。会议议定、领导批示的事项，点“新增…”登记来源、单位和办理时限。</p>
      ) : null}
      {answer.data && answer.data.length > 0 ? (
        <table className="table matter-table">
          <thead>
            <tr>
              <th className="number">序号</th>
              <th>类别</th>
              <th>来源</th>
              <th>事项</th>
              <th>日期</th>
              <th>办理时限</th>
              <th>责任单位</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {answer.data.map((matter) => (
              <MatterRow key={matter.taskId} matter={matter} today={overview.today} onEdit={() => setOver(matter)} />
            ))}
          </tbody>
        </table>
      ) : null}
      {over === null ? null : (
        <MatterDialog overview={overview} matter={over === 'new' ? null : over} onClose={() => setOver(null)} />
      )}
    </Modal>
  );
}

type MatterRowProps = { readonly matter: MatterView; readonly today: string; readonly onEdit: () => void };

function MatterRow({ matter, today, onEdit }: MatterRowProps) {
  const { taskId, number, kind, source, title, content, aroseOn, workdays, dueOn, calendarKnown, roles } = matter;
  return (
    <tr data-testid={`matter-${number}`}>
      <td className="number">{number}</td>
      <td className="matter-kind">{MATTER_LABELS[kind]}</td>
      <td>{source}</td>
      <td title={content}>{title}</td>
      <td className="matter-day">{aroseOn}</td>
      <td className={`matter-day ${dueOn !== null && dueOn < today ? 'is-past' : ''}`}>
        {dueOn ?? '无'}
        {workdays === null ? null : <small>{`${workdays} 个工作日${calendarKnown ? '' : '（节假日未知）'}`}</small>}
      </td>
      <td>{roles.map(({ agency, role }) => `${ROLE_MARKS[role]} ${agency}`).join('　')}</td>
      <td className="matter-acts">
        <IconButton label="修改…" icon={<Pencil />} data-testid={`matter-edit-${number}`} onClick={onEdit} />
        <IconButton
          label="移出（可以撤销，进展都保留）"
          icon={<Trash2 />}
          data-testid={`matter-remove-${number}`}
          onClick={() => void runStep(() => client.matter.remove({ taskId }))}
        />
      </td>
    </tr>
  );
}
