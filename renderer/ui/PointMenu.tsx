import { Menu } from '@base-ui/react/menu';
import { Fragment, useMemo } from 'react';
import './menu.css';

/** A line of a menu. `enabled: false` shows it greyed, so that the clerk learns that it exists. */
export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly sign?: string;
  readonly hint?: string;
  readonly enabled?: boolean;
  readonly run: () => void;
};

/** A long menu opened low on the screen moves up over its point instead of leaving the screen. */
const STAY_ON_SCREEN = { side: 'shift', align: 'shift', fallbackAxisSide: 'none' } as const;

export type PointMenuProps = {
  readonly x: number;
  readonly y: number;
  readonly testId: string;
  /** Groups, parted by lines; empty ones are left out. */
  readonly groups: readonly (readonly MenuEntry[])[];
  /** Takes the focus when the menu is gone, unless an entry moved it on purpose. */
  readonly focusBack: () => HTMLElement | null;
  readonly onClose: () => void;
};

/** A context menu at a point of the window. */
export function PointMenu({ x, y, testId, groups, focusBack, onClose }: PointMenuProps) {
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) }),
    [x, y],
  );
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="menu-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          collisionAvoidance={STAY_ON_SCREEN}
        >
          <Menu.Popup className="menu" data-testid={testId} finalFocus={focusBack}>
            {groups
              .filter((group) => group.length > 0)
              .map((group, index) => (
                <Fragment key={group[0]?.id}>
                  {index > 0 ? <Menu.Separator className="menu-line" /> : null}
                  {group.map(({ id, label, sign = '', hint, enabled = true, run }) => (
                    <Menu.Item key={id} className="menu-item" data-testid={id} disabled={!enabled} onClick={run}>
                      <span className="menu-sign">{sign}</span>
                      {label}
                      {hint ? <span className="menu-hint">{hint}</span> : null}
                    </Menu.Item>
                  ))}
                </Fragment>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
