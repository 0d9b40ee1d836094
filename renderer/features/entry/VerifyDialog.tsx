import { useState } from 'react';
import { VERIFICATION_LABELS, VERIFICATION_MANNERS } from '#shared/domain/verification.ts';
import { VERIFICATION_RESULTS, type VerificationResult } from '#shared/domain/year-facts.ts';
import { client } from '../../bridge/client.ts';
import { recall, remember } from '../../bridge/remembered.ts';
import type { EntryPlace } from '../../state/entry-query.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { dateText } from '../../text/dates.ts';
import { parseDateText } from '../../text/parse-date.ts';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { SaveFoot } from './MilestonesDialog.tsx';
import './verify.css';

export type VerifyDialogProps = {
  readonly places: readonly EntryPlace[];
  /** ISO date. */
  readonly today: string;
  readonly onClose: () => void;
};

/** Who checked last, for the next check of this sitting and the next. */
const CHECKER = 'checker';

/** 核查: what was found, how, by whom, when; for one cell or several alike. One step. */
export function VerifyDialog({ places, today, onClose }: VerifyDialogProps) {
  const [result, setResult] = useState<VerificationResult>('confirmed');
  const [manner, setManner] = useState<string>(VERIFICATION_MANNERS[0]);
  const [checker, setChecker] = useState(() => recall(CHECKER) ?? '');
  const [day, setDay] = useState(dateText(today));
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');
  const save = async (): Promise<void> => {
    const checkedOn = parseDateText(day, today);
    if (!checkedOn) return setProblem('核查日期无法识别，可填 10月12日、2021年10月12日。');
    if (checker.trim() === '' || manner.trim() === '') return setProblem('请写明核查人和核查方式。');
    remember(CHECKER, checker.trim());
    const verifications = places.map((place) => ({ ...place, result, manner, checker, checkedOn, note }));
    if (succeeded(await runStep(() => client.verification.add({ verifications })))) onClose();
  };
  return (
    <Modal
      title={places.length === 1 ? '登记核查' : `登记核查（${places.length} 处）`}
      lead="核查与单位自报分开记，不改动自报的状态。"
      testId="verify-dialog"
      hold
      onClose={onClose}
      footer={<SaveFoot problem={problem} onClose={onClose} onSave={() => void save()} />}
    >
      <div className="verify-form">
        <fieldset className="verify-results">
          <legend>核查结果</legend>
          {VERIFICATION_RESULTS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="verify-result"
                data-testid={`verify-${each}`}
                checked={result === each}
                onChange={() => setResult(each)}
              />
              {VERIFICATION_LABELS[each]}
            </label>
          ))}
        </fieldset>
        <div className="verify-line">
          <Field label="方式">
            <input
              className="input"
              list="verify-manners"
              data-testid="verify-manner"
              value={manner}
              onChange={(event) => setManner(event.target.value)}
            />
          </Field>
          <datalist id="verify-manners">
            {VERIFICATION_MANNERS.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <Field label="核查人">
            <input
              className="input"
              data-testid="verify-checker"
              maxLength={100}
              value={checker}
              onChange={(event) => setChecker(event.target.value)}
            />
          </Field>
          <Field label="日期">
            <input className="input" value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
        </div>
        <Field label="核查情况">
          <textarea
            className="input"
            data-testid="verify-note"
            rows={3}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}
