import { Popover } from '@base-ui/react/popover';
import { ArrowDownAZ, ArrowDownZA, ListOrdered } from 'lucide-react';
import { useMemo } from 'react';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { agencyOfColumn, NUMBER_COLUMN } from '#renderer/view/column-ids.ts';
import type { SortKey } from '#renderer/view/matrix-view.ts';
import { changeView, clearColumn, hideAgencies, useMatrixView } from '#renderer/view/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { ColumnFilter, type ColumnFilterProps } from './ColumnFilter.tsx';
import './filters.css';

export type FilterPopoverProps = Omit<ColumnFilterProps, 'columnId'> & {
  readonly spot: HeaderSpot;
  readonly onClose: () => void;
};

/** The funnel of a column: sorting above, ticks below. Each tick shows at once in the matrix behind. */
export function FilterPopover({ spot, overview, tasks, onClose }: FilterPopoverProps) {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => spot.box }), [spot]);
  const sort = useMatrixView((view) => view.sort);
  const by = sortKeyOf(spot.columnId);
  const agencyId = agencyOfColumn(spot.columnId);
  const hide = () => {
    if (agencyId !== null) hideAgencies([agencyId]);
    onClose();
  };
  const order = (descending: boolean) => (
    <Button
      tone="quiet"
      icon={descending ? <ArrowDownZA /> : <ArrowDownAZ />}
      aria-pressed={sort?.by === by && sort.descending === descending}
      data-testid={descending ? 'sort-descending' : 'sort-ascending'}
      onClick={() => changeView({ sort: { by, descending } })}
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
                onClick={() => changeView({ sort: null })}
              >
                计划顺序
              </Button>
            </div>
            <ColumnFilter columnId={spot.columnId} overview={overview} tasks={tasks} />
            <footer className="filter-foot">
              {agencyId === null ? null : (
                <Button tone="quiet" data-testid="hide-column" onClick={hide}>
                  隐藏此列
                </Button>
              )}
              <Button data-testid="filter-clear" onClick={() => clearColumn(spot.columnId)}>
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

function sortKeyOf(columnId: string): SortKey {
  return agencyOfColumn(columnId) ?? (columnId === NUMBER_COLUMN ? 'number' : 'title');
}
