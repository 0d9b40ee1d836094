import { Popover } from '@base-ui/react/popover';
import { ArrowDownAZ, ArrowDownZA, ListOrdered } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { Button } from '../../ui/Button.tsx';
import './filters.css';

export type FunnelPopoverProps = {
  readonly spot: HeaderSpot;
  /** How the sheet is sorted now. */
  readonly sort: { readonly byThis: boolean; readonly descending: boolean } | null;
  /** `null`: back to the order of the plan. */
  readonly onSort: (sort: { readonly descending: boolean } | null) => void;
  readonly onClear: () => void;
  readonly onClose: () => void;
  /** What the column lets through. */
  readonly children: ReactNode;
  /** Further buttons at the foot. */
  readonly extra?: ReactNode;
};

/** The funnel of a column of any sheet: sorting above, the filter below. Each choice shows at once in the sheet behind. */
export function FunnelPopover({ spot, sort, onSort, onClear, onClose, children, extra }: FunnelPopoverProps) {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => spot.box }), [spot]);
  const order = (descending: boolean) => (
    <Button
      tone="quiet"
      icon={descending ? <ArrowDownZA /> : <ArrowDownAZ />}
      aria-pressed={sort?.byThis === true && sort.descending === descending}
      data-testid={descending ? 'sort-descending' : 'sort-ascending'}
      onClick={() => onSort({ descending })}
    >
      {descending ? '降序' : '升序'}
    </Button>
  );
  return (
    <Popover.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" anchor={anchor} side="bottom" align="start" sideOffset={2}>
          <Popover.Popup className="filter-popover" data-testid="filter-popover" finalFocus={spot.focusBack}>
            <div className="filter-sorts">
              {order(false)}
              {order(true)}
              <Button
                tone="quiet"
                icon={<ListOrdered />}
                disabled={sort === null}
                data-testid="sort-none"
                onClick={() => onSort(null)}
              >
                计划顺序
              </Button>
            </div>
            {children}
            <footer className="filter-foot">
              {extra}
              <Button data-testid="filter-clear" onClick={onClear}>
                清除筛选
              </Button>
              <Button tone="main" data-testid="filter-done" onClick={onClose}>
                完成
              </Button>
            </footer>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
