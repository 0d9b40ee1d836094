import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { toTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import {
  COLLECTION_COLUMNS,
  COLLECTION_HEADS,
  type CollectionColumn,
  type CollectionRow,
  type CollectionSort,
  copiedRows,
} from './collection-rows.ts';
import { clickRow, pressRow, type RowChoice } from './row-choice.ts';

export type CollectionTableProps = {
  /** In the order shown. */
  readonly rows: readonly CollectionRow[];
  readonly choice: RowChoice<AgencyId>;
  readonly onChoice: (choice: RowChoice<AgencyId>) => void;
  readonly sort: CollectionSort;
  readonly onSort: (column: CollectionColumn) => void;
  /** Enter or a double click. */
  readonly onOpen: (row: CollectionRow) => void;
};

/** The agencies of the period, line by line. Arrow keys go and choose, Ctrl+C copies the chosen lines, Enter opens. */
export function CollectionTable({ rows, choice, onChoice, sort, onSort, onOpen }: CollectionTableProps) {
  const name = useId();
  const table = useRef<HTMLTableElement>(null);
  const ids = rows.map(({ cell }) => cell.agencyId);
  const at = choice.at;
  useEffect(() => {
    if (at !== null) document.getElementById(`${name}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, name]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== table.current) return;
    if (event.key === 'Enter') {
      const row = rows.find(({ cell }) => cell.agencyId === at);
      if (row) onOpen(row);
      return;
    }
    const next = pressRow(choice, ids, event.key, { ctrl: event.ctrlKey, shift: event.shiftKey });
    if (!next || event.altKey) return;
    event.preventDefault();
    onChoice(next);
  };
  const rowOf = (event: MouseEvent): CollectionRow | undefined => {
    const line = event.target instanceof Element ? event.target.closest('tr[data-agency]') : null;
    const id = Number(line?.getAttribute('data-agency'));
    return rows.find(({ cell }) => cell.agencyId === id);
  };
  const onClick = (event: MouseEvent): void => {
    const row = rowOf(event);
    if (!row) return;
    const keys = { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey };
    onChoice(clickRow(choice, ids, row.cell.agencyId, keys));
  };
  const onCopy = (event: ClipboardEvent): void => {
    const chosen = rows.filter(({ cell }) => choice.chosen.has(cell.agencyId));
    // Words marked with the mouse inside one cell are copied as they are.
    if (chosen.length === 0 || window.getSelection()?.toString()) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTsv(copiedRows(chosen)));
  };

  return (
    <table
      ref={table}
      className="collection-table"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines are chosen in it by keys
      role="grid"
      aria-label="各单位回收情况"
      aria-multiselectable
      aria-activedescendant={at === null ? undefined : `${name}-${at}`}
      data-testid="collection-table"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        const row = rowOf(event);
        if (row) onOpen(row);
      }}
      onCopy={onCopy}
    >
      <thead>
        <tr>
          {COLLECTION_COLUMNS.map((column) => (
            <th key={column} data-column={column} aria-sort={ariaSort(sort, column)}>
              <button type="button" data-testid={`collection-sort-${column}`} onClick={() => onSort(column)}>
                {COLLECTION_HEADS[column]}
                <span aria-hidden>{sort?.column === column ? (sort.descending ? '▼' : '▲') : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line
            key={row.cell.agencyId}
            id={`${name}-${row.cell.agencyId}`}
            row={row}
            chosen={choice.chosen.has(row.cell.agencyId)}
            isAt={row.cell.agencyId === at}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Written by others, and may be longer than its column. */
const MAY_BE_CUT: ReadonlySet<CollectionColumn> = new Set(['agency', 'reporter', 'phone']);

type LineProps = {
  readonly id: string;
  readonly row: CollectionRow;
  readonly chosen: boolean;
  readonly isAt: boolean;
};

function Line({ id, row: { cell, texts }, chosen, isAt }: LineProps) {
  return (
    <tr
      id={id}
      data-agency={cell.agencyId}
      data-testid={`collection-${cell.agencyId}`}
      data-state={cell.state}
      data-at={isAt || undefined}
      aria-selected={chosen}
      title={cell.returnId === null ? undefined : '双击或按 Enter 查看交回的填报表'}
    >
      {COLLECTION_COLUMNS.map((column) => (
        <td key={column} data-column={column} title={MAY_BE_CUT.has(column) ? texts[column] : undefined}>
          {column === 'state' ? (
            <span className={`collection-state state-${cell.state}`}>{texts.state}</span>
          ) : (
            texts[column]
          )}
        </td>
      ))}
    </tr>
  );
}

function ariaSort(sort: CollectionSort, column: CollectionColumn): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
