import { useRef } from 'react';
import type { Overview, PlanSummary } from '#shared/domain/overview.ts';
import { archivePlan, choosePlan } from '../../state/choose-plan.ts';
import { closeDialog, openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import './plans.css';

export type PlansDialogProps = { readonly overview: Overview };

/** The plans of the data file: choosing one shows it; those of the past stand apart. */
export function PlansDialog({ overview: { plans, plan } }: PlansDialogProps) {
  const shown = useRef<HTMLButtonElement>(null);
  const line = (each: PlanSummary) => (
    <li key={each.id} className="plan-line">
      <button
        ref={each.id === plan.id ? shown : null}
        type="button"
        className="plan-choice"
        data-testid={`plan-${each.id}`}
        aria-current={each.id === plan.id}
        onClick={() => {
          closeDialog();
          choosePlan(each.id);
        }}
      >
        <span className="plan-sign">{each.id === plan.id ? '✓' : ''}</span>
        <span className="plan-words">
          <strong>{each.title}</strong>
          <small>{[`${each.year}年`, each.documentNumber].filter((part) => part !== '').join(' · ')}</small>
        </span>
      </button>
      <Button
        tone="quiet"
        data-testid={`archive-${each.id}`}
        title={each.archivedOn === null ? '不再办理的计划放到“已归档”，内容都保留' : '放回正在办理的计划'}
        onClick={() => void archivePlan(each.id, each.archivedOn === null)}
      >
        {each.archivedOn === null ? '归档' : '取消归档'}
      </Button>
    </li>
  );
  const open = plans.filter(({ archivedOn }) => archivedOn === null);
  const past = plans.filter(({ archivedOn }) => archivedOn !== null);
  return (
    <Modal
      title="切换计划"
      lead="本数据文件中的计划，点一下即切换；各计划的视图、报送期分别保留。"
      testId="plans-dialog"
      initialFocus={shown}
      onClose={closeDialog}
      footer={
        <>
          <Button data-testid="plans-next-year" onClick={() => openDialog({ kind: 'next-year' })}>
            由当前计划建立新年度…
          </Button>
          <Button
            data-testid="plans-compare"
            disabled={plan.previousPlanId === null}
            title={plan.previousPlanId === null ? '当前计划没有对应的上年度计划' : ''}
            onClick={() => openDialog({ kind: 'compare-years' })}
          >
            与上年度对照…
          </Button>
          <Button data-testid="plan-info" onClick={() => openDialog({ kind: 'plan' })}>
            当前计划的信息…
          </Button>
          <Button tone="main" onClick={closeDialog}>
            关闭
          </Button>
        </>
      }
    >
      <ul className="plans">{open.map(line)}</ul>
      {past.length === 0 ? null : (
        <>
          <h3 className="plans-past">已归档</h3>
          <ul className="plans" data-testid="plans-archived">
            {past.map(line)}
          </ul>
        </>
      )}
    </Modal>
  );
}
