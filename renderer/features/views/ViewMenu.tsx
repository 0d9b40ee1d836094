import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Eye } from 'lucide-react';
import { VIEW_KINDS } from '#renderer/view/matrix-view.ts';
import { changeView, chooseKind, useMatrixView, useSavedViews } from '#renderer/view/view-state.ts';
import { VIEW_KIND_WORDS } from '#renderer/view/view-words.ts';
import { openDialog } from '../../state/window-state.ts';
import { expandGroups } from '../agencies/expand-groups.ts';
import '../../ui/menu.css';

export type ViewMenuProps = { readonly disabled: boolean };

/** 责任视图 ▾: the two kinds, the views that were saved, and where they are kept. */
export function ViewMenu({ disabled }: ViewMenuProps) {
  const kind = useMatrixView((view) => view.kind);
  const expanded = useMatrixView((view) => view.groupsExpanded);
  const saved = useSavedViews();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button button-plain" data-testid="view-menu" disabled={disabled} title="切换视图">
        <Eye />
        {VIEW_KIND_WORDS[kind]}
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu">
            {VIEW_KINDS.map((name, index) => (
              <Menu.Item
                key={name}
                className="menu-item"
                data-testid={`view-${name}`}
                aria-current={name === kind}
                onClick={() => chooseKind(name)}
              >
                <span className="menu-sign">{name === kind ? '✓' : ''}</span>
                {VIEW_KIND_WORDS[name]}
                <span className="menu-hint">Ctrl+{index + 1}</span>
              </Menu.Item>
            ))}
            {saved.length > 0 ? <Menu.Separator className="menu-line" /> : null}
            {saved.map(({ name, view }) => (
              <Menu.Item
                key={name}
                className="menu-item"
                data-testid={`saved-view-${name}`}
                onClick={() => changeView(view)}
              >
                <span className="menu-sign" />
                {name}
              </Menu.Item>
            ))}
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" data-testid="groups-expanded" onClick={expandGroups}>
              <span className="menu-sign">{expanded ? '✓' : ''}</span>
              展开集体单位
            </Menu.Item>
            <Menu.Item className="menu-item" data-testid="views-open" onClick={() => openDialog({ kind: 'views' })}>
              <span className="menu-sign" />
              保存和管理视图…
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
