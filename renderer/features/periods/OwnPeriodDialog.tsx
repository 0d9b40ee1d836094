import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import type { OnHoliday } from '#shared/domain/period.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { OnHolidayField } from './OnHolidayField.tsx';
import { addOwnPeriod } from './period-steps.ts';

const LABEL_MAX = 50;

export type OwnPeriodDialogProps = { readonly overview: Overview; readonly onClose: () => void };

/** Adds a period from one day to another, for which every task is reported: an inspection, a campaign. */
export function OwnPeriodDialog({ overview, onClose }: OwnPeriodDialogProps) {
  const [label, setLabel] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [onHoliday, setOnHoliday] = useState<OnHoliday>('stays');
  const isWhole = label.trim() !== '' && startsOn !== '' && endsOn !== '';
  const add = async (): Promise<void> => {
    const dates = { startsOn, endsOn, dueOn: dueOn === '' ? endsOn : dueOn };
    if (await addOwnPeriod({ planId: overview.plan.id, label, ...dates, onHoliday })) onClose();
  };
  return (
    <Modal
      title="自定一期"
      lead="如专项行动、迎检。这一期里各项任务都报，不论各自的报送周期。"
      size="small"
      testId="own-period"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="own-period-yes" disabled={!isWhole} onClick={() => void add()}>
            增加
          </Button>
        </>
      }
    >
      <div className="period-form">
        <div className="period-form-wide">
          <Field label="名称">
            <input
              className="input"
              data-testid="own-label"
              maxLength={LABEL_MAX}
              placeholder="如：中秋国庆专项检查"
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          </Field>
        </div>
        <Field label="自">
          <input
            className="input"
            type="date"
            data-testid="own-from"
            value={startsOn}
            onChange={(event) => setStartsOn(event.target.value)}
          />
        </Field>
        <Field label="至">
          <input
            className="input"
            type="date"
            data-testid="own-to"
            value={endsOn}
            onChange={(event) => setEndsOn(event.target.value)}
          />
        </Field>
        <Field label="报送时限（不填为最后一天）">
          <input className="input" type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        </Field>
        <OnHolidayField value={onHoliday} onChange={setOnHoliday} />
      </div>
    </Modal>
  );
}
