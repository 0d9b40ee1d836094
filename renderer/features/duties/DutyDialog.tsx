import { useState } from 'react';
import { DUTY_TITLE_MAX, type DutyDefinition } from '#shared/contract/duty.contract.ts';
import type { DutyView } from '#shared/domain/duty-table.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { CADENCES, ON_HOLIDAY } from '#shared/domain/period.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import {
  CADENCE_WORDS,
  definitionOf,
  dutyWords,
  HOLIDAY_WORDS,
  lastDueDay,
  NEW_DEFINITION,
  withCadence,
} from './duty-draft.ts';
import { saveDuty } from './duty-steps.ts';

export type DutyDialogProps = {
  readonly tasks: readonly MatrixTask[];
  /** `null`: a new one. */
  readonly duty: DutyView | null;
  readonly onClose: () => void;
};

/** What is to be sent in how often, by when, and by whom. */
export function DutyDialog({ tasks, duty, onClose }: DutyDialogProps) {
  const [draft, setDraft] = useState<DutyDefinition>(duty ? definitionOf(duty) : NEW_DEFINITION);
  const [taskId, setTaskId] = useState<TaskId | null>(duty?.taskId ?? null);
  const change = (patch: Partial<DutyDefinition>): void => setDraft((before) => ({ ...before, ...patch }));
  const isWhole = draft.title.trim() !== '' && draft.unit.trim() !== '' && taskId !== null;
  const isOrdered = draft.startsOn === null || draft.endsOn === null || draft.startsOn <= draft.endsOn;
  const save = async (): Promise<void> => {
    if (taskId === null) return;
    if (await saveDuty(duty ? { dutyId: duty.id } : { taskId }, { ...draft, title: draft.title.trim() })) onClose();
  };
  return (
    <Modal
      title={duty ? '修改定期报送' : '新设定期报送'}
      lead={dutyWords(draft)}
      testId="duty-dialog"
      hold
      onClose={onClose}
      footer={
        <>
          {isOrdered ? null : <span className="modal-foot-note">“适用到”早于“适用自”。</span>}
          <Button onClick={onClose}>取消</Button>
          <Button tone="main" data-testid="duty-save" disabled={!isWhole || !isOrdered} onClick={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <div className="duty-form">
        <Field label="名称">
          <input
            className="input"
            data-testid="duty-title"
            maxLength={DUTY_TITLE_MAX}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </Field>
        <Field label="所属任务">
          <select
            className="select"
            data-testid="duty-task"
            value={taskId ?? ''}
            disabled={duty !== null}
            onChange={(event) => setTaskId(tasks.find(({ id }) => id === Number(event.target.value))?.id ?? null)}
          >
            <option value="">请选择…</option>
            {tasks.map(({ id, number, title }) => (
              <option key={id} value={id}>{`${number}　${title}`}</option>
            ))}
          </select>
        </Field>
        <HowOften draft={draft} onChange={setDraft} change={change} />
        <Field label="谁来报">
          <select
            className="select"
            value={draft.owedBy}
            onChange={(event) => change({ owedBy: event.target.value === 'lead' ? 'lead' : 'all' })}
          >
            <option value="all">任务的所有责任单位（集体单位按成员）</option>
            <option value="lead">只由牵头单位报</option>
          </select>
        </Field>
        <div className="duty-form-row">
          <DayField label="适用自（空为全年）" value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} />
          <DayField label="适用到（空为全年）" value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} />
        </div>
        {duty && duty.verbatim !== '' ? <p className="duty-because">计划原文：{duty.verbatim}</p> : null}
      </div>
    </Modal>
  );
}

type HowOftenProps = {
  readonly draft: DutyDefinition;
  readonly onChange: (draft: DutyDefinition) => void;
  readonly change: (patch: Partial<DutyDefinition>) => void;
};

function HowOften({ draft, onChange, change }: HowOftenProps) {
  const isYearly = draft.cadence === 'year';
  return (
    <>
      <div className="duty-form-row">
        <Field label="多久一次">
          <select
            className="select"
            data-testid="duty-cadence"
            value={draft.cadence}
            onChange={(event) =>
              onChange(withCadence(draft, CADENCES.find((one) => one === event.target.value) ?? 'month'))
            }
          >
            {CADENCES.map((cadence) => (
              <option key={cadence} value={cadence}>
                {CADENCE_WORDS[cadence]}
              </option>
            ))}
          </select>
        </Field>
        <Field label="每次至少">
          <input
            className="input"
            type="number"
            min={1}
            max={1000}
            data-testid="duty-needed"
            value={draft.needed}
            onChange={(event) =>
              change({ needed: Math.max(1, Math.min(1000, Math.trunc(Number(event.target.value)) || 1)) })
            }
          />
        </Field>
        <Field label="单位（篇、份…）">
          <input
            className="input"
            maxLength={8}
            value={draft.unit}
            onChange={(event) => change({ unit: event.target.value })}
          />
        </Field>
      </div>
      <div className="duty-form-row">
        {isYearly ? (
          <NumberField
            label="截止月（空为 12 月）"
            max={12}
            value={draft.dueMonth}
            onChange={(dueMonth) => change({ dueMonth })}
          />
        ) : null}
        <NumberField
          label={draft.cadence === 'week' ? '截止日：周几（空为周日）' : '截止日（空为最后一天）'}
          max={lastDueDay(draft.cadence)}
          value={draft.dueDay}
          onChange={(dueDay) => change({ dueDay })}
        />
        <Field label="在">
          <select
            className="select"
            value={draft.dueIn}
            onChange={(event) => change({ dueIn: event.target.value === 'next' ? 'next' : 'same' })}
          >
            <option value="same">本期内</option>
            <option value="next">下一期（如次月 5 日前报上月）</option>
          </select>
        </Field>
        <Field label="截止日遇节假日">
          <select
            className="select"
            value={draft.onHoliday}
            onChange={(event) => change({ onHoliday: ON_HOLIDAY.find((one) => one === event.target.value) ?? 'stays' })}
          >
            {ON_HOLIDAY.map((move) => (
              <option key={move} value={move}>
                {HOLIDAY_WORDS[move]}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </>
  );
}

type NumberFieldProps = {
  readonly label: string;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

function NumberField({ label, max, value, onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      <input
        className="input"
        type="number"
        min={1}
        max={max}
        value={value ?? ''}
        onChange={(event) => {
          const number = Math.trunc(Number(event.target.value));
          onChange(number >= 1 ? Math.min(max, number) : null);
        }}
      />
    </Field>
  );
}

function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <Field label={label}>
      <input
        className="input"
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </Field>
  );
}
