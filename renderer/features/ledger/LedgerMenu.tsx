import { useMemo } from 'react';
import { selectedFill } from '#renderer/grid/sheet/fill/fill-selected.ts';
import { areasOf } from '#renderer/grid/sheet/selection/selection.ts';
import type { CellSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { perform } from '#renderer/grid/sheet/sheet-model.ts';
import { fieldOf } from '#renderer/view/ledger-lines.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { select, setPanelOpen } from '../../state/window-state.ts';
import { type MenuEntry, PointMenu } from '../../ui/PointMenu.tsx';
import type { CommandEntries } from '../matrix/CellMenu.tsx';
import { clipboardEntries } from '../matrix/clipboard-entries.ts';
import { LEDGER } from './the-ledger.ts';

export type LedgerMenuProps = {
  readonly spot: CellSpot;
  /** `choices`: only the list of words that the cell can hold. */
  readonly wanted: 'menu' | 'choices';
  readonly commandEntries: CommandEntries;
  readonly onClose: () => void;
};

/** The menu of the ledger's cells. It speaks of all that is selected; Alt+↓ on a status shows its words alone. */
export function LedgerMenu({ spot, wanted, commandEntries, onClose }: LedgerMenuProps) {
  const choices = useMemo(() => statusEntries(spot), [spot]);
  const groups =
    wanted === 'choices' && choices.length > 0
      ? [choices]
      : [
          [...clipboardEntries(focusedCell), ...fillEntries(spot)],
          choices,
          [
            ...taskEntries(spot),
            ...commandEntries(['note', 'cell-history', 'confirm-carried', 'deadlines', 'edit-task']),
          ],
          commandEntries(['task-page', 'agency-page', 'draft-summary']),
        ];
  return (
    <PointMenu
      x={spot.x}
      y={spot.y}
      testId={wanted === 'choices' ? 'choice-menu' : 'ledger-menu'}
      groups={groups}
      focusBack={focusedCell}
      onClose={onClose}
    />
  );
}

function fillEntries({ columnId }: CellSpot): readonly MenuEntry[] {
  if (fieldOf(columnId) === null) return [];
  const fill = (way: 'down' | 'right') => () => void perform(LEDGER, selectedFill(LEDGER.store, way));
  return [
    { id: 'fill-down', label: '向下填充', hint: 'Ctrl+D', run: fill('down') },
    { id: 'fill-right', label: '向右填充', hint: 'Ctrl+R', run: fill('right') },
    { id: 'clear', label: '清除内容', hint: 'Delete', run: () => enter('') },
  ];
}

function statusEntries({ rowId, columnId }: CellSpot): readonly MenuEntry[] {
  if (columnId !== 'status') return [];
  const present = lineOf(rowId)?.row.status ?? null;
  return [
    ...STATUSES.map((status, index) => ({
      id: `status-${status}`,
      label: STATUS_LABELS[status],
      hint: status === present ? '当前' : String(index + 1),
      run: () => enter(STATUS_LABELS[status]),
    })),
    { id: 'status-none', label: '留空', hint: present === null ? '当前' : 'Delete', run: () => enter('') },
  ];
}

/** Enters a text into all that is selected; an empty one clears it. */
function enter(text: string): void {
  const { selection } = LEDGER.store.getState();
  const areas = selection ? areasOf(selection) : [];
  void perform(LEDGER, text === '' ? { kind: 'clear', areas } : { kind: 'text', areas, text });
}

function taskEntries({ rowId }: CellSpot): readonly MenuEntry[] {
  const line = lineOf(rowId);
  if (!line) return [];
  const { taskId, agencyId } = line.row;
  return [
    {
      id: 'role-task',
      label: '查看任务',
      run: () => {
        select({ taskId, agencyId });
        setPanelOpen(true);
      },
    },
  ];
}

function lineOf(rowId: string) {
  return LEDGER.store.getState().sheet.rows.find(({ id }) => id === rowId);
}

/** After the menu the cursor is where it was, unless an entry moved it on purpose. */
function focusedCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.ledger-grid .ag-cell-focus');
}
