import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { periodTitle } from '#shared/domain/period.ts';
import type { PeriodGaps, PeriodStanding } from '#shared/domain/period-standing.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { closePeriod } from './period-steps.ts';

export type ClosePeriodDialogProps = {
  readonly period: PeriodStanding;
  /** ISO date. */
  readonly today: string;
  readonly onClose: () => void;
  /** Asked once it is closed, when the next period can take something over. */
  readonly onClosed: () => void;
};

/** Asks before a period is closed, and says what is not reported in it. A hasty Enter is the harmless answer. */
export function ClosePeriodDialog({ period, today, onClose, onClosed }: ClosePeriodDialogProps) {
  const { data, error } = useQuery({
    ...orpc.period.gaps.queryOptions({ input: { periodId: period.id } }),
    gcTime: 0,
    staleTime: 0,
  });
  const harmless = useRef<HTMLButtonElement>(null);
  const title = periodTitle(period.label);
  return (
    <Modal
      title={`关闭${title}？`}
      lead={data ? summary(data) : '正在查对…'}
      testId="close-period"
      hold
      initialFocus={harmless}
      onClose={onClose}
      footer={
        <>
          <Button ref={harmless} data-testid="close-period-no" onClick={onClose}>
            取消
          </Button>
          <Button
            tone="main"
            data-testid="close-period-yes"
            disabled={!data}
            onClick={() => {
              onClose();
              void closePeriod(period.id).then((closed) => {
                if (closed) onClosed();
              });
            }}
          >
            {data && data.missing > 0 ? '仍然关闭' : '关闭本期'}
          </Button>
        </>
      }
    >
      {error ? <p role="alert">{toAppError(error).message}</p> : null}
      {today <= period.endsOn ? (
        <p className="period-early">本期到{dateText(period.endsOn)}才结束，现在关闭，以后几天的进展就填不进去了。</p>
      ) : null}
      {data && data.missing > 0 ? <GapList gaps={data} /> : null}
      {data?.missing === 0 ? <p>关闭以后，填写、粘贴、收回填报表都不再改动这一期的进展。</p> : null}
    </Modal>
  );
}

function summary({ owed, missing, agencies }: PeriodGaps): string {
  if (missing === 0) return `应报 ${owed} 项，全部已报。`;
  return `应报 ${owed} 项，还有 ${missing} 项未报，涉及 ${agencies.length} 个单位：`;
}

function GapList({ gaps }: { readonly gaps: PeriodGaps }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard
    <ul className="period-gaps" data-testid="period-gaps" tabIndex={0} aria-label="未报的单位和任务">
      {gaps.agencies.map(({ agencyId, agencyName, tasks }) => (
        <li key={agencyId}>
          <strong>{agencyName}</strong>
          <span>{`${tasks.length} 项：第\u00a0${tasks.join('、')}\u00a0项`}</span>
        </li>
      ))}
    </ul>
  );
}
