import { useMemo, useState } from 'react';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { closeDialog } from '../../state/window-state.ts';
import { periodText } from '../../text/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { sendForms } from './send-forms.ts';
import './forms-out.css';

export type SendFormsDialogProps = {
  readonly overview: Overview;
  /** The period on show. */
  readonly period: PeriodView;
  /** Ticked beforehand; left out: all that have duties. */
  readonly agencyIds?: readonly AgencyId[];
  /** Chosen beforehand; left out: the period on show. */
  readonly periodId?: PeriodId;
};

/** Which period, which agencies; then a folder, and one workbook for each. */
export function SendFormsDialog({ overview, period, agencyIds, periodId }: SendFormsDialogProps) {
  const candidates = useMemo(() => overview.agencies.filter((agency) => agency.duties > 0), [overview.agencies]);
  const [chosenPeriod, choosePeriod] = useState(() => overview.periods.find(({ id }) => id === periodId) ?? period);
  const [chosen, setChosen] = useState<ReadonlySet<AgencyId>>(() => {
    const ids = candidates.map((agency) => agency.id);
    return new Set(agencyIds ? ids.filter((id) => agencyIds.includes(id)) : ids);
  });
  const toggle = (id: AgencyId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const send = (): void => {
    const agencyIds = candidates.filter((agency) => chosen.has(agency.id)).map((agency) => agency.id);
    void sendForms(chosenPeriod, agencyIds);
  };

  return (
    <Modal
      title="发填报表"
      lead="每个单位一份 Excel 填报表，可用 QQ、U盘或邮件发给对方；收回后再用“收回填报表”核对入库。"
      testId="forms-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note">已选 {chosen.size} 个单位</span>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="forms-send" disabled={chosen.size === 0} onClick={send}>
            选择文件夹并生成…
          </Button>
        </>
      }
    >
      <div className="forms-out">
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
        {chosenPeriod.id === overview.currentPeriodId ? null : (
          <p className="forms-other" data-testid="forms-other" role="status">
            发出的是{periodTitle(chosenPeriod.label)}的填报表，不是当期。
          </p>
        )}
        <div className="forms-tools">
          <span>发给</span>
          <Button tone="quiet" onClick={() => setChosen(new Set(candidates.map((agency) => agency.id)))}>
            全选
          </Button>
          <Button tone="quiet" data-testid="forms-none" onClick={() => setChosen(new Set())}>
            全不选
          </Button>
        </div>
        <ul className="forms-agencies">
          {candidates.map((agency) => (
            <li key={agency.id}>
              <label>
                <input
                  type="checkbox"
                  data-testid={`forms-agency-${agency.id}`}
                  checked={chosen.has(agency.id)}
                  onChange={() => toggle(agency.id)}
                />
                <span className="forms-name">{agency.name}</span>
                <span className="forms-duties">{agency.duties} 项</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
