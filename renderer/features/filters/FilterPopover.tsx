import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { agencyOfColumn, NUMBER_COLUMN } from '#renderer/view/column-ids.ts';
import type { SortKey } from '#renderer/view/matrix-view.ts';
import { changeView, clearColumn, hideAgencies, useMatrixView } from '#renderer/view/view-state.ts';
import { Button } from '../../ui/Button.tsx';
import { ColumnFilter, type ColumnFilterProps } from './ColumnFilter.tsx';
import { FunnelPopover } from './FunnelPopover.tsx';

export type FilterPopoverProps = Omit<ColumnFilterProps, 'columnId'> & {
  readonly spot: HeaderSpot;
  readonly onClose: () => void;
};

/** The funnel of a column of the matrix. */
export function FilterPopover({ spot, overview, tasks, onClose }: FilterPopoverProps) {
  const sort = useMatrixView((view) => view.sort);
  const by = sortKeyOf(spot.columnId);
  const agencyId = agencyOfColumn(spot.columnId);
  const hide = () => {
    if (agencyId !== null) hideAgencies([agencyId]);
    onClose();
  };
  return (
    <FunnelPopover
      spot={spot}
      sort={sort && { byThis: sort.by === by, descending: sort.descending }}
      onSort={(next) => changeView({ sort: next && { by, ...next } })}
      onClear={() => clearColumn(spot.columnId)}
      onClose={onClose}
      extra={
        agencyId === null ? null : (
          <Button tone="quiet" data-testid="hide-column" onClick={hide}>
            隐藏此列
          </Button>
        )
      }
    >
      <ColumnFilter columnId={spot.columnId} overview={overview} tasks={tasks} />
    </FunnelPopover>
  );
}

function sortKeyOf(columnId: string): SortKey {
  return agencyOfColumn(columnId) ?? (columnId === NUMBER_COLUMN ? 'number' : 'title');
}
