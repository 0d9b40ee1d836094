import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import type {
  CellContextMenuEvent,
  CellEditRequestEvent,
  CellFocusedEvent,
  FirstDataRenderedEvent,
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  GridSizeChangedEvent,
  IsFullWidthRowParams,
  RowHeightParams,
  SuppressKeyboardEventParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import type { AgencyView } from '#shared/domain/views.ts';
import { meaningOfCellKey } from './cell-keys.ts';
import { copyMark, readPaste } from './clipboard.ts';
import { fitColumns } from './column-widths.ts';
import { agencyOfColumn, buildColumns, cellOf, TITLE_COLUMN } from './columns.ts';
import { listenToComposing } from './composing-cell.ts';
import type { MatrixRow } from './matrix-rows.ts';
import { registerGridModules } from './modules.ts';
import { markPainted } from './paint-mark.ts';
import type { PastePlan } from './paste.ts';
import { type RevealWish, revealInGrid } from './reveal.ts';
import { SectionHeading } from './SectionHeading.tsx';
import { GROUP_HEADER_HEIGHT, HEADER_HEIGHT, matrixTheme, ROW_HEIGHT, SECTION_HEIGHT } from './theme.ts';
import './grid.css';

registerGridModules();

/** Where a menu belongs: a point in the window and the cell it speaks of. */
export type MenuSpot = {
  readonly x: number;
  readonly y: number;
  readonly taskId: TaskId;
  readonly agencyId: AgencyId | null;
  readonly role: Role | null;
};

/** What the clerk does in the grid. The grid changes nothing itself; new rows come in through its props. */
export type MatrixActions = {
  readonly onFocus: (taskId: TaskId, agencyId: AgencyId | null) => void;
  readonly onText: (taskId: TaskId, agencyId: AgencyId, text: string, before: Role | null) => void;
  readonly onClear: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onMenu: (spot: MenuSpot) => void;
  readonly onProgress: (taskId: TaskId, agencyId: AgencyId) => void;
  readonly onPaste: (plan: PastePlan) => void;
};

export type MatrixGridProps = {
  readonly rows: readonly MatrixRow[];
  readonly agencies: readonly AgencyView[];
  /** Width in px the grid will have when it first appears, to lay the columns out once. */
  readonly firstWidth: number;
  readonly styleNonce: string;
  readonly reveal: RevealWish | null;
  /** Must stay the same object for the grid's whole life (pitfall 14). */
  readonly actions: MatrixActions;
};

export function MatrixGrid({ rows, agencies, firstWidth, styleNonce, reveal, actions }: MatrixGridProps) {
  const [api, setApi] = useState<GridApi<MatrixRow> | null>(null);
  const [startWidth] = useState(firstWidth);
  const events = useMemo(() => gridEvents(actions), [actions]);
  const columns = useMemo(
    () => buildColumns(agencies, fitColumns(startWidth, agencies.length), events.onCellKey),
    [agencies, startWidth, events],
  );
  // The grid wants an array it may write to; it never does with readOnlyEdit and getRowId.
  const rowData = useMemo(() => [...rows], [rows]);
  const revealed = useRef(0);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (api && frame.current && agencies.length > 0) setWidths(api, frame.current.clientWidth);
  }, [api, agencies]);

  useEffect(() => {
    if (!api || !frame.current) return;
    return listenToComposing(
      frame.current,
      (words) => enterWords(api, words, actions),
      (character) => beginEditing(api, character),
    );
  }, [api, actions]);

  useEffect(() => {
    if (!api || !reveal || reveal.seq === revealed.current) return;
    // Rows hidden by a filter a moment ago may come with the next rows; until then the wish stays open.
    if (rows.length > 0 && revealInGrid(api, reveal.cells)) revealed.current = reveal.seq;
  }, [api, reveal, rows]);

  return (
    <div
      className="matrix-grid"
      data-testid="matrix"
      ref={frame}
      onCopy={(event) => api && copyMark(api, event)}
      onPaste={(event) => {
        const plan = api && readPaste(api, event, rows);
        if (plan) actions.onPaste(plan);
      }}
    >
      <AgGridReact<MatrixRow>
        theme={matrixTheme}
        styleNonce={styleNonce}
        loadThemeGoogleFonts={false}
        localeText={AG_GRID_LOCALE_CN}
        rowData={rowData}
        columnDefs={columns}
        defaultColDef={DEFAULT_COLUMN}
        getRowId={rowId}
        isFullWidthRow={isSection}
        fullWidthCellRenderer={SectionHeading}
        getRowHeight={rowHeight}
        groupHeaderHeight={GROUP_HEADER_HEIGHT}
        headerHeight={HEADER_HEIGHT}
        readOnlyEdit
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        columnHoverHighlight
        suppressColumnVirtualisation
        suppressMovableColumns
        suppressContextMenu
        preventDefaultOnContextMenu
        animateRows={false}
        tooltipShowDelay={TOOLTIP_DELAY_MS}
        tooltipHideDelay={TOOLTIP_HIDE_MS}
        overlayNoRowsTemplate={NO_ROWS}
        onGridReady={(event: GridReadyEvent<MatrixRow>) => setApi(event.api)}
        onFirstDataRendered={firstData}
        onGridSizeChanged={sizeChanged}
        onCellFocused={events.onCellFocused}
        onCellEditRequest={events.onCellEditRequest}
        onCellContextMenu={events.onCellContextMenu}
      />
    </div>
  );
}

/** Sooner: tooltips flicker under a moving mouse. Later: a clerk asks twice. */
const TOOLTIP_DELAY_MS = 450;
const TOOLTIP_HIDE_MS = 30_000;
const NO_ROWS = '<span class="no-rows">没有符合条件的任务</span>';

const DEFAULT_COLUMN = { sortable: false, resizable: false, suppressHeaderMenuButton: true } as const;

const rowId = ({ data }: GetRowIdParams<MatrixRow>): string => data.id;
const isSection = ({ rowNode }: IsFullWidthRowParams<MatrixRow>): boolean => rowNode.data?.kind === 'section';
const rowHeight = ({ data }: RowHeightParams<MatrixRow>): number =>
  data?.kind === 'section' ? SECTION_HEIGHT : ROW_HEIGHT;
const firstData = (_: FirstDataRenderedEvent<MatrixRow>): void => markPainted();

const sizeChanged = ({ api, clientWidth }: GridSizeChangedEvent<MatrixRow>): void => setWidths(api, clientWidth);

function beginEditing(api: GridApi<MatrixRow>, character: string): void {
  const focused = api.getFocusedCell();
  if (focused) api.startEditingCell({ rowIndex: focused.rowIndex, colKey: focused.column, key: character });
}

/** Words an input method finished on the chosen cell are entered like typed ones. */
function enterWords(api: GridApi<MatrixRow>, words: string, actions: MatrixActions): void {
  const focused = api.getFocusedCell();
  const row = focused && api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  const agencyId = focused && agencyOfColumn(focused.column.getColId());
  if (row?.kind !== 'task' || !agencyId) return;
  actions.onText(row.task.id, agencyId, words, cellOf(row, agencyId)?.role ?? null);
}

function setWidths(api: GridApi<MatrixRow>, width: number): void {
  if (width === 0) return;
  const ids = api.getAllDisplayedColumns().map((column) => column.getColId());
  const agencyIds = ids.filter((id) => agencyOfColumn(id) !== null);
  const widths = fitColumns(width, agencyIds.length);
  api.setColumnWidths([
    { key: TITLE_COLUMN, newWidth: widths.task },
    ...agencyIds.map((key) => ({ key, newWidth: widths.agency })),
  ]);
}

/** The grid's callbacks over the window's actions; made once, so that nothing in the grid is rebuilt. */
function gridEvents(actions: MatrixActions) {
  let lastRow = 0;
  return {
    onCellFocused({ api, rowIndex, column }: CellFocusedEvent<MatrixRow>): void {
      if (rowIndex === null || column === null || typeof column === 'string') return;
      const row = api.getDisplayedRowAtIndex(rowIndex)?.data;
      if (row?.kind === 'section') {
        // A heading has no cells: the cursor goes on in the direction it came from.
        const next = rowIndex < lastRow && rowIndex > 0 ? rowIndex - 1 : rowIndex + 1;
        api.setFocusedCell(next, column);
        return;
      }
      lastRow = rowIndex;
      if (row) actions.onFocus(row.task.id, agencyOfColumn(column.getColId()));
    },

    onCellEditRequest({ data, column, newValue }: CellEditRequestEvent<MatrixRow>): void {
      const agencyId = agencyOfColumn(column.getColId());
      if (data?.kind !== 'task' || agencyId === null) return;
      actions.onText(data.task.id, agencyId, String(newValue ?? ''), cellOf(data, agencyId)?.role ?? null);
    },

    onCellContextMenu({ api, data, column, rowIndex, event }: CellContextMenuEvent<MatrixRow>): void {
      if (data?.kind !== 'task' || !(event instanceof MouseEvent)) return;
      if (rowIndex !== null) api.setFocusedCell(rowIndex, column);
      const agencyId = agencyOfColumn(column.getColId());
      actions.onMenu({ ...spotOf(data.task.id, agencyId, data), x: event.clientX, y: event.clientY });
    },

    onCellKey({ event, editing, data, column, api, node }: SuppressKeyboardEventParams<MatrixRow>): boolean {
      const meaning = meaningOfCellKey(event, editing);
      if (meaning === undefined) return false;
      if (meaning === 'composing') return true;
      const agencyId = agencyOfColumn(column.getColId());
      if (data?.kind !== 'task') return false;
      event.preventDefault();
      if (meaning === 'menu') {
        api.ensureColumnVisible(column);
        const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null;
        const box = cell?.getBoundingClientRect();
        if (node && box) actions.onMenu({ ...spotOf(data.task.id, agencyId, data), x: box.left + 12, y: box.bottom });
      } else if (agencyId !== null && cellOf(data, agencyId)) {
        if (meaning === 'clear') actions.onClear(data.task.id, agencyId);
        else actions.onProgress(data.task.id, agencyId);
      }
      return true;
    },
  };
}

function spotOf(taskId: TaskId, agencyId: AgencyId | null, row: MatrixRow) {
  return { taskId, agencyId, role: agencyId === null ? null : (cellOf(row, agencyId)?.role ?? null) };
}
