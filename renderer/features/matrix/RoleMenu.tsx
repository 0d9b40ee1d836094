import { Menu } from '@base-ui/react/menu';
import { useMemo } from 'react';
import { ROLE_LABELS, ROLE_MARKS, ROLES, type Role } from '#shared/domain/role.ts';
import type { MenuSpot } from '../../grid/matrix-actions.ts';
import { meantBy } from '../../grid/selection/selected-cells.ts';
import { setRoleOf } from '../../state/set-roles.ts';
import { editProgress, select, setPanelOpen } from '../../state/window-state.ts';
import '../../ui/menu.css';

export type RoleMenuProps = {
  readonly spot: MenuSpot;
  readonly onClose: () => void;
};

/** The menu of a cell: set a role, take it away, go to its progress. */
export function RoleMenu({ spot, onClose }: RoleMenuProps) {
  const anchor = useMemo(
    () => ({
      getBoundingClientRect: () => DOMRect.fromRect({ x: spot.x, y: spot.y, width: 0, height: 0 }),
    }),
    [spot],
  );
  const { taskId, agencyId, role } = spot;
  const places = useMemo(() => (spot.agencyId === null ? [] : meantBy({ ...spot, agencyId: spot.agencyId })), [spot]);
  const put = (next: Role | null) => () => void setRoleOf(places, next);
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" anchor={anchor} side="bottom" align="start" sideOffset={2}>
          <Menu.Popup className="menu" data-testid="role-menu" finalFocus={focusedCell}>
            {agencyId === null ? null : (
              <>
                {ROLES.map((name) => (
                  <Menu.Item key={name} className="menu-item" data-testid={`role-${name}`} onClick={put(name)}>
                    <span className="menu-sign">{ROLE_MARKS[name]}</span>
                    设为{ROLE_LABELS[name]}
                    {name === role ? <span className="menu-hint">当前</span> : null}
                  </Menu.Item>
                ))}
                <Menu.Item
                  className="menu-item"
                  data-testid="role-clear"
                  disabled={places.every((place) => place.role === null)}
                  onClick={put(null)}
                >
                  <span className="menu-sign" />
                  清除责任
                  <span className="menu-hint">Delete</span>
                </Menu.Item>
                <Menu.Separator className="menu-line" />
                <Menu.Item
                  className="menu-item"
                  data-testid="role-progress"
                  disabled={role === null}
                  onClick={() => editProgress(taskId, agencyId)}
                >
                  <span className="menu-sign" />
                  填写进展…
                  <span className="menu-hint">Alt+Enter</span>
                </Menu.Item>
              </>
            )}
            <Menu.Item
              className="menu-item"
              data-testid="role-task"
              onClick={() => {
                select({ taskId, agencyId });
                setPanelOpen(true);
              }}
            >
              <span className="menu-sign" />
              查看任务
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** After the menu the cursor is where it was, unless an item moved it on purpose. */
function focusedCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.matrix-grid .ag-cell-focus');
}
