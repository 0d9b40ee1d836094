import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { dateText, shortDateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { ClosePeriodDialog } from './ClosePeriodDialog.tsx';
import { ReopenPeriodDialog } from './ReopenPeriodDialog.tsx';
import './periods.css';

export type PeriodsDialogProps = { readonly overview: Overview; readonly shownId: PeriodId };

/** The plan's periods: when each is due, how much was reported, whether it is closed; closing one, opening it again. */
export function PeriodsDialog({ overview, shownId }: PeriodsDialogProps) {
  const answer = useQuery({
    ...orpc.period.list.queryOptions({ input: { planId: overview.plan.id } }),
    staleTime: 0,
  });
  const [asked, setAsked] = useState<PeriodStanding | null>(null);
  const closeAsked = (): void => setAsked(null);
  return (
    <Modal
      title="报送期"
      lead="关闭以后，这一期的进展不能再改；重新打开要写明原因。两者都是一步操作，可以撤销，并留在操作记录里。"
      size="wide"
      testId="periods-dialog"
      onClose={closeDialog}
      footer={
        <Button tone="main" data-testid="periods-done" onClick={closeDialog}>
          完成
        </Button>
      }
    >
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? (
        <PeriodTable periods={answer.data} overview={overview} shownId={shownId} onAsk={setAsked} />
      ) : null}
      {asked && asked.closedOn === null ? (
        <ClosePeriodDialog period={asked} today={overview.today} onClose={closeAsked} />
      ) : null}
      {asked && asked.closedOn !== null ? <ReopenPeriodDialog period={asked} onClose={closeAsked} /> : null}
    </Modal>
  );
}

type PeriodTableProps = PeriodsDialogProps & {
  readonly periods: readonly PeriodStanding[];
  readonly onAsk: (period: PeriodStanding) => void;
};

function PeriodTable({ periods, overview, shownId, onAsk }: PeriodTableProps) {
  return (
    <table className="table period-table">
      <thead>
        <tr>
          <th>期</th>
          <th>起止</th>
          <th>报送时限</th>
          <th className="number">已报 / 应报</th>
          <th>状态</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.id} data-testid={`period-${period.label}`} aria-current={period.id === shownId || undefined}>
            <td>
              {periodTitle(period.label)}
              {period.id === overview.currentPeriodId ? <small>（当期）</small> : null}
            </td>
            <td>{`${shortDateText(period.startsOn)}—${shortDateText(period.endsOn)}`}</td>
            <td>{shortDateText(period.dueOn)}</td>
            <td className="number">{`${period.reported} / ${period.owed}`}</td>
            <td className={period.closedOn === null ? 'period-state' : 'period-state period-closed'}>
              {period.closedOn === null ? '未关闭' : `已关闭（${dateText(period.closedOn)}）`}
            </td>
            <td className="period-act">
              <Button data-testid={`period-act-${period.label}`} onClick={() => onAsk(period)}>
                {period.closedOn === null ? '关闭本期…' : '重新打开…'}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
