import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { lightOf } from '#shared/domain/light.ts';
import type { AssignmentView, TaskDetail } from '#shared/domain/matrix.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import { ROLE_LABELS, ROLE_MARKS } from '#shared/domain/role.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { useCellEntry, useEntryWarnings } from '../../state/entry-query.ts';
import { useAsOf } from '../../state/past.ts';
import { useLights } from '../../state/queries.ts';
import { setSave, useWindowState } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { LightChip } from '../../ui/LightChip.tsx';
import { type DraftPlace, dropDraft, keepDraft, placeKey, useDrafts } from './drafts.ts';
import { EntryWarnings } from './EntryWarnings.tsx';
import { LastText } from './LastText.tsx';
import { type DraftField, editDraft, progressDraftOf } from './progress-draft.ts';
import { clearProgress, saveProgress } from './save-progress.ts';
import { TargetFields } from './TargetFields.tsx';
import { useRestingPatch } from './use-resting-patch.ts';
import type { ValueDraft } from './value-draft.ts';
import './progress-form.css';

export type ProgressFormProps = {
  readonly task: TaskDetail;
  readonly assignment: AssignmentView;
  readonly period: PeriodView;
  /** Another period than the current one is on show. */
  readonly isOtherPeriod: boolean;
  readonly today: string;
};

/** What one agency reports on one task for the period. Stored when the form is left, by Ctrl+Enter, or by 保存. */
export function ProgressForm({ task, assignment, period, isOtherPeriod, today }: ProgressFormProps) {
  const lights = useLights();
  const place: DraftPlace = { taskId: task.id, agencyId: assignment.agencyId, periodId: period.id };
  const typed = useDrafts((state) => state.byPlace.get(placeKey(place)));
  const stored = assignment.progress;
  const draft = typed ?? progressDraftOf(stored);
  const inPast = useAsOf() !== null;
  const closed = period.closedOn !== null || inPast;
  const [problem, setProblem] = useState<string | null>(null);
  const entry = useCellEntry(place).data;
  const targets = entry?.targets ?? [];
  const warnings = useEntryWarnings(place, useRestingPatch(draft, stored, today));
  const statusRef = useStatusFocus(task.id, assignment.agencyId);

  const edit = (field: DraftField, value: string): void => {
    keepDraft(place, editDraft(draft, field, value));
    setProblem(null);
    setSave({ kind: 'dirty' });
  };
  const save = (): void => void saveProgress(place, stored, today, targets).then(setProblem);
  const giveUp = (): void => {
    dropDraft(place);
    setProblem(null);
    setSave({ kind: 'idle' });
  };
  const editValues = (values: ValueDraft): void => {
    keepDraft(place, { ...draft, values });
    setProblem(null);
    setSave({ kind: 'dirty' });
  };
  const text = (field: 'narrative' | 'problems' | 'nextSteps', rows: number) => (
    <>
      <Field label={PROGRESS_FIELD_LABELS[field]}>
        <textarea
          className="input"
          data-testid={`progress-${TEST_IDS[field]}`}
          rows={rows}
          value={draft[field]}
          readOnly={closed}
          onChange={(event) => edit(field, event.target.value)}
        />
      </Field>
      {entry?.last ? (
        <LastText
          period={periodTitle(entry.lastPeriod ?? '')}
          last={entry.last[field]}
          now={draft[field]}
          readOnly={closed}
          onTake={() => edit(field, entry.last?.[field] ?? '')}
        />
      ) : null}
    </>
  );

  return (
    <form
      className="progress-form"
      data-testid="progress-form"
      data-dirty={typed ? 'yes' : 'no'}
      aria-label={`${assignment.agencyName}的进展`}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => onFormKey(event, save, giveUp)}
      onBlur={(event) => {
        if (leftForm(event) && typed) save();
      }}
    >
      <header className="progress-head">
        <span className="progress-mark">{ROLE_MARKS[assignment.role]}</span>
        <strong className="progress-agency">{assignment.agencyName}</strong>
        <span className="progress-role">{ROLE_LABELS[assignment.role]}</span>
        <LightChip light={lightOf(lights, assignment.light)} because={assignment.because} />
      </header>
      {period.closedOn !== null ? (
        <p className="progress-closed is-quiet" data-testid="progress-period-closed">
          {periodTitle(period.label)}已于{dateText(period.closedOn)}关闭，只能查看。
        </p>
      ) : null}
      {isOtherPeriod && !closed ? (
        <p className="progress-closed" data-testid="progress-other-period">
          填写的是{periodTitle(period.label)}的进展，不是当期。
        </p>
      ) : null}
      <fieldset className="status-choice" disabled={closed} ref={statusRef} data-testid="progress-status">
        <legend className="visually-hidden">{PROGRESS_FIELD_LABELS.status}</legend>
        {[...STATUSES, null].map((status) => (
          <label key={status} className="status-option">
            <input
              type="radio"
              name="progress-status"
              value={status ?? ''}
              data-testid={`status-${status ?? 'unsaid'}`}
              checked={draft.status === status}
              onChange={() => edit('status', status ?? '')}
            />
            <span>{status === null ? NO_STATUS : STATUS_LABELS[status]}</span>
          </label>
        ))}
      </fieldset>
      <div className="progress-pair">
        <Field label={PROGRESS_FIELD_LABELS.percent} unit="%">
          <input
            className="input"
            data-testid="progress-percent"
            inputMode="decimal"
            value={draft.percent}
            readOnly={closed}
            onChange={(event) => edit('percent', event.target.value)}
          />
        </Field>
        <Field label={PROGRESS_FIELD_LABELS.reportedOn}>
          <input
            className="input"
            data-testid="progress-date"
            placeholder="如 10月15日"
            value={draft.reportedOn}
            readOnly={closed}
            onChange={(event) => edit('reportedOn', event.target.value)}
            onKeyDown={(event) => {
              // As in a worksheet. The date goes in; the sign does not.
              if (!event.ctrlKey || event.key !== ';' || closed) return;
              event.preventDefault();
              edit('reportedOn', today);
            }}
          />
        </Field>
        <Button
          className="progress-today"
          disabled={closed}
          title={`填报日期填为今天（${dateText(today)}）`}
          onClick={() => edit('reportedOn', today)}
        >
          今天
        </Button>
        <Field label="填报人">
          <input
            className="input"
            data-testid="progress-reporter"
            maxLength={100}
            value={draft.reporter}
            readOnly={closed}
            onChange={(event) => edit('reporter', event.target.value)}
          />
        </Field>
      </div>
      <TargetFields
        targets={targets}
        timeShare={entry?.timeShare ?? 0}
        draft={draft.values}
        readOnly={closed}
        onChange={editValues}
      />
      {text('narrative', 2)}
      {text('problems', 1)}
      {text('nextSteps', 1)}
      <div className="progress-end">
        <EntryWarnings warnings={warnings} />
        {problem ? (
          <p className="progress-problem" role="alert" data-testid="progress-problem">
            {problem}
          </p>
        ) : null}
        <footer className="progress-foot">
          {stored && !closed ? (
            <Button tone="quiet" data-testid="progress-clear" onClick={() => void clearProgress(place)}>
              清除填报
            </Button>
          ) : null}
          <span className="progress-hint">{typed ? '未保存' : ''}</span>
          {typed ? (
            <Button tone="quiet" title="恢复为已保存的内容（Esc）" onClick={giveUp}>
              放弃
            </Button>
          ) : null}
          <Button
            tone="main"
            type="submit"
            disabled={closed || !typed}
            data-testid="progress-save"
            title="保存（Ctrl+Enter）"
          >
            保存
          </Button>
        </footer>
      </div>
    </form>
  );
}

/** Chosen while nobody has said a status. */
const NO_STATUS = '未注明';

const TEST_IDS = { narrative: 'narrative', problems: 'problems', nextSteps: 'next-steps' } as const;

/** Whether the focus went out of the form altogether, not from one of its fields to another. */
function leftForm(event: FocusEvent<HTMLFormElement>): boolean {
  return !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget));
}

function onFormKey(event: KeyboardEvent<HTMLFormElement>, save: () => void, giveUp: () => void): void {
  // Pitfall 24: Enter and Escape belong to the input method while words are composed.
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    save();
  } else if (event.key === 'Escape') {
    giveUp();
  }
}

/** The last wish that was granted. Kept outside of the form, which is made anew for every cell. */
let answeredWish = 0;

/** Puts the cursor on the chosen status each time the clerk asks for the progress of this cell. */
function useStatusFocus(taskId: TaskId, agencyId: AgencyId) {
  const wish = useWindowState((state) => state.editProgressSeq);
  const statusRef = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const { selection } = useWindowState.getState();
    // Asked for another cell, whose form is about to take the place of this one.
    if (wish === answeredWish || selection?.taskId !== taskId || selection.agencyId !== agencyId) return;
    answeredWish = wish;
    const options = statusRef.current?.querySelectorAll('input') ?? [];
    ([...options].find((option) => option.checked) ?? options[0])?.focus();
  }, [wish, taskId, agencyId]);
  return statusRef;
}
