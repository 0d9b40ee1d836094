import { useState } from 'react';
import { DEADLINE_WORDS_MAX } from '#shared/contract/deadline.contract.ts';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { Field } from '../../ui/Field.tsx';
import { openEvidence } from '../entry/evidence-work.ts';
import { ClosingProof, NO_PROOF } from './ClosingProof.tsx';
import { closeTask, reopenTask } from './deadline-steps.ts';
import { PlaceField } from './PlaceField.tsx';

export type ClosingPartProps = {
  readonly deadlines: TaskDeadlines;
  readonly task: MatrixTask;
  readonly agencyId: AgencyId | null;
  readonly overview: Overview;
};

/** 办结: whether the task, or an agency's part of it, is closed; closing it and opening it again. */
export function ClosingPart({ deadlines, task, agencyId, overview }: ClosingPartProps) {
  const [whose, setWhose] = useState(agencyId);
  const [closedOn, setClosedOn] = useState(overview.today);
  const [basis, setBasis] = useState('');
  const [approver, setApprover] = useState('');
  const [proof, setProof] = useState(NO_PROOF);
  const [reason, setReason] = useState('');
  const place = { taskId: task.id, agencyId: whose };
  const inForce = deadlines.closings.find((row) => row.agencyId === whose && row.reopenedOn === null);
  return (
    <>
      <ClosingList deadlines={deadlines} />
      <div className="deadline-form">
        <PlaceField
          task={task}
          overview={overview}
          value={whose}
          onChange={(next) => {
            setWhose(next);
            // What was ticked may be another unit's; the files that were chosen stay.
            setProof({ ...proof, evidenceIds: [] });
          }}
        />
        {inForce ? (
          <>
            <div className="deadline-wide">
              <Field label={`已于${dateText(inForce.closedOn)}办结。取消办结的原因（必填）`}>
                <input
                  className="input"
                  data-testid="reopen-task-reason"
                  maxLength={DEADLINE_WORDS_MAX}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Field>
            </div>
            <div className="deadline-wide deadline-act">
              <Button
                data-testid="reopen-task-yes"
                disabled={reason.trim() === ''}
                onClick={() =>
                  void reopenTask(place, reason).then((done) => {
                    if (done) setReason('');
                  })
                }
              >
                取消办结
              </Button>
            </div>
          </>
        ) : (
          <>
            <Field label="办结日期">
              <DateInput value={closedOn} reference={overview.today} onChange={setClosedOn} />
            </Field>
            <Field label="批准人">
              <input
                className="input"
                maxLength={DEADLINE_WORDS_MAX}
                value={approver}
                onChange={(event) => setApprover(event.target.value)}
              />
            </Field>
            <div className="deadline-wide">
              <Field label="办结依据（必填，如验收报告、会议纪要及其文号）">
                <input
                  className="input"
                  data-testid="closing-basis"
                  maxLength={DEADLINE_WORDS_MAX}
                  value={basis}
                  onChange={(event) => setBasis(event.target.value)}
                />
              </Field>
            </div>
            <div className="deadline-wide">
              <ClosingProof
                planId={overview.plan.id}
                taskId={task.id}
                agencyId={whose}
                chosen={proof}
                onChange={setProof}
              />
            </div>
            <div className="deadline-wide deadline-act">
              <Button
                tone="main"
                data-testid="closing-yes"
                disabled={basis.trim() === '' || closedOn === ''}
                onClick={() =>
                  void closeTask(place, { closedOn, basis, approver, ...proof }).then((done) => {
                    if (!done) return;
                    setBasis('');
                    setProof(NO_PROOF);
                  })
                }
              >
                办结
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  );
}

function ClosingList({ deadlines: { closings } }: { readonly deadlines: TaskDeadlines }) {
  if (closings.length === 0) return <p className="deadline-none">没有办结。办结以后不再催报，此前的记录都在。</p>;
  return (
    <table className="table deadline-table" data-testid="closings">
      <thead>
        <tr>
          <th>单位</th>
          <th>办结日期</th>
          <th>依据</th>
          <th>批准人</th>
          <th>佐证材料</th>
          <th>取消办结</th>
        </tr>
      </thead>
      <tbody>
        {closings.map(({ id, agency, closedOn, basis, approver, evidence, reopenedOn, reopenReason }) => (
          <tr key={id}>
            <td>{agency ?? '整项任务'}</td>
            <td className="deadline-date">{dateText(closedOn)}</td>
            <td>{basis}</td>
            <td>{approver}</td>
            <td>
              {evidence.map((file) => (
                <button
                  key={file.id}
                  type="button"
                  className="text-button closing-file"
                  title={file.fileName}
                  onClick={() => void openEvidence(file)}
                >
                  {file.title}
                </button>
              ))}
            </td>
            <td>{reopenedOn === null ? '' : `${dateText(reopenedOn)}（${reopenReason}）`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
