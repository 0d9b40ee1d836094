import { useState } from 'react';
import type { AgencyId, RowId } from '#shared/domain/ids.ts';
import type { TaskDetail } from '#shared/domain/matrix.ts';
import {
  MILESTONE_PATTERN_LABELS,
  MILESTONE_PATTERNS,
  type MilestonePattern,
  milestonesByPattern,
  PATTERN_PLACE,
} from '#shared/domain/milestone-state.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { AgencySelect } from './AgencySelect.tsx';
import { readPlannedDay } from './day-field.ts';
import { EditRows } from './EditRows.tsx';

export type MilestonesDialogProps = {
  readonly task: TaskDetail;
  readonly milestones: readonly MilestoneRow[];
  readonly year: number;
  readonly onClose: () => void;
};

/** A milestone as typed: a half-typed date is still a text. `key` tells rows apart that are not stored yet. */
type Draft = {
  readonly key: number;
  readonly id: RowId | null;
  readonly agencyId: AgencyId | null;
  readonly title: string;
  readonly plannedOn: string;
  readonly doneOn: string;
  readonly note: string;
};

let lastKey = 0;
const newKey = (): number => {
  lastKey += 1;
  return lastKey;
};

const HEADS = [
  { label: '节点' },
  { label: '计划完成', width: '116px' },
  { label: '实际完成', width: '116px' },
  { label: '单位', width: '150px' },
  { label: '说明', width: '150px' },
];

/** 节点 of a task: written one by one or made by months and quarters, put in order, marked as reached. One step. */
export function MilestonesDialog({ task, milestones, year, onClose }: MilestonesDialogProps) {
  const [rows, setRows] = useState<readonly Draft[]>(() =>
    milestones.map((row) => ({
      ...row,
      key: newKey(),
      plannedOn: dateText(row.plannedOn),
      doneOn: dateText(row.doneOn ?? ''),
    })),
  );
  const [problem, setProblem] = useState('');
  const day = (text: string) => readPlannedDay(text, year);
  const save = async (): Promise<void> => {
    const read = rows.map((row) => ({ ...row, plannedOn: day(row.plannedOn), doneOn: day(row.doneOn) }));
    const wrong = read.findIndex(({ title, plannedOn, doneOn }) => !title.trim() || !plannedOn || doneOn === undefined);
    if (wrong >= 0)
      return setProblem(`第 ${wrong + 1} 个节点没有名称，或日期无法识别。日期可填 3月、二季度、3月31日。`);
    const wanted = read.map(({ id, agencyId, title, plannedOn, doneOn, note }) => ({
      id,
      agencyId,
      title,
      plannedOn: plannedOn ?? '',
      doneOn: doneOn ?? null,
      note,
    }));
    const outcome = await runStep(() => client.milestone.setOfTask({ taskId: task.id, milestones: wanted }));
    if (succeeded(outcome) || outcome.code === 'NOTHING_TO_CHANGE') onClose();
  };
  return (
    <Modal
      title={`节点：第${task.number}项`}
      lead={task.title}
      size="wide"
      testId="milestones-dialog"
      hold
      onClose={onClose}
      footer={<SaveFoot problem={problem} onClose={onClose} onSave={() => void save()} />}
    >
      <EditRows
        rows={rows}
        keyOf={({ key }) => key}
        heads={HEADS}
        what="节点"
        none="还没有节点。可以逐个添加，或在下面按月、按季一次生成。"
        blank={() => ({ key: newKey(), id: null, agencyId: null, title: '', plannedOn: '', doneOn: '', note: '' })}
        onChange={(next) => {
          setRows(next);
          setProblem('');
        }}
        fields={(row, change) => [
          <TextCell key="title" label="节点名称" value={row.title} onChange={(title) => change({ title })} />,
          <TextCell
            key="planned"
            label="计划完成"
            placeholder="3月、二季度"
            value={row.plannedOn}
            isWrong={row.plannedOn !== '' && !day(row.plannedOn)}
            onChange={(plannedOn) => change({ plannedOn })}
          />,
          <TextCell
            key="done"
            label="实际完成"
            placeholder="未完成"
            value={row.doneOn}
            isWrong={day(row.doneOn) === undefined}
            onChange={(doneOn) => change({ doneOn })}
          />,
          <AgencySelect
            key="agency"
            label="单位"
            none="整项"
            assignments={task.assignments}
            value={row.agencyId}
            onChange={(agencyId) => change({ agencyId })}
          />,
          <TextCell key="note" label="说明" value={row.note} onChange={(note) => change({ note })} />,
        ]}
      />
      <PatternLine
        onMake={(pattern, from, to, title) =>
          setRows([
            ...rows,
            ...milestonesByPattern(year, pattern, from, to, title).map((made) => ({
              ...made,
              plannedOn: dateText(made.plannedOn),
              key: newKey(),
              id: null,
              agencyId: null,
              doneOn: '',
              note: '',
            })),
          ])
        }
      />
    </Modal>
  );
}

type PatternLineProps = {
  readonly onMake: (pattern: MilestonePattern, from: number, to: number, title: string) => void;
};

/** Several at once, by months or quarters. */
function PatternLine({ onMake }: PatternLineProps) {
  const [pattern, setPattern] = useState<MilestonePattern>('quarter');
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(12);
  const [title, setTitle] = useState(`${PATTERN_PLACE}完成进度`);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const month = (label: string, value: number, set: (month: number) => void) => (
    <select className="select" aria-label={label} value={value} onChange={(event) => set(Number(event.target.value))}>
      {months.map((each) => (
        <option key={each} value={each}>{`${each}月`}</option>
      ))}
    </select>
  );
  return (
    <div className="pattern-line">
      <span>一次生成：</span>
      <select
        className="select"
        aria-label="间隔"
        value={pattern}
        onChange={(event) => setPattern(MILESTONE_PATTERNS.find((each) => each === event.target.value) ?? 'month')}
      >
        {MILESTONE_PATTERNS.map((each) => (
          <option key={each} value={each}>
            {MILESTONE_PATTERN_LABELS[each]}
          </option>
        ))}
      </select>
      <span>从</span>
      {month('从几月', from, setFrom)}
      <span>到</span>
      {month('到几月', to, setTo)}
      <input
        className="input"
        aria-label="节点名称，{期} 处填月份或季度"
        title={`${PATTERN_PLACE} 处填月份或季度`}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button
        data-testid="make-milestones"
        disabled={from > to || title.trim() === ''}
        onClick={() => onMake(pattern, from, to, title)}
      >
        生成
      </Button>
    </div>
  );
}

export type TextCellProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isWrong?: boolean;
  readonly onChange: (text: string) => void;
};

/** A text in a row that is edited. */
export function TextCell({ label, value, placeholder = '', isWrong = false, onChange }: TextCellProps) {
  return (
    <input
      className={isWrong ? 'input is-wrong' : 'input'}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** What is wrong, and the two ways out. */
export function SaveFoot(props: {
  readonly problem: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
}) {
  return (
    <>
      {props.problem ? (
        <p className="edit-problem" role="alert">
          {props.problem}
        </p>
      ) : null}
      <Button onClick={props.onClose}>取消</Button>
      <Button tone="main" data-testid="entry-save" onClick={props.onSave}>
        保存
      </Button>
    </>
  );
}
