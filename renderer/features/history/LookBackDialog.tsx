import { parseISO } from 'date-fns/parseISO';
import { subDays } from 'date-fns/subDays';
import { useState } from 'react';
import { isoDate } from '#shared/domain/period.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { lookAt } from '../../state/past.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './look-back.css';

export type LookBackDialogProps = {
  /** ISO date; a sample has one of its own. */
  readonly today: string;
};

/** Asks for a moment and shows the plan as it was then. */
export function LookBackDialog({ today }: LookBackDialogProps) {
  const [day, setDay] = useState(() => isoDate(subDays(parseISO(today), 1)));
  const [time, setTime] = useState('17:30');
  const [refusal, setRefusal] = useState<string | null>(null);
  const look = async (): Promise<void> => {
    try {
      // The whole of the minute, for the history shows no seconds.
      await lookAt(await client.history.moment({ at: `${day}T${time === '' ? '23:59' : time}:59.999` }));
    } catch (reason) {
      setRefusal(toAppError(reason).message);
    }
  };
  return (
    <Modal
      title="看过去的样子"
      lead="矩阵、台账、统计等都显示那一刻的内容，只能看，不能改。"
      size="small"
      testId="look-back-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="look-back-go" disabled={day === ''} onClick={() => void look()}>
            看那时的样子
          </Button>
        </>
      }
    >
      <div className="look-back">
        <Field label="日期">
          <input
            className="input"
            type="date"
            data-testid="look-back-day"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </Field>
        <Field label="时间">
          <input
            className="input"
            type="time"
            data-testid="look-back-time"
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
        </Field>
      </div>
      <p className="look-back-hint">也可以在“操作记录”里找到某一步，点“看当时的样子”。</p>
      {refusal === null ? null : (
        <p className="look-back-refusal" role="alert">
          {refusal}
        </p>
      )}
    </Modal>
  );
}
