import type {
  FirstDataRenderedEvent,
  GetRowIdParams,
  GridOptions,
  IsFullWidthRowParams,
  RowHeightParams,
} from 'ag-grid-community';
import { markPainted } from '#renderer/grid/sheet/paint-mark.ts';
import { SHEET_COLUMN, SHEET_OPTIONS } from '#renderer/grid/sheet/sheet-options.ts';
import { ROW_HEIGHT, SECTION_HEIGHT } from '#renderer/grid/sheet/theme.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { GridContext } from './grid-context.ts';
import { SectionHeading } from './section-heading.ts';
import { MATRIX_GRID_ID } from './shown-matrix.ts';

/** What never changes while a matrix is shown. */
export const GRID_OPTIONS: GridOptions<MatrixRow> = {
  ...SHEET_OPTIONS,
  gridId: MATRIX_GRID_ID,
  defaultColDef: SHEET_COLUMN,
  getRowId: ({ data }: GetRowIdParams<MatrixRow>) => data.id,
  isFullWidthRow: ({ rowNode }: IsFullWidthRowParams<MatrixRow>) => rowNode.data?.kind === 'section',
  fullWidthCellRenderer: SectionHeading,
  getRowHeight: ({ data, context }: RowHeightParams<MatrixRow, GridContext>) =>
    Math.round((data?.kind === 'section' ? SECTION_HEIGHT : ROW_HEIGHT) * context.zoom),
  overlayNoRowsTemplate: '<span class="no-rows">没有符合条件的任务</span>',
  onFirstDataRendered: (_: FirstDataRenderedEvent<MatrixRow>) => markPainted(),
};
