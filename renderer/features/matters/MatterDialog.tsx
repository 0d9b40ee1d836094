import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { showCells } from '#renderer/steps/show-cell.ts';
import { MATTER_LABELS, type MatterView } from '#shared/domain/matter.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { ROLES } from '#shared/domain/role.ts';
import { MATTER_KINDS, type MatterKind } from '#shared/domain/year-facts.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { formOf, type MatterForm, readMatter } from './matter-draft.ts';
import { UnitsField } from './UnitsField.tsx';
import './matters.css';

export type MatterDialogProps = {
  readonly overview: Overview;
  /** The one to be corrected; `null`: a new one. */
  readonly matter: MatterView | null;
  readonly onClose: () => void;
};

const UNIT_LABELS = { lead: '牵头单位', 'co-responsible': '责任单位', cooperating: '配合单位' } as const;

/** A matter that came up in the year: where from, by when, what, and who. One step. */
export function MatterDialog({ overview, matter, onClose }: MatterDialogProps) {
  const [first] = useState(() => formOf(matter, overview.today));
  const [form, setForm] = useState(first);
  const read = readMatter(form, overview.today);
  const changed = form !== first;
  const set = (patch: Partial<MatterForm>): void => setForm({ ...form, ...patch });
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (read.wrong !== null || !changed) return;
    const roles = ROLES.flatMap((role) => form.units[role].map((agencyId) => ({ agencyId, role })));
    const outcome = await runStep(() =>
      matter
        ? client.matter.edit({ taskId: matter.taskId, ...read.matter })
        : client.matter.add({ planId: overview.plan.id, ...read.matter, roles }),
    );
    if (!succeeded(outcome)) return;
    onClose();
    if (!matter) showCells(outcome.touched.filter(({ agencyId }) => agencyId === null).slice(0, 1));
  };
  const taken = new Set(ROLES.flatMap((role) => form.units[role]));
  return (
    <Modal
      title={matter ? `修改第${matter.number}项（年中事项）` : '新增会议议定/批示事项'}
      lead={
        matter
          ? '责任单位在矩阵里修改。'
          : '作为一项任务排在计划任务之后，在矩阵、台账、填报表中与其他任务一样办理，并标明来源。'
      }
      testId="matter-dialog"
      hold={changed}
      onClose={onClose}
      footer={
        <>
          <span className="modal-foot-note">{changed ? read.wrong : null}</span>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="main"
            data-testid="matter-save"
            disabled={read.wrong !== null || !changed}
            onClick={() => void save()}
          >
            {matter ? '保存' : '新增'}
          </Button>
        </>
      }
    >
      <form className="matter-form" onSubmit={(event) => void save(event)}>
        <div className="matter-line">
          <Field label="类别">
            <select
              className="select"
              data-testid="matter-kind"
              value={form.kind}
              // The options are the kinds.
              onChange={(event) => set({ kind: event.target.value as MatterKind })}
            >
              {MATTER_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {MATTER_LABELS[kind]}
                </option>
              ))}
            </select>
          </Field>
          <Field label="来源">
            <input
              className="input"
              data-testid="matter-source"
              placeholder={form.kind === 'meeting' ? '如：县政府第12次常务会议' : '如：县长在信访件上的批示'}
              value={form.source}
              onChange={(event) => set({ source: event.target.value })}
            />
          </Field>
          <Field label={form.kind === 'meeting' ? '议定日期' : form.kind === 'instruction' ? '批示日期' : '交办日期'}>
            <input
              className="input"
              data-testid="matter-arose"
              value={form.aroseOn}
              onChange={(event) => set({ aroseOn: event.target.value })}
            />
          </Field>
        </div>
        <Field label="事项内容">
          <textarea
            className="input"
            data-testid="matter-content"
            rows={4}
            value={form.content}
            onChange={(event) => set({ content: event.target.value })}
          />
        </Field>
        <Field label="简短名称（不填则取第一句）">
          <input
            className="input"
            data-testid="matter-title"
            value={form.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <DueFields form={form} today={overview.today} onChange={set} />
        {matter
          ? null
          : ROLES.map((role) => (
              <UnitsField
                key={role}
                label={UNIT_LABELS[role]}
                role={role}
                agencies={overview.agencies}
                chosen={form.units[role]}
                taken={taken}
                onChange={(ids) => set({ units: { ...form.units, [role]: ids } })}
              />
            ))}
      </form>
    </Modal>
  );
}

type DueFieldsProps = {
  readonly form: MatterForm;
  readonly today: string;
  readonly onChange: (patch: Partial<MatterForm>) => void;
};

const DUE_LABELS = { workdays: '按工作日', day: '指定到期日', none: '没有时限' } as const;

/** By when: so many workdays, of which the last day is shown at once, or a day. */
function DueFields({ form, today, onChange }: DueFieldsProps) {
  const read = readMatter({ ...form, content: '-' }, today);
  const counted = read.wrong === null && read.matter.workdays !== null ? read.matter : null;
  const answer = useQuery({
    ...orpc.matter.due.queryOptions({
      input: { aroseOn: counted?.aroseOn ?? today, workdays: counted?.workdays ?? 1 },
    }),
    enabled: counted !== null,
  });
  const due = counted === null ? undefined : answer.data;
  return (
    <div className="matter-due">
      <Field label="办理时限">
        <select
          className="select"
          data-testid="matter-due-kind"
          value={form.due}
          // The options are the ways.
          onChange={(event) => onChange({ due: event.target.value as MatterForm['due'] })}
        >
          {Object.entries(DUE_LABELS).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {form.due === 'workdays' ? (
        <>
          <Field label="工作日数">
            <input
              className="input"
              data-testid="matter-workdays"
              inputMode="numeric"
              value={form.workdays}
              onChange={(event) => onChange({ workdays: event.target.value })}
            />
          </Field>
          <output className="matter-counted" data-testid="matter-counted">
            {due ? `至 ${dateText(due.dueOn)}` : ''}
            {due && !due.calendarKnown ? <small>（该年节假日安排未知，只扣除周末）</small> : null}
          </output>
        </>
      ) : null}
      {form.due === 'day' ? (
        <Field label="到期日">
          <input
            className="input"
            data-testid="matter-due-on"
            placeholder="如：11月30日"
            value={form.dueOn}
            onChange={(event) => onChange({ dueOn: event.target.value })}
          />
        </Field>
      ) : null}
    </div>
  );
}
