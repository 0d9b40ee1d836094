import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { agencyColumnId, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { lineId } from '#renderer/view/ledger-lines.ts';
import { taskRowId } from '#renderer/view/matrix-rows.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { client } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { currentScreen } from '../../state/screen.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import './notes.css';

export type NotePopoverProps = {
  readonly task: MatrixTask;
  /** `null`: the note stands on the task itself. */
  readonly agencyId: AgencyId | null;
};

/** The note of a cell, beside the cell. Leaving it keeps what was written, as in a worksheet; Escape does not. */
export function NotePopover({ task, agencyId }: NotePopoverProps) {
  const before = task.notes.find((note) => note.agencyId === agencyId)?.text ?? '';
  const [text, setText] = useState(before);
  const anchor = useMemo(() => cellElement(task.id, agencyId), [task.id, agencyId]);

  const keep = async (next: string) => {
    if (next.trim() === before) closeDialog();
    else if (succeeded(await runStep(() => client.note.set({ notes: [{ taskId: task.id, agencyId, text: next }] })))) {
      closeDialog();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void keep(text);
  };
  return (
    <Popover.Root
      open
      onOpenChange={(open, { reason }) => {
        if (open) return;
        if (reason === 'escape-key') closeDialog();
        else void keep(text);
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={anchor} side="right" align="start" sideOffset={4}>
          <Popover.Popup className="note-popover" data-testid="note-popover" finalFocus={() => anchor}>
            <Popover.Title className="note-title">批注</Popover.Title>
            <textarea
              className="input"
              data-testid="note-text"
              aria-label="批注"
              rows={5}
              maxLength={2_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
            />
            <footer className="note-foot">
              <Button tone="danger" data-testid="note-delete" disabled={before === ''} onClick={() => void keep('')}>
                删除批注
              </Button>
              <Button tone="main" data-testid="note-save" title="Ctrl+Enter" onClick={() => void keep(text)}>
                保存
              </Button>
            </footer>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function cellElement(taskId: TaskId, agencyId: AgencyId | null): HTMLElement | null {
  const [rowId, columnId] =
    currentScreen() === 'ledger' && agencyId !== null
      ? [lineId({ taskId, agencyId }), 'agency']
      : [taskRowId(taskId), agencyId === null ? TITLE_COLUMN : agencyColumnId(agencyId)];
  return document.querySelector<HTMLElement>(
    `.screen[data-front="true"] [row-id="${rowId}"] .ag-cell[col-id="${columnId}"]`,
  );
}
