import { useState } from 'react';
import { ANSWER_MAX } from '#shared/contract/reminder.contract.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';

export type CallAnswer = {
  readonly told: string;
  readonly answer: string;
  readonly on: string;
  readonly promisedOn: string | null;
};

export type CallDialogProps = {
  readonly title: string;
  /** Whom to ring. */
  readonly lead: string;
  /** What is known already. */
  readonly start: CallAnswer;
  /** Who was spoken to is asked only of a call that is made. */
  readonly asksWho: boolean;
  readonly onSave: (answer: CallAnswer) => Promise<boolean>;
  readonly onClose: () => void;
};

/** A telephone call, or an answer that came later: who, what was said, for when it was promised. */
export function CallDialog({ title, lead, start, asksWho, onSave, onClose }: CallDialogProps) {
  const [draft, setDraft] = useState(start);
  const change = (patch: Partial<CallAnswer>): void => setDraft((before) => ({ ...before, ...patch }));
  const save = async (): Promise<void> => {
    if (await onSave(draft)) onClose();
  };
  return (
    <Modal
      title={title}
      lead={lead}
      testId="call-dialog"
      hold
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="call-save" disabled={draft.on === ''} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <div className="call-form">
        {asksWho ? (
          <Field label="接听人">
            <input
              className="input"
              data-testid="call-told"
              maxLength={100}
              value={draft.told}
              onChange={(event) => change({ told: event.target.value })}
            />
          </Field>
        ) : null}
        <Field label="对方答复">
          <textarea
            className="input"
            rows={3}
            data-testid="call-answer"
            maxLength={ANSWER_MAX}
            value={draft.answer}
            onChange={(event) => change({ answer: event.target.value })}
          />
        </Field>
        <div className="call-days">
          <Field label={asksWho ? '通话日期' : '答复日期'}>
            <input
              className="input"
              type="date"
              value={draft.on}
              onChange={(event) => change({ on: event.target.value })}
            />
          </Field>
          <Field label="承诺报送日期（没有则空）">
            <input
              className="input"
              type="date"
              data-testid="call-promised"
              value={draft.promisedOn ?? ''}
              onChange={(event) => change({ promisedOn: event.target.value || null })}
            />
          </Field>
        </div>
      </div>
    </Modal>
  );
}
