import type { Column, ColumnGroup } from 'ag-grid-community';
import type { SheetApi } from '../sheet-api.ts';
import type { GridSheet } from '../sheet-model.ts';
import { clampSpot, type Spot } from './geometry.ts';
import type { SheetStore } from './selection-store.ts';
import { type Sheet, sheetSize, spotOf } from './sheet.ts';

/** What a press of the mouse means: cells, whole rows by their number, or whole columns by their heads. */
export type PointedAt = {
  readonly kind: 'cell' | 'rows' | 'columns';
  readonly from: Spot;
  /** Differs from `from` under the head of a kind, which stands over several columns. */
  readonly to: Spot;
};

/** Parts of a head with a meaning of their own. */
const HEAD_TOOLS = 'button, input, .ag-header-cell-resize, .ag-header-icon';

/** @returns `undefined` for everything that selects nothing */
export function pointedAt(
  api: SheetApi,
  { model, store }: GridSheet,
  target: EventTarget | null,
): PointedAt | undefined {
  if (!(target instanceof Element)) return undefined;
  const { sheet } = store.getState();
  const cell = target.closest('.ag-cell');
  if (cell) {
    const columnId = cell.getAttribute('col-id') ?? '';
    const spot = spotOf(sheet, cell.closest('.ag-row')?.getAttribute('row-id') ?? '', columnId);
    return spot && { kind: columnId === model.rowHead ? 'rows' : 'cell', from: spot, to: spot };
  }
  const head = target.closest('.ag-header-cell, .ag-header-group-cell');
  if (!head || target.closest(HEAD_TOOLS)) return undefined;
  const columns = columnsUnder(api, sheet, head.getAttribute('col-id') ?? '', model.rowHead);
  const row = firstRowInSight(api, sheet);
  if (columns === undefined || row < 0) return undefined;
  return { kind: 'columns', from: { row, column: columns.first }, to: { row, column: columns.last } };
}

/** The head over the row numbers is the corner of a worksheet: it selects everything. */
function columnsUnder(api: SheetApi, sheet: Sheet, headId: string, rowHead: string) {
  if (headId === rowHead) return { first: 0, last: sheet.columns.length - 1 };
  const under = api
    .getAllDisplayedColumns()
    .flatMap((column, index) => (column.getColId() === headId || isUnder(column, headId) ? [index] : []));
  const [first, last] = [under[0], under.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function isUnder(column: Column, groupHeadId: string): boolean {
  for (let group: ColumnGroup | null = column.getParent(); group; group = group.getParent()) {
    if (group.getUniqueId() === groupHeadId) return true;
  }
  return false;
}

function firstRowInSight(api: SheetApi, sheet: Sheet): number {
  const { top } = api.getVerticalPixelRange();
  return sheet.rows.findIndex((row) => (api.getRowNode(row.id)?.rowTop ?? -1) >= top);
}

/** The part of the grid that shows cells, in the window's pixels. */
function bodyBox(frame: HTMLElement) {
  const view = frame.querySelector<HTMLElement>('.ag-grid-viewport');
  const cells = frame.querySelector<HTMLElement>('.ag-grid-scrolling-container');
  const head = frame.querySelector<HTMLElement>('.ag-grid-pinned-top-rows');
  if (!view || !cells || !head) return undefined;
  const box = view.getBoundingClientRect();
  return {
    view,
    cells,
    left: box.left,
    right: box.right,
    top: head.getBoundingClientRect().bottom,
    bottom: box.bottom,
  };
}

/** The spot under a point of the window, or the nearest one in sight. */
export function spotNear(
  api: SheetApi,
  store: SheetStore,
  frame: HTMLElement,
  point: { readonly x: number; readonly y: number },
): Spot | undefined {
  const body = bodyBox(frame);
  if (!body) return undefined;
  const { sheet } = store.getState();
  const x = Math.min(body.right - 1, Math.max(body.left, point.x));
  const y = Math.min(body.bottom - 1, Math.max(body.top, point.y));
  const origin = body.cells.getBoundingClientRect();
  return clampSpot(
    { row: rowAt(api, sheet, y - origin.top), column: columnAt(api, x - body.left, x - origin.left) },
    sheetSize(sheet),
  );
}

/** The last row that begins above `y`; a section's heading counts to the row before it. */
function rowAt(api: SheetApi, sheet: Sheet, y: number): number {
  let low = 0;
  let high = sheet.rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((api.getRowNode(sheet.rows[middle]?.id ?? '')?.rowTop ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** @param inView distance from the grid's left edge, for pinned columns; `inCells` counts from the scrolled cells' */
function columnAt(api: SheetApi, inView: number, inCells: number): number {
  const pinned = api.getDisplayedLeftColumns();
  const pinnedWidth = pinned.reduce((sum, column) => sum + column.getActualWidth(), 0);
  const beginsBefore = (x: number) => (column: Column) => (column.getLeft() ?? 0) <= x;
  if (inView < pinnedWidth) return Math.max(0, pinned.findLastIndex(beginsBefore(inView)));
  const free = api.getAllDisplayedColumns().slice(pinned.length);
  return pinned.length + Math.max(0, free.findLastIndex(beginsBefore(inCells - pinnedWidth)));
}

/** Scrolls when a point lies past an edge, farther the farther it is out. @returns whether it scrolled */
export function scrollPastEdge(frame: HTMLElement, point: { readonly x: number; readonly y: number }): boolean {
  const body = bodyBox(frame);
  if (!body) return false;
  const { scrollLeft, scrollTop } = body.view;
  body.view.scrollBy(past(point.x, body.left, body.right), past(point.y, body.top, body.bottom));
  return scrollLeft !== body.view.scrollLeft || scrollTop !== body.view.scrollTop;
}

/** A window's edge can be the screen's edge: the last pixels count as past it. */
const EDGE_PX = 4;

function past(at: number, low: number, high: number): number {
  if (at < low + EDGE_PX) return -scrollBy(low + EDGE_PX - at);
  return at > high - EDGE_PX ? scrollBy(at - high + EDGE_PX) : 0;
}

function scrollBy(distance: number): number {
  return Math.min(120, 8 + distance / 2);
}
