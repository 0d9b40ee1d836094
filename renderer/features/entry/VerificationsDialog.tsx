import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { isOpenToVerify, UNVERIFIED, VERIFICATION_LABELS, type VerificationLine } from '#shared/domain/verification.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog, editProgress } from '../../state/window-state.ts';
import { shortDateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import './verify.css';

export type VerificationsDialogProps = { readonly overview: Overview; readonly period: PeriodView };

const keyOf = ({ taskId, agencyId }: VerificationLine): string => `${taskId}/${agencyId}`;

/** 自报完成、核查未完成: what agencies call done in a period and nobody has confirmed; checks are entered from here. */
export function VerificationsDialog({ overview, period }: VerificationsDialogProps) {
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isVerifying, setVerifying] = useState(false);
  const { data, error } = useQuery({
    ...orpc.verification.list.queryOptions({ input: { planId: overview.plan.id, periodId: period.id, open: false } }),
    staleTime: 0,
  });
  const all = data ?? [];
  const open = all.filter(({ status, verification }) => isOpenToVerify(status, verification));
  const lines = onlyOpen ? open : all;
  const ticked = lines.filter((line) => chosen.has(keyOf(line)));
  const tick = (line: VerificationLine): void => {
    const next = new Set(chosen);
    if (!next.delete(keyOf(line))) next.add(keyOf(line));
    setChosen(next);
  };
  return (
    <Modal
      title={`核查：${periodTitle(period.label)}`}
      lead={
        data
          ? `自报完成 ${all.filter(({ status }) => status === 'done').length} 项，核查未完成 ${open.length} 项。`
          : '正在读取…'
      }
      size="wide"
      testId="verifications-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note">已选 {ticked.length} 项</span>
          <Button data-testid="verify-chosen" disabled={ticked.length === 0} onClick={() => setVerifying(true)}>
            登记核查…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      {error ? <p role="alert">{toAppError(error).message}</p> : null}
      <div className="list-tools">
        <label>
          <input type="checkbox" checked={onlyOpen} onChange={() => setOnlyOpen(!onlyOpen)} /> 只看自报完成、核查未完成
        </label>
      </div>
      {data && lines.length === 0 ? (
        <p className="empty-note">{onlyOpen ? '本期没有自报完成而核查未完成的任务。' : '本期还没有单位报完成。'}</p>
      ) : null}
      {lines.length > 0 ? <VerificationTable lines={lines} chosen={chosen} onTick={tick} /> : null}
      {isVerifying ? (
        <VerifyDialog
          places={ticked.map(({ taskId, agencyId }) => ({ taskId, agencyId, periodId: period.id }))}
          today={overview.today}
          onClose={() => {
            setVerifying(false);
            setChosen(new Set());
          }}
        />
      ) : null}
    </Modal>
  );
}

function VerificationTable(props: {
  readonly lines: readonly VerificationLine[];
  readonly chosen: ReadonlySet<string>;
  readonly onTick: (line: VerificationLine) => void;
}) {
  return (
    <table className="table verification-table" data-testid="verification-table">
      <thead>
        <tr>
          <th />
          <th className="is-number">序号</th>
          <th>任务</th>
          <th>单位</th>
          <th>自报</th>
          <th>进展情况</th>
          <th>核查</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={keyOf(line)}>
            <td>
              <input
                type="checkbox"
                aria-label={`选第${line.number}项${line.agencyName}`}
                checked={props.chosen.has(keyOf(line))}
                onChange={() => props.onTick(line)}
              />
            </td>
            <td className="is-number">{line.number}</td>
            <td>
              <button
                type="button"
                className="text-button"
                title="打开这项任务"
                onClick={() => {
                  closeDialog();
                  editProgress(line.taskId, line.agencyId);
                }}
              >
                {line.title}
              </button>
            </td>
            <td>{line.agencyName}</td>
            <td>
              {line.status === null ? '' : STATUS_LABELS[line.status]}
              {line.percent === null ? '' : ` ${line.percent}%`}
            </td>
            <td>
              <span className="is-clamped" title={line.narrative}>
                {line.narrative}
              </span>
            </td>
            <td className={isOpenToVerify(line.status, line.verification) ? 'is-open-check' : ''}>
              {foundWords(line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function foundWords({ verification }: VerificationLine): string {
  if (verification === null) return UNVERIFIED;
  const { result, manner, checker, checkedOn, note } = verification;
  return `${VERIFICATION_LABELS[result]}（${shortDateText(checkedOn)} ${checker} ${manner}）${note}`;
}
