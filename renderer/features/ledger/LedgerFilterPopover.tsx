import { Popover } from '@base-ui/react/popover';
import { ArrowDownAZ, ArrowDownZA, ListOrdered } from 'lucide-react';
import { useMemo } from 'react';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { LEDGER_COLUMN_WORDS, type LedgerLine, ledgerColumn, ledgerText } from '#renderer/view/ledger-lines.ts';
import { linesBut } from '#renderer/view/ledger-view.ts';
import { changeLedgerView, filterLedger, useLedgerView } from '#renderer/view/ledger-view-state.ts';
import { oneLine } from '../../text/one-line.ts';
import { Button } from '../../ui/Button.tsx';
import { TextTestFields } from '../filters/ColumnFilter.tsx';
import { NO_ROLE_WORDS } from '../filters/filter-options.ts';
import { TickList } from '../filters/TickList.tsx';
import '../filters/filters.css';

export type LedgerFilterPopoverProps = {
  readonly spot: HeaderSpot;
  readonly lines: readonly LedgerLine[];
  readonly onClose: () => void;
};

/** The funnel of a column of the ledger: sorting above, a condition and ticks below. Each shows at once behind it. */
export function LedgerFilterPopover({ spot, lines, onClose }: LedgerFilterPopoverProps) {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => spot.box }), [spot]);
  const filters = useLedgerView((view) => view.filters);
  const sort = useLedgerView((view) => view.sort);
  const column = ledgerColumn(spot.columnId) ?? 'title';
  const { test, ticked } = filters[column] ?? { test: null, ticked: null };
  const options = useMemo(() => {
    const texts = Map.groupBy(linesBut(lines, filters, column), (line) => ledgerText(line, column));
    return [...texts].map(([value, { length }]) => ({
      value,
      label: value === '' ? NO_ROLE_WORDS : oneLine(value),
      sign: '',
      count: length,
    }));
  }, [lines, filters, column]);
  const order = (descending: boolean) => (
    <Button
      tone="quiet"
      icon={descending ? <ArrowDownZA /> : <ArrowDownAZ />}
      aria-pressed={sort?.by === column && sort.descending === descending}
      data-testid={descending ? 'sort-descending' : 'sort-ascending'}
      onClick={() => changeLedgerView({ sort: { by: column, descending } })}
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
                onClick={() => changeLedgerView({ sort: null })}
              >
                计划顺序
              </Button>
            </div>
            <TextTestFields test={test} onChange={(next) => filterLedger(column, { test: next, ticked })} />
            <TickList
              label={LEDGER_COLUMN_WORDS[column]}
              options={options}
              chosen={ticked}
              onChange={(next) => filterLedger(column, { test, ticked: next })}
            />
            <footer className="filter-foot">
              <Button data-testid="filter-clear" onClick={() => filterLedger(column, { test: null, ticked: null })}>
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
