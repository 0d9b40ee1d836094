import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { DEADLINE_WORDS_MAX } from '#shared/contract/deadline.contract.ts';
import type { TaskDeadlines } from '#shared/domain/deadline-views.ts';
import { DUE_KINDS } from '#shared/domain/plan-reading.ts';
import { DUE_KIND_LABELS, isDayAsked, type TaskDueDraft } from '#shared/domain/task-due.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { setDues } from './deadline-steps.ts';

export type DuesPartProps = { readonly deadlines: TaskDeadlines; readonly year: number };

const NEW_DUE: TaskDueDraft = { kind: 'date', text: '', date: null, day: null, count: null };

/** The due rules of a task: as the document words them, and the day that is meant. What it leaves open is asked. */
export function DuesPart({ deadlines, year }: DuesPartProps) {
  const present: readonly TaskDueDraft[] = deadlines.dues.map(({ kind, text, date, day, count }) => ({
    kind,
    text,
    date,
    day,
    count,
  }));
  const [dues, setEdited] = useState(present);
  const change = (at: number, patch: Partial<TaskDueDraft>) =>
    setEdited(dues.map((due, index) => (index === at ? { ...due, ...patch } : due)));
  const isChanged = JSON.stringify(dues) !== JSON.stringify(present);
  return (
    <>
      {dues.length === 0 ? <p className="deadline-none">没有写明完成时限。</p> : null}
      <ul className="due-list">
        {dues.map((due, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name but their place
          <li key={index} data-asked={isDayAsked(due) || undefined}>
            <input
              className="input"
              aria-label="原文"
              placeholder="原文，如 11月20日前"
              maxLength={DEADLINE_WORDS_MAX}
              value={due.text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
            <select
              className="select"
              aria-label="时限种类"
              value={due.kind}
              onChange={(event) => {
                const kind = DUE_KINDS.find((each) => each === event.target.value);
                if (kind) change(index, { kind, date: null, day: null });
              }}
            >
              {DUE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {DUE_KIND_LABELS[kind]}
                </option>
              ))}
            </select>
            <DayOf due={due} year={year} onChange={(patch) => change(index, patch)} />
            <IconButton
              label="删除这一条"
              icon={<X />}
              onClick={() => setEdited(dues.filter((_, at) => at !== index))}
            />
            {isDayAsked(due) ? (
              <p className="due-asked">{`原文没有写明日期，请按实际填写（计划年度为 ${year} 年），不填则不计入逾期。`}</p>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="deadline-act">
        <Button
          icon={<Plus />}
          data-testid="due-add"
          onClick={() => setEdited([...dues, { ...NEW_DUE, date: `${year}-12-31`, text: '年底前' }])}
        >
          增加时限
        </Button>
        <Button
          tone="main"
          data-testid="dues-yes"
          disabled={!isChanged}
          onClick={() => void setDues(deadlines.taskId, dues)}
        >
          保存
        </Button>
      </div>
    </>
  );
}

function DayOf({
  due,
  year,
  onChange,
}: {
  readonly due: TaskDueDraft;
  readonly year: number;
  readonly onChange: (patch: Partial<TaskDueDraft>) => void;
}) {
  if (due.kind === 'ongoing') return <span className="due-day">没有期限</span>;
  if (due.kind === 'date') {
    return (
      <DateInput
        label="日期"
        testId="due-date"
        value={due.date ?? ''}
        reference={`${year}-01-01`}
        onChange={(iso) => onChange({ date: iso === '' ? null : iso })}
      />
    );
  }
  const isWeek = due.kind === 'weekly';
  return (
    <span className="due-day">
      <input
        className="input"
        type="number"
        aria-label={isWeek ? '星期几' : '几日'}
        min={1}
        max={isWeek ? 7 : 31}
        value={due.day ?? ''}
        placeholder="末"
        onChange={(event) => {
          const day = Number(event.target.value);
          onChange({ day: Number.isInteger(day) && day >= 1 && day <= (isWeek ? 7 : 31) ? day : null });
        }}
      />
      {isWeek ? '（星期）' : '日前'}
    </span>
  );
}
