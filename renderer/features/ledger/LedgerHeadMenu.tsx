import type { HeadSpot } from '#renderer/grid/ledger/ledger-actions.ts';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { ledgerColumn } from '#renderer/view/ledger-lines.ts';
import type { LedgerView } from '#renderer/view/ledger-view.ts';
import { changeLedgerView } from '#renderer/view/ledger-view-state.ts';
import { type MenuEntry, PointMenu } from '../../ui/PointMenu.tsx';

export type LedgerHeadMenuProps = {
  readonly spot: HeadSpot;
  readonly view: LedgerView;
  readonly onFilter: (spot: HeaderSpot) => void;
  readonly onClose: () => void;
};

/** The menu of a column's head in the ledger. */
export function LedgerHeadMenu({ spot, view, onFilter, onClose }: LedgerHeadMenuProps) {
  const { columnId, x, y, focusBack } = spot;
  return (
    <PointMenu
      x={x}
      y={y}
      testId="place-menu"
      groups={headEntries(columnId, view, () =>
        onFilter({ columnId, box: DOMRect.fromRect({ x, y, width: 0, height: 0 }), focusBack }),
      )}
      focusBack={focusBack}
      onClose={onClose}
    />
  );
}

function headEntries(columnId: string, view: LedgerView, openFunnel: () => void): readonly (readonly MenuEntry[])[] {
  const column = ledgerColumn(columnId);
  if (column === null) return [];
  const { [columnId]: _, ...otherWidths } = view.widths;
  const sort = (descending: boolean) => () => changeLedgerView({ sort: { by: column, descending } });
  return [
    [{ id: 'head-filter', label: '筛选…', hint: 'Alt+↓', run: openFunnel }],
    [
      { id: 'head-ascending', label: '升序', run: sort(false) },
      { id: 'head-descending', label: '降序', run: sort(true) },
      {
        id: 'head-unsorted',
        label: '计划顺序',
        enabled: view.sort !== null,
        run: () => changeLedgerView({ sort: null }),
      },
    ],
    [
      { id: 'head-freeze', label: '冻结至此列', run: () => changeLedgerView({ frozen: column }) },
      {
        id: 'head-unfreeze',
        label: '取消冻结',
        enabled: view.frozen !== null,
        run: () => changeLedgerView({ frozen: null }),
      },
    ],
    [
      {
        id: 'head-width',
        label: '恢复列宽',
        enabled: columnId in view.widths,
        run: () => changeLedgerView({ widths: otherWidths }),
      },
    ],
  ];
}
