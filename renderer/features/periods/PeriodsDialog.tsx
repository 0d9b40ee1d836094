import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { laterPeriod } from '#shared/domain/carry.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { PERIOD_KINDS, type PeriodKind } from '#shared/domain/period.ts';
import { PERIOD_KIND_LABELS } from '#shared/domain/period-rule.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { CarryDialog } from './CarryDialog.tsx';
import { ClosePeriodDialog } from './ClosePeriodDialog.tsx';
import { MakePeriodsDialog } from './MakePeriodsDialog.tsx';
import { OwnPeriodDialog } from './OwnPeriodDialog.tsx';
import { PeriodDueDialog } from './PeriodDueDialog.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import type { PeriodQuestion } from './period-question.ts';
import { canCarry } from './period-steps.ts';
import { ReopenPeriodDialog } from './ReopenPeriodDialog.tsx';
import './periods.css';

export type PeriodsDialogProps = { readonly overview: Overview; readonly shownId: PeriodId };

/**
 * The plan's periods, kind by kind: when each is due, how much was reported, whether it is closed. They are made ahead
 * here, get other due days, are closed and opened again.
 */
export function PeriodsDialog({ overview, shownId }: PeriodsDialogProps) {
  const { data, error } = useQuery({
    ...orpc.period.list.queryOptions({ input: { planId: overview.plan.id } }),
    staleTime: 0,
  });
  const [kind, setKind] = useState<PeriodKind>(overview.periods.find(({ id }) => id === shownId)?.kind ?? 'month');
  const [asked, setAsked] = useState<PeriodQuestion | null>(null);
  const kinds = PERIOD_KINDS.filter((each) => data?.some((period) => period.kind === each));
  const shown = kinds.includes(kind) ? kind : kinds[0];
  const periods = data?.filter((period) => period.kind === shown) ?? [];
  const closeAsked = (): void => setAsked(null);
  return (
    <Modal
      title="报送期"
      lead="关闭以后，这一期的进展不能再改；重新打开要写明原因。每一项都是一步操作，可以撤销，并留在操作记录里。"
      size="wide"
      testId="periods-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note">{`计划按${PERIOD_KIND_LABELS[overview.plan.cadence]}报送`}</span>
          <Button data-testid="periods-own" onClick={() => setAsked({ kind: 'own' })}>
            自定一期…
          </Button>
          <Button data-testid="periods-make" onClick={() => setAsked({ kind: 'make' })}>
            生成和时限…
          </Button>
          <Button tone="main" data-testid="periods-done" onClick={closeDialog}>
            完成
          </Button>
        </>
      }
    >
      {error ? <p className="empty-note">{toAppError(error).message}</p> : null}
      {kinds.length > 1 ? (
        <div className="period-kinds" role="tablist" aria-label="报送期的种类">
          {kinds.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={each === shown}
              data-testid={`period-kind-${each}`}
              onClick={() => setKind(each)}
            >
              {PERIOD_KIND_LABELS[each]}
              <small>{data?.filter((period) => period.kind === each).length}</small>
            </button>
          ))}
        </div>
      ) : null}
      {data ? <PeriodTable periods={periods} overview={overview} shownId={shownId} onAsk={setAsked} /> : null}
      {asked ? questionOf(asked, { overview, periods: data ?? [], close: closeAsked, ask: setAsked }) : null}
    </Modal>
  );
}

function questionOf(
  asked: PeriodQuestion,
  {
    overview,
    periods,
    close,
    ask,
  }: {
    readonly overview: Overview;
    readonly periods: readonly PeriodStanding[];
    readonly close: () => void;
    readonly ask: (question: PeriodQuestion) => void;
  },
) {
  switch (asked.kind) {
    case 'close': {
      const next = laterPeriod(periods, asked.period);
      const goOn = async (): Promise<void> => {
        if (!next || next.closedOn !== null) return;
        if (await canCarry(asked.period.id, next.id)) ask({ kind: 'carry', into: next });
      };
      return (
        <ClosePeriodDialog period={asked.period} today={overview.today} onClose={close} onClosed={() => void goOn()} />
      );
    }
    case 'reopen':
      return <ReopenPeriodDialog period={asked.period} onClose={close} />;
    case 'due':
      return <PeriodDueDialog period={asked.period} onClose={close} />;
    case 'carry':
      return <CarryDialog overview={overview} into={asked.into} onClose={close} />;
    case 'make':
      return <MakePeriodsDialog overview={overview} onClose={close} />;
    case 'own':
      return <OwnPeriodDialog overview={overview} onClose={close} />;
  }
}
