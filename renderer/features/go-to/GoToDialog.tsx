import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { showCells } from '#renderer/steps/show-cell.ts';
import { changeView } from '#renderer/view/view-state.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { closeDialog, useWindowState } from '../../state/window-state.ts';
import { Modal } from '../../ui/Modal.tsx';
import { keyOfPage, openPage } from '../pages/page-desk.ts';
import { type GoToTarget, goToTargets } from './go-to-targets.ts';
import './go-to.css';

export type GoToDialogProps = { readonly overview: Overview; readonly tasks: readonly MatrixTask[] };

/** Goes to a unit's column or a task's row: a few letters and Enter; with Shift to its page. */
export function GoToDialog({ overview, tasks }: GoToDialogProps) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const leaders = useQuery(orpc.page.leaders.queryOptions({ input: { planId: overview.plan.id } })).data;
  const targets = useMemo(
    () => goToTargets(words, overview.agencies, tasks, leaders),
    [words, overview.agencies, tasks, leaders],
  );

  const go = (target: GoToTarget | undefined, toPage = false) => {
    if (!target) return;
    closeDialog();
    // After the dialog has given the focus back: it goes to the cell then.
    requestAnimationFrame(() => (toPage ? openPage(target) : goTo(target, overview, tasks)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((now) => Math.min(targets.length - 1, Math.max(0, now + step)));
    else if (event.key === 'Enter') go(targets[at], event.shiftKey);
    else return;
    event.preventDefault();
  };
  return (
    <Modal title="转到" size="small" testId="go-to-dialog" footer={null} onClose={closeDialog}>
      <input
        className="input"
        data-testid="go-to-words"
        role="combobox"
        aria-expanded={targets.length > 0}
        aria-controls="go-to-list"
        aria-activedescendant={targets[at] ? `go-to-${at}` : undefined}
        aria-label="单位或任务"
        placeholder="单位名称、拼音首字母或任务序号"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="go-to-list" className="go-to-list" role="listbox" aria-label="单位和任务">
        {targets.map((target, index) => (
          <button
            key={keyOfPage(target)}
            id={`go-to-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="go-to-line"
            onClick={(event) => go(target, event.shiftKey)}
          >
            <span>{target.label}</span>
            <span className="go-to-hint">{target.hint}</span>
          </button>
        ))}
        {words !== '' && targets.length === 0 ? <p className="go-to-note">没有这个单位或任务</p> : null}
      </div>
      <p className="go-to-note">Enter 转到；Shift+Enter 打开它的档案</p>
    </Modal>
  );
}

function goTo(target: GoToTarget, overview: Overview, tasks: readonly MatrixTask[]): void {
  if (target.kind === 'leader') {
    openPage(target);
    return;
  }
  if (target.kind === 'task') {
    showCells([{ taskId: target.taskId, agencyId: null, periodId: null }]);
    return;
  }
  const { agencyId } = target;
  const agency = overview.agencies.find((candidate) => candidate.id === agencyId);
  if (agency?.duties === 0) changeView({ dutiesOnly: false });
  // The column, in the row the clerk is working in.
  const taskId = useWindowState.getState().selection?.taskId ?? tasks[0]?.id ?? null;
  requestAnimationFrame(() => showCells([{ taskId, agencyId, periodId: null }]));
}
