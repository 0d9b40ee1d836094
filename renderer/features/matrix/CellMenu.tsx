import { useMemo } from 'react';
import type { MenuSpot } from '#renderer/grid/matrix/menu-spot.ts';
import { meantBy } from '#renderer/grid/matrix/selected-cells.ts';
import { selectedFill } from '#renderer/grid/sheet/fill/fill-selected.ts';
import { perform } from '#renderer/grid/sheet/sheet-model.ts';
import { setRoleOf } from '#renderer/steps/set-roles.ts';
import { currentView } from '#renderer/view/view-state.ts';
import type { MenuCommand } from '#shared/contract/shell.contract.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import { editProgress, select, setPanelOpen } from '../../state/window-state.ts';
import { type MenuEntry, PointMenu } from '../../ui/PointMenu.tsx';
import { clipboardEntries } from './clipboard-entries.ts';
import { focusedCell } from './focused-cell.ts';
import { MATRIX } from './the-matrix.ts';

/** Makes lines of a menu from the window's commands. */
export type CommandEntries = (ids: readonly MenuCommand[]) => readonly MenuEntry[];

export type CellMenuProps = {
  readonly spot: MenuSpot;
  readonly commandEntries: CommandEntries;
  readonly onClose: () => void;
};

/** The menu of a cell: its role, what belongs to it, and the row it stands in. */
export function CellMenu({ spot, commandEntries, onClose }: CellMenuProps) {
  const roles = useMemo(() => roleEntries(spot), [spot]);
  return (
    <PointMenu
      x={spot.x}
      y={spot.y}
      testId="role-menu"
      groups={[
        editEntries(spot),
        roles,
        [...placeEntries(spot), ...commandEntries(['note', 'cell-history', 'confirm-carried', 'deadlines', 'cadence'])],
        commandEntries(spot.agencyId === null ? ['task-page'] : ['task-page', 'agency-page', 'draft-summary']),
        commandEntries(['insert-above', 'insert-below', 'remove-tasks', 'edit-task']),
        commandEntries(['move-up', 'move-down', 'move-to-section']),
        commandEntries(['hide-rows', 'show-rows']),
      ]}
      focusBack={focusedCell}
      onClose={onClose}
    />
  );
}

function editEntries({ agencyId }: MenuSpot): readonly MenuEntry[] {
  const clipboard = clipboardEntries(focusedCell);
  // Where no marks are seen none are filled, as with the keys.
  if (agencyId === null || currentView().kind !== 'roles') return clipboard;
  const fill = (way: 'down' | 'right') => () => void perform(MATRIX, selectedFill(MATRIX.store, way));
  return [
    ...clipboard,
    { id: 'fill-down', label: '向下填充', hint: 'Ctrl+D', run: fill('down') },
    { id: 'fill-right', label: '向右填充', hint: 'Ctrl+R', run: fill('right') },
  ];
}

function roleEntries(spot: MenuSpot): readonly MenuEntry[] {
  const { agencyId, role } = spot;
  if (agencyId === null) return [];
  const meant = meantBy({ ...spot, agencyId });
  return [
    ...ROLES.map((name) => ({
      id: `role-${name}`,
      sign: ROLE_MARKS[name],
      label: `设为${ROLE_LABELS[name]}`,
      ...(name === role ? { hint: '当前' } : {}),
      run: () => void setRoleOf(meant.places, name),
    })),
    {
      id: 'role-clear',
      label: '清除责任',
      hint: 'Delete',
      enabled: meant.anyRole,
      run: () => void setRoleOf(meant.places, null),
    },
  ];
}

function placeEntries({ taskId, agencyId, role }: MenuSpot): readonly MenuEntry[] {
  const task: MenuEntry = {
    id: 'role-task',
    label: '查看任务',
    run: () => {
      select({ taskId, agencyId });
      setPanelOpen(true);
    },
  };
  if (agencyId === null) return [task];
  const progress: MenuEntry = {
    id: 'role-progress',
    label: '填写进展…',
    hint: 'Alt+Enter',
    enabled: role !== null,
    run: () => editProgress(taskId, agencyId),
  };
  return [progress, task];
}
