import { useState } from 'react';
import { REASON_MAX } from '#shared/contract/period.contract.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { reopenPeriod } from './period-steps.ts';

export type ReopenPeriodDialogProps = { readonly period: PeriodStanding; readonly onClose: () => void };

/** Asks why a closed period is opened again; the reason stays in the history. */
export function ReopenPeriodDialog({ period, onClose }: ReopenPeriodDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Modal
      title={`重新打开${periodTitle(period.label)}`}
      lead={`${dateText(period.closedOn ?? '')}关闭。打开以后可以更正，更正完再关闭。`}
      size="small"
      testId="reopen-period"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="main"
            data-testid="reopen-period-yes"
            disabled={reason.trim() === ''}
            onClick={() => {
              onClose();
              void reopenPeriod(period.id, reason);
            }}
          >
            重新打开
          </Button>
        </>
      }
    >
      <Field label="原因（必填，留在操作记录里）">
        <input
          className="input"
          data-testid="reopen-reason"
          placeholder="如：县公安局更正第5项数据"
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
