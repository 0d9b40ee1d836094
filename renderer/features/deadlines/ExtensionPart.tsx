import { useState } from 'react';
import { DEADLINE_WORDS_MAX } from '#shared/contract/deadline.contract.ts';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { Field } from '../../ui/Field.tsx';
import { extend, removeExtension } from './deadline-steps.ts';
import { PlaceField } from './PlaceField.tsx';

export type ExtensionPartProps = {
  readonly deadlines: TaskDeadlines;
  readonly task: MatrixTask;
  readonly agencyId: AgencyId | null;
  readonly period: DatedPeriod;
  readonly overview: Overview;
};

/** What was put off of a task, and a form for putting it off once more. */
export function ExtensionPart({ deadlines, task, agencyId, period, overview }: ExtensionPartProps) {
  const [whose, setWhose] = useState(agencyId);
  const [periodId, setPeriodId] = useState<PeriodId | null>(period.closedOn === null ? period.id : null);
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const [approvedOn, setApprovedOn] = useState(overview.today);
  const open = overview.periods.filter(({ closedOn }) => closedOn === null);
  const isWhole = [dueOn, reason.trim(), approver.trim(), approvedOn].every((text) => text !== '');
  return (
    <>
      <ExtensionList deadlines={deadlines} />
      <div className="deadline-form">
        <PlaceField task={task} overview={overview} value={whose} onChange={setWhose} />
        <Field label="延期的是">
          <select
            className="select"
            data-testid="extension-period"
            value={periodId ?? ''}
            onChange={(event) => setPeriodId(open.find(({ id }) => String(id) === event.target.value)?.id ?? null)}
          >
            <option value="">任务完成时限</option>
            {open.map(({ id, label, dueDay }) => (
              <option key={id} value={id}>{`${periodTitle(label)}报送（原 ${dateText(dueDay)}）`}</option>
            ))}
          </select>
        </Field>
        <Field label="延至">
          <DateInput testId="extension-due" value={dueOn} reference={overview.today} onChange={setDueOn} />
        </Field>
        <Field label="批准人">
          <input
            className="input"
            data-testid="extension-approver"
            maxLength={DEADLINE_WORDS_MAX}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        </Field>
        <Field label="批准日期">
          <DateInput value={approvedOn} reference={overview.today} onChange={setApprovedOn} />
        </Field>
        <div className="deadline-wide">
          <Field label="原因（必填）">
            <input
              className="input"
              data-testid="extension-reason"
              maxLength={DEADLINE_WORDS_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </div>
        <div className="deadline-wide deadline-act">
          <Button
            tone="main"
            data-testid="extension-yes"
            disabled={!isWhole}
            onClick={() =>
              void extend({ taskId: task.id, agencyId: whose }, { periodId, dueOn, reason, approver, approvedOn }).then(
                (done) => {
                  if (done) setReason('');
                },
              )
            }
          >
            登记延期
          </Button>
        </div>
      </div>
    </>
  );
}

function ExtensionList({ deadlines: { extensions } }: { readonly deadlines: TaskDeadlines }) {
  if (extensions.length === 0) return <p className="deadline-none">没有延期。</p>;
  return (
    <table className="table deadline-table" data-testid="extensions">
      <thead>
        <tr>
          <th>单位</th>
          <th>延期的是</th>
          <th>延至</th>
          <th>原因</th>
          <th>批准</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {extensions.map(({ id, agency, period, dueOn, reason, approver, approvedOn }) => (
          <tr key={id}>
            <td>{agency ?? '全部责任单位'}</td>
            <td>{period === null ? '任务完成时限' : `${periodTitle(period)}报送`}</td>
            <td className="deadline-date">{dateText(dueOn)}</td>
            <td>{reason}</td>
            <td>{`${approver}（${dateText(approvedOn)}）`}</td>
            <td className="deadline-row-act">
              <Button tone="quiet" onClick={() => void removeExtension(id)}>
                撤销
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
