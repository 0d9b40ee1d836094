import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { CADENCES, type Cadence } from '#shared/domain/period.ts';
import { PERIOD_KIND_LABELS } from '#shared/domain/period-rule.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { setCadence } from './deadline-steps.ts';
import './deadlines.css';

export type CadenceDialogProps = { readonly overview: Overview; readonly tasks: readonly MatrixTask[] };

/** By which kind of period the selected tasks are reported: as the plan, or by one of their own. */
export function CadenceDialog({ overview, tasks }: CadenceDialogProps) {
  const taskIds = tasks.map(({ id }) => id);
  const { data } = useQuery({
    ...orpc.deadline.list.queryOptions({ input: { planId: overview.plan.id, taskIds } }),
    staleTime: 0,
    gcTime: 0,
  });
  const [chosen, setChosen] = useState<Cadence | 'plan' | null>(null);
  const present = data?.map(({ cadence }) => cadence ?? 'plan') ?? [];
  const [one = null] = present;
  const same = present.every((each) => each === one) ? one : null;
  const shown = chosen ?? same;
  const [first] = tasks;
  const title = tasks.length === 1 && first ? `第${first.number}项任务的报送周期` : `${tasks.length} 项任务的报送周期`;
  const hasPeriods = overview.periods.some(({ kind }) => kind === shown);
  return (
    <Modal
      title={title}
      lead={tasks.length === 1 ? first?.title : `第 ${tasks.map(({ number }) => number).join('、')} 项`}
      size="small"
      testId="cadence-dialog"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>取消</Button>
          <Button
            tone="main"
            data-testid="cadence-yes"
            disabled={chosen === null || chosen === same}
            onClick={() => {
              closeDialog();
              if (chosen !== null) void setCadence(taskIds, chosen === 'plan' ? null : chosen);
            }}
          >
            确定
          </Button>
        </>
      }
    >
      <div className="cadence-choices" role="radiogroup" aria-label="报送周期">
        {(['plan', ...CADENCES] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="cadence"
              data-testid={`cadence-${kind}`}
              checked={shown === kind}
              onChange={() => setChosen(kind)}
            />
            {kind === 'plan'
              ? `随计划（按${PERIOD_KIND_LABELS[overview.plan.cadence]}）`
              : `按${PERIOD_KIND_LABELS[kind]}`}
          </label>
        ))}
      </div>
      <p className="deadline-hint">
        {hasPeriods || shown === null || shown === 'plan'
          ? '只在这一类报送期里应报；自定的报送期里，各项任务都报。'
          : `计划里还没有按${PERIOD_KIND_LABELS[shown]}的报送期，将一并生成 ${overview.plan.year} 年的。`}
      </p>
    </Modal>
  );
}
