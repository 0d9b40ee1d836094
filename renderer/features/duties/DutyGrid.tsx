import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { parseTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import type { DutyRow, DutyTable } from '#shared/domain/duty-table.ts';
import { shortDateText } from '../../text/dates.ts';
import {
  columnSums,
  type DutySpot,
  dutyCellTip,
  dutyCellWords,
  recordsIn,
  stepSpot,
  stretchHead,
} from './duty-rows.ts';

export type DutyGridProps = {
  readonly table: DutyTable;
  /** In the order shown. */
  readonly rows: readonly DutyRow[];
  readonly spot: DutySpot;
  readonly onSpot: (spot: DutySpot) => void;
  /** The column whose shortest stand first; `null`: none. */
  readonly sorted: number | 'all' | null;
  readonly onSort: (column: number | 'all') => void;
  /** What was typed into the cell with the cursor. */
  readonly onType: (title: string) => void;
  /** Lines that were pasted: the first cells of each go down from the cursor, as in a workbook. */
  readonly onPaste: (lines: readonly (readonly string[])[]) => void;
  readonly onSetMembers: (row: DutyRow) => void;
};

/**
 * Units down, stretches across. The keys belong to a line of text that lies unseen over the cell with the cursor, so
 * that a title can be typed, also with an input method, wherever the cursor stands.
 */
export function DutyGrid(props: DutyGridProps) {
  const { table, rows, spot, onSpot, sorted, onSort, onSetMembers } = props;
  const { stretches } = table;
  const at = useRef<HTMLTableCellElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest('td[data-column]') : null;
    if (!cell) return;
    onSpot({ row: Number(cell.getAttribute('data-row')), column: Number(cell.getAttribute('data-column')) });
    line.current?.focus();
  };
  const sort = (column: number | 'all', words: string, tip: string) => (
    <button type="button" title={tip} data-testid={`duty-sort-${column}`} onClick={() => onSort(column)}>
      {words}
      <span aria-hidden>{sorted === column ? '▼' : ''}</span>
    </button>
  );
  return (
    <div className="duty-grid" data-testid="duty-grid">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the line of text over the cell has the keys */}
      <table aria-label={`${table.duty.title}：各单位各期`} onClick={onClick}>
        <thead>
          <tr>
            <th className="duty-unit" scope="col">
              单位
            </th>
            {stretches.map((stretch, column) => (
              <th
                key={stretch.startsOn}
                scope="col"
                data-begun={stretch.begun}
                aria-sort={sorted === column ? 'descending' : undefined}
              >
                {sort(
                  column,
                  stretchHead(stretch),
                  `${stretch.label}，${shortDateText(stretch.dueOn)}截止；单击欠报在前`,
                )}
                <small>{shortDateText(stretch.dueOn)}</small>
              </th>
            ))}
            <th scope="col" className="duty-sum">
              应报
            </th>
            <th scope="col" className="duty-sum">
              已报
            </th>
            <th scope="col" className="duty-sum" aria-sort={sorted === 'all' ? 'descending' : undefined}>
              {sort('all', '欠报', '单击欠报多的在前')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowPlace) => (
            <tr key={row.agencyId} data-testid={`duty-row-${row.agencyId}`}>
              <th scope="row" className="duty-unit" title={row.agencyName}>
                {row.agencyName}
                {row.isGroup ? (
                  <button
                    type="button"
                    className="duty-members"
                    data-testid="duty-members"
                    title="这个集体单位还没有设成员，现在按一个单位计"
                    onClick={() => onSetMembers(row)}
                  >
                    设成员…
                  </button>
                ) : null}
              </th>
              {row.cells.map((cell, column) => {
                const stretch = stretches[column];
                const isAt = spot.row === rowPlace && spot.column === column;
                return (
                  <td
                    key={stretch?.startsOn}
                    ref={isAt ? at : undefined}
                    data-row={rowPlace}
                    data-column={column}
                    data-at={isAt || undefined}
                    className={cell ? `duty-cell duty-${cell.needed === 0 ? 'extra' : cell.state}` : 'duty-cell'}
                    title={stretch && dutyCellTip(cell, recordsIn(table, row.agencyId, stretch))}
                  >
                    {dutyCellWords(cell)}
                    {cell && cell.needed > 0 && cell.short === 0 ? <i aria-hidden>✓</i> : null}
                  </td>
                );
              })}
              <td className="duty-sum">{row.needed}</td>
              <td className="duty-sum">{row.received}</td>
              <td className={row.short > 0 ? 'duty-sum duty-lacks' : 'duty-sum'}>{row.short || ''}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="duty-unit">
              已报合计
            </th>
            {stretches.map(({ startsOn }, column) => (
              <td key={startsOn}>{columnSums(rows, column).received || ''}</td>
            ))}
            <td className="duty-sum">{rows.reduce((sum, { needed }) => sum + needed, 0)}</td>
            <td className="duty-sum">{rows.reduce((sum, { received }) => sum + received, 0)}</td>
            <td className="duty-sum">{rows.reduce((sum, { short }) => sum + short, 0)}</td>
          </tr>
          <tr>
            <th scope="row" className="duty-unit">
              欠报单位
            </th>
            {stretches.map(({ startsOn }, column) => (
              <td key={startsOn}>{columnSums(rows, column).short || ''}</td>
            ))}
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
      <TypingLine {...props} cell={at} line={line} />
    </div>
  );
}

type TypingLineProps = DutyGridProps & {
  readonly cell: RefObject<HTMLTableCellElement | null>;
  readonly line: RefObject<HTMLInputElement | null>;
};

/** The line of text over the cell with the cursor: unseen while it is empty. Enter records, Esc forgets. */
function TypingLine({ table, rows, spot, onSpot, onType, onPaste, cell, line }: TypingLineProps) {
  const [text, setText] = useState('');
  const row = rows[spot.row];
  const stretch = table.stretches[spot.column];
  // biome-ignore lint/correctness/useExhaustiveDependencies: it lies over another cell when the cursor or the rows move
  useLayoutEffect(() => {
    const input = line.current;
    const under = cell.current;
    if (!input || !under) return;
    input.style.left = `${under.offsetLeft}px`;
    input.style.top = `${under.offsetTop}px`;
    input.style.height = `${under.offsetHeight}px`;
  }, [spot, rows, cell, line]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on another cell nothing is being typed
  useEffect(() => {
    setText('');
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [spot, cell]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Escape' && text !== '') {
      event.stopPropagation();
      setText('');
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const title = text.trim();
      setText('');
      if (title !== '') onType(title);
      const next = stepSpot(spot, event.shiftKey ? 'ArrowUp' : 'ArrowDown', sizeOf(rows, table));
      if (next) onSpot(next);
      return;
    }
    if (text !== '' || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepSpot(spot, event.key, sizeOf(rows, table));
    if (!next) return;
    event.preventDefault();
    onSpot(next);
  };
  const onPasted = (event: ClipboardEvent): void => {
    const lines = parseTsv(event.clipboardData.getData('text/plain'));
    const single = lines.length <= 1 && (lines[0]?.length ?? 0) <= 1;
    if (text !== '' || single) return;
    event.preventDefault();
    onPaste(lines);
  };
  return (
    <input
      ref={line}
      className="duty-typing screen-keys"
      data-typing={text !== ''}
      aria-label={`登记报送：${row?.agencyName ?? ''} ${stretch?.label ?? ''}，${dutyCellWords(row?.cells[spot.column] ?? null)}`}
      data-testid="duty-typing"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPasted}
    />
  );
}

function sizeOf(rows: readonly DutyRow[], { stretches }: DutyTable) {
  return { rows: rows.length, columns: stretches.length };
}
