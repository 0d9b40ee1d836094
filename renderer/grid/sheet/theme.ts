import { themeQuartz } from 'ag-grid-community';

/** Row heights in px. Larger rows show fewer tasks; smaller ones crowd the mark and its light. */
export const ROW_HEIGHT = 28;
export const SECTION_HEIGHT = 26;
export const GROUP_HEADER_HEIGHT = 24;
/** Six characters of a short name stand above one another, and the funnel under them; wide columns write across. */
export const HEADER_HEIGHT = { roles: 116, progress: 58 } as const;

/** The grid's look, from the same variables as the rest of the window (ui/theme.css). */
export const sheetTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 'calc(13px * var(--grid-zoom))',
  headerFontSize: 'calc(13px * var(--grid-zoom))',
  headerFontWeight: 500,
  spacing: 4,
  cellHorizontalPadding: 6,
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--paper)',
  foregroundColor: 'var(--ink)',
  borderColor: 'var(--line)',
  headerBackgroundColor: 'var(--shade)',
  headerTextColor: 'var(--ink)',
  rowHoverColor: 'var(--hover)',
  rowBorder: { color: 'var(--line-soft)' },
  columnBorder: { color: 'var(--line-soft)' },
  headerColumnBorder: { color: 'var(--line-soft)' },
  headerRowBorder: { color: 'var(--line)' },
  pinnedColumnBorder: { color: 'var(--line)' },
  // The head's own border is the handle.
  headerColumnResizeHandleColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  borderRadius: 3,
  tooltipBackgroundColor: 'var(--ink)',
  tooltipTextColor: '#fff',
  tooltipBorder: false,
});
