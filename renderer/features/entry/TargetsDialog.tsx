import { useState } from 'react';
import { readFigure } from '#renderer/view/target-words.ts';
import { ACCUMULATES, ACCUMULATES_LABELS, type Accumulates } from '#shared/domain/accumulates.ts';
import type { TargetId } from '#shared/domain/ids.ts';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import { COMPARATORS } from '#shared/domain/plan-reading.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { Modal } from '../../ui/Modal.tsx';
import { EditRows } from './EditRows.tsx';
import { SaveFoot, TextCell } from './MilestonesDialog.tsx';

export type TargetsDialogProps = { readonly task: TaskDetail; readonly onClose: () => void };

type Draft = {
  readonly key: string;
  readonly id: TargetId | null;
  readonly name: string;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly value: string;
  readonly unit: string;
  /** `null`: as unit and name say. */
  readonly accumulates: Accumulates | null;
};

const HEADS = [
  { label: '指标名称' },
  { label: '要求', width: '66px' },
  { label: '目标值', width: '96px' },
  { label: '计量单位', width: '110px' },
  { label: '全年累计', width: '122px' },
];

/** 量化指标 of a task: what is measured, how much is aimed at, and how the periods make the year. One step. */
export function TargetsDialog({ task, onClose }: TargetsDialogProps) {
  const [rows, setRows] = useState<readonly Draft[]>(() =>
    task.targets.map((target) => ({ ...target, key: String(target.id), value: String(target.value) })),
  );
  const [problem, setProblem] = useState('');
  const [added, setAdded] = useState(0);
  const save = async (): Promise<void> => {
    const wanted = rows.flatMap(({ id, name, comparator, value, unit, accumulates }) => {
      const figure = readFigure(value, unit);
      return figure == null || name.trim() === '' ? [] : [{ id, name, comparator, value: figure, unit, accumulates }];
    });
    if (wanted.length < rows.length) return setProblem('有指标没有名称，或目标值不是数字。');
    const outcome = await runStep(() => client.target.setOfTask({ taskId: task.id, targets: wanted }));
    if (succeeded(outcome) || outcome.code === 'NOTHING_TO_CHANGE') onClose();
  };
  const blank = (): Draft => {
    setAdded(added + 1);
    return { key: `new-${added}`, id: null, name: '', comparator: '≥', value: '', unit: '', accumulates: null };
  };
  return (
    <Modal
      title={`量化指标：第${task.number}项`}
      lead="删除一项指标，会一并删除已填的各期数值；都是一步操作，可以撤销。"
      size="wide"
      testId="targets-dialog"
      hold
      onClose={onClose}
      footer={<SaveFoot problem={problem} onClose={onClose} onSave={() => void save()} />}
    >
      <EditRows
        rows={rows}
        keyOf={({ key }) => key}
        heads={HEADS}
        what="指标"
        none="这项任务还没有量化指标。"
        blank={blank}
        onChange={(next) => {
          setRows(next);
          setProblem('');
        }}
        fields={(row, change) => [
          <TextCell key="name" label="指标名称" value={row.name} onChange={(name) => change({ name })} />,
          <select
            key="comparator"
            className="select"
            aria-label="要求"
            value={row.comparator}
            onChange={(event) => change({ comparator: COMPARATORS.find((each) => each === event.target.value) ?? '≥' })}
          >
            {COMPARATORS.map((comparator) => (
              <option key={comparator}>{comparator}</option>
            ))}
          </select>,
          <TextCell
            key="value"
            label="目标值"
            value={row.value}
            isWrong={row.value !== '' && readFigure(row.value, row.unit) == null}
            onChange={(value) => change({ value })}
          />,
          <TextCell
            key="unit"
            label="计量单位"
            placeholder="批次、%"
            value={row.unit}
            onChange={(unit) => change({ unit })}
          />,
          <select
            key="accumulates"
            className="select"
            aria-label="全年累计的算法"
            value={row.accumulates ?? ''}
            onChange={(event) =>
              change({ accumulates: ACCUMULATES.find((each) => each === event.target.value) ?? null })
            }
          >
            <option value="">按单位判断</option>
            {ACCUMULATES.map((accumulates) => (
              <option key={accumulates} value={accumulates}>
                {ACCUMULATES_LABELS[accumulates]}
              </option>
            ))}
          </select>,
        ]}
      />
    </Modal>
  );
}
