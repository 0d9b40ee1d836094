import { useState } from 'react';
import type { Overview } from '#shared/domain/overview.ts';
import type { OnHoliday } from '#shared/domain/period.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
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
          <DateInput
            testId="own-from"
            value={startsOn}
            reference={`${overview.plan.year}-01-01`}
            onChange={setStartsOn}
          />
        </Field>
        <Field label="至">
          <DateInput testId="own-to" value={endsOn} reference={`${overview.plan.year}-01-01`} onChange={setEndsOn} />
        </Field>
        <Field label="报送时限（不填为最后一天）">
          <DateInput value={dueOn} reference={`${overview.plan.year}-01-01`} onChange={setDueOn} />
        </Field>
        <OnHolidayField value={onHoliday} onChange={setOnHoliday} />
      </div>
    </Modal>
  );
}
