import { useMemo } from 'react';
import type { HeaderSpot } from '#renderer/grid/sheet/sheet-actions.ts';
import { LEDGER_COLUMN_WORDS, type LedgerLine, ledgerColumn, ledgerText } from '#renderer/view/ledger-lines.ts';
import { linesBut } from '#renderer/view/ledger-view.ts';
import { changeLedgerView, filterLedger, useLedgerView } from '#renderer/view/ledger-view-state.ts';
import { oneLine } from '../../text/one-line.ts';
import { TextTestFields } from '../filters/ColumnFilter.tsx';
import { FunnelPopover } from '../filters/FunnelPopover.tsx';
import { NO_ROLE_WORDS } from '../filters/filter-options.ts';
import { TickList } from '../filters/TickList.tsx';

export type LedgerFilterPopoverProps = {
  readonly spot: HeaderSpot;
  readonly lines: readonly LedgerLine[];
  readonly onClose: () => void;
};

/** The funnel of a column of the ledger: a condition and ticks. */
export function LedgerFilterPopover({ spot, lines, onClose }: LedgerFilterPopoverProps) {
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
  return (
    <FunnelPopover
      spot={spot}
      sort={sort && { byThis: sort.by === column, descending: sort.descending }}
      onSort={(next) => changeLedgerView({ sort: next && { by: column, ...next } })}
      onClear={() => filterLedger(column, { test: null, ticked: null })}
      onClose={onClose}
    >
      <TextTestFields test={test} onChange={(next) => filterLedger(column, { test: next, ticked })} />
      <TickList
        label={LEDGER_COLUMN_WORDS[column]}
        options={options}
        chosen={ticked}
        onChange={(next) => filterLedger(column, { test, ticked: next })}
      />
    </FunnelPopover>
  );
}
