import { Plus, X } from 'lucide-react';
import { parseDateText } from '#renderer/text/parse-date.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EditText } from '#renderer/ui/EditText.tsx';
import { showNotice } from '#renderer/ui/toasts.ts';
import { COMPARATORS, DUE_KINDS, type Due, type Target } from '#shared/domain/plan-reading.ts';
import { NO_SPAN } from '../draft/draft.ts';
import type { TaskPatch } from '../draft/edits.ts';

const DUE_WORDS: Readonly<Record<Due['kind'], string>> = {
  date: '到期日',
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
  ongoing: '长期',
};

const NEW_TARGET: Target = { name: '', comparator: '≥', value: 0, unit: '', text: '', span: NO_SPAN };
const NEW_DUE: Due = { kind: 'date', text: '', span: NO_SPAN };

export type TaskFactsEditorProps = {
  readonly targets: readonly Target[];
  readonly dues: readonly Due[];
  /** Lends its year to a date written without one. */
  readonly year: number;
  readonly onChange: (patch: TaskPatch) => void;
};

/** What is measured and when it is due. */
export function TaskFactsEditor({ targets, dues, year, onChange }: TaskFactsEditorProps) {
  const setTarget = (index: number, patch: Partial<Target>): void =>
    onChange({ targets: targets.map((target, at) => (at === index ? { ...target, ...patch } : target)) });
  const setDue = (index: number, change: (due: Due) => Due): void =>
    onChange({ dues: dues.map((due, at) => (at === index ? change(due) : due)) });
  const setValue = (index: number, text: string): void => {
    const value = Number(text.normalize('NFKC').trim());
    if (text.trim() !== '' && Number.isFinite(value)) setTarget(index, { value });
    else showNotice('指标没有改动', '指标值是一个数。');
  };
  const setDate = (index: number, text: string): void => {
    const date = parseDateText(text, `${year}-01-01`);
    if (date === undefined) showNotice('时限没有改动', '日期可填如 2022-11-20、11月20日，或清空。');
    else setDue(index, ({ date: _, ...due }) => (date === null ? due : { ...due, date }));
  };
  return (
    <>
      {targets.map((target, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and keep no state
        <div key={index} className="task-editor-line">
          <span className="fact-name source-target">指标</span>
          <EditText
            label="指标名称"
            value={target.name}
            placeholder="名称"
            onCommit={(name) => setTarget(index, { name })}
          />
          <select
            className="select fact-small"
            aria-label="比较"
            value={target.comparator}
            // The options are the comparators.
            onChange={(event) => setTarget(index, { comparator: event.target.value as Target['comparator'] })}
          >
            {COMPARATORS.map((comparator) => (
              <option key={comparator}>{comparator}</option>
            ))}
          </select>
          <EditText
            label="指标值"
            className="fact-small"
            value={String(target.value)}
            onCommit={(text) => setValue(index, text)}
          />
          <EditText
            label="计量单位"
            className="fact-unit"
            value={target.unit}
            placeholder="单位"
            onCommit={(unit) => setTarget(index, { unit })}
          />
          <IconButton
            label="去掉这项指标"
            icon={<X />}
            onClick={() => onChange({ targets: targets.toSpliced(index, 1) })}
          />
        </div>
      ))}
      {dues.map((due, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and keep no state
        <div key={index} className="task-editor-line">
          <span className="fact-name source-due">时限</span>
          <EditText
            label="时限原文"
            value={due.text}
            placeholder="如：11月底前"
            onCommit={(text) => setDue(index, (before) => ({ ...before, text }))}
          />
          <select
            className="select fact-unit"
            aria-label="时限种类"
            value={due.kind}
            // The options are the kinds.
            onChange={(event) => setDue(index, (before) => ({ ...before, kind: event.target.value as Due['kind'] }))}
          >
            {DUE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {DUE_WORDS[kind]}
              </option>
            ))}
          </select>
          <EditText
            label="日期"
            className="fact-date"
            value={due.date ?? ''}
            placeholder="日期"
            onCommit={(text) => setDate(index, text)}
          />
          <IconButton label="去掉这个时限" icon={<X />} onClick={() => onChange({ dues: dues.toSpliced(index, 1) })} />
        </div>
      ))}
      <div className="task-editor-tools">
        <Button tone="quiet" icon={<Plus />} onClick={() => onChange({ targets: [...targets, NEW_TARGET] })}>
          指标
        </Button>
        <Button tone="quiet" icon={<Plus />} onClick={() => onChange({ dues: [...dues, NEW_DUE] })}>
          时限
        </Button>
      </div>
    </>
  );
}
