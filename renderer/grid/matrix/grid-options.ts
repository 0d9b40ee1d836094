import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import type {
  FirstDataRenderedEvent,
  GetRowIdParams,
  GridOptions,
  IsFullWidthRowParams,
  RowHeightParams,
} from 'ag-grid-community';
import { markPainted } from '#renderer/grid/sheet/paint-mark.ts';
import { matrixTheme, ROW_HEIGHT, SECTION_HEIGHT } from '#renderer/grid/sheet/theme.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { GridContext } from './grid-context.ts';
import { ColumnHead } from './header-parts.ts';
import { SectionHeading } from './section-heading.ts';
import { MATRIX_GRID_ID } from './shown-matrix.ts';

/** Sooner: tooltips flicker under a moving mouse. Later: a clerk asks twice. */
const TOOLTIP_DELAY_MS = 450;
const TOOLTIP_HIDE_MS = 30_000;

/** What never changes while a matrix is shown. The grid rebuilds itself around an option that does (pitfall 14). */
export const GRID_OPTIONS: GridOptions<MatrixRow> = {
  gridId: MATRIX_GRID_ID,
  theme: matrixTheme,
  loadThemeGoogleFonts: false,
  localeText: AG_GRID_LOCALE_CN,
  defaultColDef: {
    sortable: false,
    resizable: true,
    minWidth: 26,
    suppressHeaderMenuButton: true,
    headerComponentParams: { innerHeaderComponent: ColumnHead },
  },
  getRowId: ({ data }: GetRowIdParams<MatrixRow>) => data.id,
  isFullWidthRow: ({ rowNode }: IsFullWidthRowParams<MatrixRow>) => rowNode.data?.kind === 'section',
  fullWidthCellRenderer: SectionHeading,
  getRowHeight: ({ data, context }: RowHeightParams<MatrixRow, GridContext>) =>
    Math.round((data?.kind === 'section' ? SECTION_HEIGHT : ROW_HEIGHT) * context.zoom),
  readOnlyEdit: true,
  stopEditingWhenCellsLoseFocus: true,
  suppressMovableColumns: true,
  suppressContextMenu: true,
  preventDefaultOnContextMenu: true,
  animateRows: false,
  // The selection is drawn between the free and the pinned cells (selection/selection-layer.ts).
  suppressRowTransform: true,
  tooltipShowDelay: TOOLTIP_DELAY_MS,
  tooltipHideDelay: TOOLTIP_HIDE_MS,
  overlayNoRowsTemplate: '<span class="no-rows">没有符合条件的任务</span>',
  onFirstDataRendered: (_: FirstDataRenderedEvent<MatrixRow>) => markPainted(),
};
