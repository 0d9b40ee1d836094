import { useState } from 'react';
import type { FormCandidate } from '#shared/domain/form-sending.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { DatedPeriod, Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { closeDialog } from '../../state/window-state.ts';
import { periodText } from '../../text/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { CandidateTable } from './CandidateTable.tsx';
import { useCandidates } from './candidates-query.ts';
import { sendForms } from './send-forms.ts';
import './forms-out.css';

export type SendFormsDialogProps = {
  readonly overview: Overview;
  /** The period on show. */
  readonly period: DatedPeriod;
  /** Ticked beforehand; left out: all that have duties. */
  readonly agencyIds?: readonly AgencyId[];
  /** Chosen beforehand; left out: the period on show. */
  readonly periodId?: PeriodId;
};

/** Which period, which agencies and to whom; then a folder, and one workbook for each. */
export function SendFormsDialog({ overview, period, agencyIds, periodId }: SendFormsDialogProps) {
  const [chosenPeriod, choosePeriod] = useState(() => overview.periods.find(({ id }) => id === periodId) ?? period);
  const [missingOnly, setMissingOnly] = useState(false);
  const [allPlans, setAllPlans] = useState(false);
  // Only what the clerk ticked or took away; the others follow the choice above.
  const [ticks, setTicks] = useState<ReadonlyMap<AgencyId, boolean>>(
    () => new Map(agencyIds?.map((id) => [id, true] as const)),
  );
  const [recipients, setRecipients] = useState<ReadonlyMap<AgencyId, string>>(new Map());
  const candidates = useCandidates(chosenPeriod.id);
  const all = candidates?.agencies ?? [];
  const shown = missingOnly ? all.filter(({ missing }) => missing !== null) : all;
  const isChosen = ({ agencyId }: FormCandidate): boolean => ticks.get(agencyId) ?? agencyIds === undefined;
  const chosen = shown.filter(isChosen);
  const tickAll = (on: boolean): void => setTicks(new Map(all.map(({ agencyId }) => [agencyId, on] as const)));
  const otherPlans = candidates?.otherPlans ?? [];
  const missing = all.filter((each) => each.missing !== null).length;
  const send = (): void => {
    void sendForms(chosenPeriod, {
      agencyIds: chosen.map(({ agencyId }) => agencyId),
      missingOnly,
      allPlans: allPlans && otherPlans.length > 0,
      recipients: chosen.flatMap(({ agencyId }) => {
        const name = recipients.get(agencyId);
        return name === undefined ? [] : [{ agencyId, name: name.trim() }];
      }),
    });
  };

  return (
    <Modal
      title="发填报表"
      lead="每个单位一份 Excel 填报表，可用 QQ、U盘或邮件发给对方；收回后再用“收回填报表”核对入库。"
      size="wide"
      testId="forms-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" data-testid="forms-count">
            已选 {chosen.length} 个单位
          </span>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="forms-send" disabled={chosen.length === 0} onClick={send}>
            选择文件夹并生成…
          </Button>
        </>
      }
    >
      <div className="forms-out">
        <div className="forms-choices">
          <Field label="报送期">
            <select
              className="select"
              data-testid="forms-period"
              value={chosenPeriod.id}
              onChange={(event) => {
                const next = overview.periods.find((candidate) => String(candidate.id) === event.target.value);
                if (next) choosePeriod(next);
              }}
            >
              {overview.periods.map((candidate) => (
                <option key={candidate.id} value={candidate.id}>
                  {periodText(candidate)}
                </option>
              ))}
            </select>
          </Field>
          <Field label="发给">
            <select
              className="select"
              data-testid="forms-whom"
              value={missingOnly ? 'missing' : 'all'}
              onChange={(event) => setMissingOnly(event.target.value === 'missing')}
            >
              <option value="all">本期有任务的单位（{all.length}）</option>
              <option value="missing">只发给没有报齐的单位（{missing}）</option>
            </select>
          </Field>
          {otherPlans.length > 0 ? (
            <label className="forms-all-plans" title={otherPlans.join('\n')}>
              <input
                type="checkbox"
                data-testid="forms-all-plans"
                checked={allPlans}
                onChange={() => setAllPlans(!allPlans)}
              />
              一份表包含同期全部工作安排（另 {otherPlans.length} 项）
            </label>
          ) : null}
        </div>
        {chosenPeriod.id === overview.currentPeriodId ? null : (
          <p className="forms-other" data-testid="forms-other" role="status">
            发出的是{periodTitle(chosenPeriod.label)}的填报表，不是当期。
          </p>
        )}
        <div className="forms-tools">
          <Button tone="quiet" data-testid="forms-all" onClick={() => tickAll(true)}>
            全选
          </Button>
          <Button tone="quiet" data-testid="forms-none" onClick={() => tickAll(false)}>
            全不选
          </Button>
        </div>
        {candidates !== undefined && shown.length === 0 ? (
          <p className="forms-nobody">{missingOnly ? '各单位本期都已报齐。' : '本期没有需要填报的单位。'}</p>
        ) : (
          <CandidateTable
            candidates={shown}
            withOtherPlans={allPlans}
            isChosen={isChosen}
            onTick={({ agencyId }, on) => setTicks(new Map(ticks).set(agencyId, on))}
            recipientOf={({ agencyId, contact }) => recipients.get(agencyId) ?? contact}
            onRecipient={({ agencyId }, name) => setRecipients(new Map(recipients).set(agencyId, name))}
          />
        )}
      </div>
    </Modal>
  );
}
