import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SheetPicture, SheetPlace } from '#shared/domain/return-review.ts';
import { cellAt, layPicture, type PictureCell, type PictureLayout, type PictureRow } from './lay-sheet-picture.ts';
import { movePlace } from './move-place.ts';
import './picture-of-sheet.css';

export type PictureOfSheetProps = {
  readonly picture: SheetPicture;
  /** The cell that is spoken of: framed, and scrolled into view whenever it becomes another one. */
  readonly lit?: SheetPlace | null;
  /** What stands over the letters of a column: what it is read as, or a way to say so. */
  readonly marks?: ReadonlyMap<number, ReactNode>;
  /** Rows that are read as heads. */
  readonly headRows?: { readonly first: number; readonly last: number } | null;
  /** The first row that is filled in: marked in a colour of its own. */
  readonly bodyRow?: number | null;
  /** Cells with a part of their own: the title, the line of the unit. */
  readonly named?: readonly NamedCell[];
  /** What a click on a row's number does. */
  readonly rowHint?: string;
  /** Told which cell was clicked, or chosen by Enter. */
  readonly onPoint?: (place: SheetPlace) => void;
  /** Told which row's number was clicked; also by Enter, when cells cannot be pointed at. */
  readonly onPointRow?: (row: number) => void;
};

export type NamedCell = SheetPlace & { readonly as: 'title' | 'unit' };

/** Texts longer than this are cut after some lines; the rest is told by the tooltip. */
const LONG_TEXT = 48;
/** A choice over a column must show its words. */
const ROOM_FOR_MARK_PX = 118;

/**
 * Somebody's sheet as a plain table, the way a spreadsheet shows it: numbers, letters, merged blocks, what is hidden
 * greyed. Arrow keys move through it. Everything in it is text from outside and is shown as text.
 */
export function PictureOfSheet(props: PictureOfSheetProps) {
  const { picture, lit = null, marks, headRows = null, bodyRow = null, named, rowHint, onPoint, onPointRow } = props;
  const hasMarks = marks !== undefined;
  const layout = useMemo(() => layPicture(picture, hasMarks ? ROOM_FOR_MARK_PX : undefined), [picture, hasMarks]);
  // By its numbers: a place that was made anew is the same place.
  const [litRow, litColumn] = [lit?.row ?? 0, lit?.column ?? 0];
  const litCell = useMemo(() => cellAt(layout, { row: litRow, column: litColumn }), [layout, litRow, litColumn]);
  const [cursor, setCursor] = useState<PictureCell | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const idOf = (cell: PictureCell): string => `${name}-${cell.row}-${cell.column}`;

  useEffect(() => {
    setCursor(litCell);
    if (litCell) bringToMiddle(scroller.current, litCell);
  }, [litCell]);

  const goTo = (cell: PictureCell): void => {
    setCursor(cell);
    bringIntoView(scroller.current, cell);
  };
  const point = (place: SheetPlace): void => (onPoint ? onPoint(place) : onPointRow?.(place.row));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const from = cursor ?? litCell ?? firstCell(layout);
    if (!from) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (!onPoint && !onPointRow) return;
      event.preventDefault();
      point(from);
      return;
    }
    const to = movePlace(layout, cursor ? from : null, event.key, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    goTo(to);
  };
  const onClick = (event: MouseEvent): void => {
    const { target } = event;
    const cell = target instanceof Element ? target.closest('td, th') : null;
    const line = cell?.closest('tr[data-row]');
    if (!cell || !line) return;
    const [row, column] = [Number(line.getAttribute('data-row')), Number(cell.getAttribute('data-column'))];
    // Only cells have a column; a row's number has none.
    if (column === 0) onPointRow?.(row);
    else {
      setCursor(cellAt(layout, { row, column }));
      onPoint?.({ row, column });
    }
  };

  return (
    <div ref={scroller} className="sheet-picture" data-testid="sheet-picture">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cursor goes from cell to cell in it
        role="grid"
        aria-label={`工作表“${picture.sheet}”的样子`}
        aria-rowcount={layout.rows.length}
        aria-colcount={layout.columns.length}
        aria-activedescendant={cursor ? idOf(cursor) : undefined}
        aria-readonly
        tabIndex={0}
        style={{ width: tableWidth(layout) }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          <col className="sheet-picture-numbers" />
          {layout.columns.map(({ column, width }) => (
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          {marks ? (
            <tr className="sheet-picture-marks">
              <th aria-label="读作" />
              {layout.columns.map(({ column }) => (
                <th key={column}>{marks.get(column)}</th>
              ))}
            </tr>
          ) : null}
          <tr>
            <th aria-label="行号" />
            {layout.columns.map(({ column, letters, hidden }) => (
              <th
                key={column}
                scope="col"
                data-hidden={hidden || undefined}
                data-lit={isIn(litCell, column) || undefined}
              >
                {letters}
                {hidden ? <span className="sheet-picture-hidden">隐藏</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-points={onPoint ? 'cells' : onPointRow ? 'rows' : undefined}>
          {layout.rows.map((row) =>
            row.kind === 'gap' ? (
              <tr key={`gap-${row.after}`} className="sheet-picture-gap">
                <th />
                <td colSpan={layout.columns.length}>这里有 {row.count} 行没有画出</td>
              </tr>
            ) : (
              <DrawnRow
                key={row.number}
                row={row}
                name={name}
                hiddenColumns={picture.hiddenColumns}
                isHead={headRows !== null && row.number >= headRows.first && row.number <= headRows.last}
                litColumn={litCell?.row === row.number ? litCell.column : null}
                cursorColumn={cursor?.row === row.number ? cursor.column : null}
                isBody={row.number === bodyRow}
                titleColumn={namedColumn(named, 'title', row.number)}
                unitColumn={namedColumn(named, 'unit', row.number)}
                rowHint={onPointRow === undefined ? undefined : (rowHint ?? '点这里把它定为表头行')}
              />
            ),
          )}
          {picture.rowsLeftOut > 0 ? (
            <tr className="sheet-picture-gap">
              <th />
              <td colSpan={layout.columns.length}>下面还有 {picture.rowsLeftOut} 行没有画出</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

type DrawnRowProps = {
  readonly row: Extract<PictureRow, { kind: 'row' }>;
  readonly name: string;
  readonly hiddenColumns: readonly number[];
  readonly isHead: boolean;
  readonly litColumn: number | null;
  readonly cursorColumn: number | null;
  readonly isBody: boolean;
  readonly titleColumn: number | null;
  readonly unitColumn: number | null;
  readonly rowHint: string | undefined;
};

function namedColumn(named: readonly NamedCell[] | undefined, as: NamedCell['as'], row: number): number | null {
  return named?.find((cell) => cell.as === as && cell.row === row)?.column ?? null;
}

/** Drawn again only when something about this very row changes: a sheet has thousands of cells. */
const DrawnRow = memo(function DrawnRow(props: DrawnRowProps) {
  const { row, name, hiddenColumns, isHead, isBody, litColumn, cursorColumn, titleColumn, unitColumn, rowHint } = props;
  return (
    <tr
      data-row={row.number}
      data-hidden={row.hidden || undefined}
      data-head={isHead || undefined}
      data-body={isBody || undefined}
    >
      <th
        scope="row"
        data-lit={litColumn !== null || undefined}
        title={rowHint === undefined ? undefined : `第 ${row.number} 行：${rowHint}`}
      >
        {row.number}
        {row.hidden ? <span className="sheet-picture-hidden">隐藏</span> : null}
      </th>
      {row.cells.map(({ column, text, columnSpan, rowSpan }) => (
        <td
          key={column}
          // Only what the cursor or the reader speaks of is named: thousands of names would be made for nothing.
          id={column === litColumn || column === cursorColumn ? `${name}-${row.number}-${column}` : undefined}
          colSpan={columnSpan > 1 ? columnSpan : undefined}
          rowSpan={rowSpan > 1 ? rowSpan : undefined}
          data-column={column}
          data-merged={columnSpan > 1 || rowSpan > 1 || undefined}
          data-hidden={(columnSpan === 1 && hiddenColumns.includes(column)) || undefined}
          data-lit={column === litColumn || undefined}
          data-named={column === titleColumn ? 'title' : column === unitColumn ? 'unit' : undefined}
          data-cursor={column === cursorColumn || undefined}
          aria-current={column === litColumn || undefined}
          title={text.length > LONG_TEXT ? text : undefined}
        >
          {text.length > LONG_TEXT ? <div className="sheet-picture-long">{text}</div> : text}
        </td>
      ))}
    </tr>
  );
});

const NUMBERS_PX = 58;

function tableWidth({ columns }: PictureLayout): number {
  return columns.reduce((sum, { width }) => sum + width, NUMBERS_PX);
}

function isIn(cell: PictureCell | null, column: number): boolean {
  return cell !== null && cell.column <= column && column < cell.column + cell.columnSpan;
}

function firstCell({ rows }: PictureLayout): PictureCell | null {
  return rows.find((row) => row.kind === 'row')?.cells[0] ?? null;
}

function elementAt(scroller: HTMLElement | null, { row, column }: SheetPlace): Element | null {
  return scroller?.querySelector(`tr[data-row="${row}"] > td[data-column="${column}"]`) ?? null;
}

/** By hand: `scrollIntoView` also scrolls whatever lies around the picture. */
function bringToMiddle(scroller: HTMLElement | null, place: SheetPlace): void {
  const cell = elementAt(scroller, place);
  if (!scroller || !cell) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  scroller.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
  scroller.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

/** As little as is needed; the letters above and the numbers at the left lie over the cells. */
function bringIntoView(scroller: HTMLElement | null, place: SheetPlace): void {
  const cell = elementAt(scroller, place);
  if (!scroller || !cell) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const top = outer.top + (scroller.querySelector('thead')?.offsetHeight ?? 0);
  const left = outer.left + NUMBERS_PX;
  const [bottom, right] = [outer.top + scroller.clientHeight, outer.left + scroller.clientWidth];
  if (inner.top < top) scroller.scrollTop -= top - inner.top;
  else if (inner.bottom > bottom) scroller.scrollTop += Math.min(inner.bottom - bottom, inner.top - top);
  if (inner.left < left) scroller.scrollLeft -= left - inner.left;
  else if (inner.right > right) scroller.scrollLeft += Math.min(inner.right - right, inner.left - left);
}
