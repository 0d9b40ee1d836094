import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import type { GridOptions } from 'ag-grid-community';
import { ColumnHead } from './column-head.ts';
import { sheetTheme } from './theme.ts';

/** Sooner: tooltips flicker under a moving mouse. Later: a clerk asks twice. */
const TOOLTIP_DELAY_MS = 450;
const TOOLTIP_HIDE_MS = 30_000;

/** What never changes while a sheet is shown. The grid rebuilds itself around an option that does (pitfall 14). */
export const SHEET_OPTIONS = {
  theme: sheetTheme,
  loadThemeGoogleFonts: false,
  localeText: AG_GRID_LOCALE_CN,
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
} as const satisfies GridOptions;

/** What the columns of all sheets have in common. */
export const SHEET_COLUMN = {
  sortable: false,
  resizable: true,
  minWidth: 26,
  suppressHeaderMenuButton: true,
  headerComponentParams: { innerHeaderComponent: ColumnHead },
} as const;
