import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { LAYOUT_LABELS, type Layout, type Paper } from '#shared/domain/layout.ts';
import { openDialog } from '../../state/window-state.ts';
import { exportTable } from './export-table.ts';
import '../../ui/menu.css';

export type ExportMenuProps = {
  readonly icon: ReactNode;
  readonly disabled: boolean;
  /** Opens the dialog of all tables. */
  readonly onAll: () => void;
};

/** Tables and the papers they are printed on, the usual paper first. */
const CHOICES: readonly { readonly layout: Layout; readonly papers: readonly Paper[] }[] = [
  { layout: 'decomposition', papers: ['A4', 'A3'] },
  { layout: 'matrix', papers: ['A3', 'A4'] },
  { layout: 'ledger', papers: ['A4', 'A3'] },
];

/** 导出 ▾ */
export function ExportMenu({ icon, disabled, onAll }: ExportMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button button-plain" data-testid="export-menu" disabled={disabled}>
        {icon}
        导出
        <ChevronDown />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            {CHOICES.map(({ layout, papers }, index) => (
              <Fragment key={layout}>
                {index > 0 ? <Menu.Separator className="menu-line" /> : null}
                {papers.map((paper) => (
                  <Menu.Item
                    key={paper}
                    className="menu-item"
                    data-testid={`export-${layout}-${paper.toLowerCase()}`}
                    onClick={() => void exportTable(layout, paper)}
                  >
                    {LAYOUT_LABELS[layout]}
                    <span className="menu-hint">{paper} 纸</span>
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" data-testid="export-all" onClick={onAll}>
              选表样导出…
              <span className="menu-hint">Ctrl+E</span>
            </Menu.Item>
            <Menu.Item
              className="menu-item"
              data-testid="export-template"
              onClick={() => openDialog({ kind: 'templates' })}
            >
              上级表样…
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
