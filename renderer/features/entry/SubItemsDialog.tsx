import { useState } from 'react';
import type { AgencyId, RowId } from '#shared/domain/ids.ts';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import { STATUS_LABELS, STATUSES, type Status } from '#shared/domain/status.ts';
import type { SubItemRow } from '#shared/domain/year-facts.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { dateText } from '../../text/dates.ts';
import { Modal } from '../../ui/Modal.tsx';
import { parsePercent } from '../progress-form/progress-draft.ts';
import { AgencySelect } from './AgencySelect.tsx';
import { readPlannedDay } from './day-field.ts';
import { EditRows } from './EditRows.tsx';
import { SaveFoot, TextCell } from './MilestonesDialog.tsx';

export type SubItemsDialogProps = {
  readonly task: TaskDetail;
  readonly subItems: readonly SubItemRow[];
  readonly year: number;
  readonly onClose: () => void;
};

type Draft = {
  readonly key: string;
  readonly id: RowId | null;
  readonly agencyId: AgencyId | null;
  readonly title: string;
  readonly dueOn: string;
  readonly status: Status | null;
  readonly percent: string;
  readonly doneOn: string;
  readonly note: string;
};

const HEADS = [
  { label: '子项' },
  { label: '责任单位', width: '150px' },
  { label: '时限', width: '108px' },
  { label: '状态', width: '92px' },
  { label: '完成%', width: '62px' },
  { label: '完成日期', width: '108px' },
  { label: '说明', width: '120px' },
];

/** 子项 of a task: parts with a unit, a due date and a status of their own. One step. */
export function SubItemsDialog({ task, subItems, year, onClose }: SubItemsDialogProps) {
  const [rows, setRows] = useState<readonly Draft[]>(() =>
    subItems.map((row) => ({
      ...row,
      key: String(row.id),
      dueOn: dateText(row.dueOn ?? ''),
      doneOn: dateText(row.doneOn ?? ''),
      percent: row.percent === null ? '' : String(row.percent),
    })),
  );
  const [problem, setProblem] = useState('');
  const [added, setAdded] = useState(0);
  const day = (text: string) => readPlannedDay(text, year);
  const save = async (): Promise<void> => {
    const read = rows.map((row) => ({
      id: row.id,
      agencyId: row.agencyId,
      title: row.title,
      status: row.status,
      note: row.note,
      dueOn: day(row.dueOn),
      doneOn: day(row.doneOn),
      percent: parsePercent(row.percent),
    }));
    const wanted = read.flatMap(({ dueOn, doneOn, percent, ...row }) =>
      row.title.trim() === '' || dueOn === undefined || doneOn === undefined || percent === undefined
        ? []
        : [{ ...row, dueOn, doneOn, percent }],
    );
    if (wanted.length < read.length) return setProblem('有子项没有名称，或日期、比例无法识别。');
    const outcome = await runStep(() => client.subItem.setOfTask({ taskId: task.id, subItems: wanted }));
    if (succeeded(outcome) || outcome.code === 'NOTHING_TO_CHANGE') onClose();
  };
  const blank = (): Draft => {
    setAdded(added + 1);
    const texts = { title: '', dueOn: '', percent: '', doneOn: '', note: '' };
    return { key: `new-${added}`, id: null, agencyId: null, status: null, ...texts };
  };
  return (
    <Modal
      title={`子项：第${task.number}项`}
      lead={task.title}
      size="wide"
      testId="sub-items-dialog"
      hold
      onClose={onClose}
      footer={<SaveFoot problem={problem} onClose={onClose} onSave={() => void save()} />}
    >
      <EditRows
        rows={rows}
        keyOf={({ key }) => key}
        heads={HEADS}
        what="子项"
        none="还没有子项。任务要分给几个单位、几个时限分别办理时，在这里拆开。"
        blank={blank}
        onChange={(next) => {
          setRows(next);
          setProblem('');
        }}
        fields={(row, change) => [
          <TextCell key="title" label="子项名称" value={row.title} onChange={(title) => change({ title })} />,
          <AgencySelect
            key="agency"
            label="责任单位"
            none="（未指定）"
            assignments={task.assignments}
            value={row.agencyId}
            onChange={(agencyId) => change({ agencyId })}
          />,
          <TextCell
            key="due"
            label="时限"
            placeholder="6月、9月30日"
            value={row.dueOn}
            isWrong={day(row.dueOn) === undefined}
            onChange={(dueOn) => change({ dueOn })}
          />,
          <select
            key="status"
            className="select"
            aria-label="状态"
            value={row.status ?? ''}
            onChange={(event) => change({ status: STATUSES.find((each) => each === event.target.value) ?? null })}
          >
            <option value="">未注明</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {STATUS_LABELS[status]}
              </option>
            ))}
          </select>,
          <TextCell
            key="percent"
            label="完成比例"
            value={row.percent}
            isWrong={parsePercent(row.percent) === undefined}
            onChange={(percent) => change({ percent })}
          />,
          <TextCell
            key="done"
            label="完成日期"
            value={row.doneOn}
            isWrong={day(row.doneOn) === undefined}
            onChange={(doneOn) => change({ doneOn })}
          />,
          <TextCell key="note" label="说明" value={row.note} onChange={(note) => change({ note })} />,
        ]}
      />
    </Modal>
  );
}
