import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import { YEAR_STATE_LABELS, YEAR_STATES, type YearState } from '#shared/domain/year.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog, openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { YearTable } from './YearTable.tsx';
import './years.css';

/** The plan on show beside the one of the year before. */
export function CompareYearsDialog({ overview: { plan } }: { readonly overview: Overview }) {
  const answer = useQuery({
    ...orpc.year.compare.queryOptions({ input: { planId: plan.id } }),
    enabled: plan.previousPlanId !== null,
    staleTime: 0,
  });
  const [only, setOnly] = useState<YearState | null>(null);
  const { data } = answer;
  return (
    <Modal
      title="与上年度对照"
      lead={data ? `${data.previousYear}年《${data.previousTitle}》与${data.year}年《${data.title}》` : undefined}
      size="wide"
      testId="compare-years-dialog"
      onClose={closeDialog}
    >
      {plan.previousPlanId === null ? (
        <div className="empty-note">
          <p>{`《${plan.title}》没有对应的上年度计划。`}</p>
          <p>新年度计划可以由上年度建立，两年的任务就能对照。</p>
          <Button data-testid="compare-to-next" onClick={() => openDialog({ kind: 'next-year' })}>
            由本年度建立新年度计划…
          </Button>
        </div>
      ) : null}
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {data ? (
        <div className="year-page">
          <div className="year-chips">
            <Chip label="全部" count={data.items.length} isOn={only === null} onClick={() => setOnly(null)} />
            {YEAR_STATES.map((state) => (
              <Chip
                key={state}
                label={YEAR_STATE_LABELS[state]}
                count={data.counts[state]}
                isOn={only === state}
                onClick={() => setOnly(state)}
              />
            ))}
          </div>
          <div className="year-scroll">
            <YearTable {...data} items={data.items.filter((item) => only === null || item.state === only)} />
          </div>
        </div>
      ) : null}
    </Modal>
  );
}

type ChipProps = {
  readonly label: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
};

function Chip({ label, count, isOn, onClick }: ChipProps) {
  return (
    <button type="button" className="year-chip" aria-pressed={isOn} onClick={onClick}>
      {label} {count}
    </button>
  );
}
