import { useState } from 'react';
import { periodTitle } from '#shared/domain/period.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { OnHolidayField } from './OnHolidayField.tsx';
import { removePeriod, setPeriodDue } from './period-steps.ts';

export type PeriodDueDialogProps = { readonly period: PeriodStanding; readonly onClose: () => void };

/** Gives one period another due day, or takes away a period made by mistake. */
export function PeriodDueDialog({ period, onClose }: PeriodDueDialogProps) {
  const [dueOn, setDueOn] = useState(period.dueOn);
  const [onHoliday, setOnHoliday] = useState(period.onHoliday);
  const isSame = dueOn === period.dueOn && onHoliday === period.onHoliday;
  return (
    <Modal
      title={`${periodTitle(period.label)}的报送时限`}
      lead={`${dateText(period.startsOn)}至${dateText(period.endsOn)}。单独改过的时限，不再随统一规则变动。`}
      size="small"
      testId="period-due"
      onClose={onClose}
      footer={
        <>
          <Button
            tone="danger"
            className="period-remove"
            data-testid="period-remove"
            onClick={() => void removePeriod(period.id).then((done) => done && onClose())}
          >
            删除这一期
          </Button>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="main"
            data-testid="period-due-yes"
            disabled={isSame || dueOn === ''}
            onClick={() => void setPeriodDue(period.id, { dueOn, onHoliday }).then((done) => done && onClose())}
          >
            保存
          </Button>
        </>
      }
    >
      <div className="period-form">
        <Field label="报送时限">
          <DateInput testId="period-due-date" value={dueOn} reference={period.startsOn} onChange={setDueOn} />
        </Field>
        <OnHolidayField value={onHoliday} onChange={setOnHoliday} />
      </div>
    </Modal>
  );
}
