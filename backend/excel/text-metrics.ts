import { breakLines, countLines } from '#shared/text/text-width.ts';

/**
 * How tall a row must be so that nothing in it is cut (pitfall 29): Excel grows no row whose height is set, and no
 * merged cell at all, and WPS and Excel measure differently. So the height is computed, a little generously.
 */

/** Width of one column unit and the inner margins of a cell, in pixels at 96 dpi (pitfall 30: 5 px ≈ 0.71 units). */
const UNIT_PX = 7;
const CELL_MARGIN_PX = 5;
const PX_PER_POINT = 96 / 72;

/** Height of a line of Chinese text in font sizes. Song and Fangsong need 1.3; substitutes on other machines up to 1.45. */
const LINE_HEIGHT = 1.42;

/** Space above and below the text of a row, in points. */
const ROW_PADDING = 7;

/** Excel's own limit for a row, in points. */
export const ROW_HEIGHT_MAX = 409;

/** Adds what the program takes for itself, so that `units` characters really fit (pitfall 30). */
export function columnWidth(units: number): number {
  return Math.round((units + 0.71) * 100) / 100;
}

function capacityInEms(units: number, size: number): number {
  return Math.max(1, Math.floor((units * UNIT_PX + 5 - CELL_MARGIN_PX) / (size * PX_PER_POINT)));
}

/** @returns the text with a line break wherever a cell of that width is full; for short names in narrow cells */
export function brokenLines(text: string, units: number, size: number): string {
  return breakLines(text, capacityInEms(units, size)).join('\n');
}

/**
 * Counts the lines that a printed page would show; Excel, WPS and LibreOffice break by the same rules.
 *
 * @param text the cell's text, with its own line breaks
 * @param units width of the cell in column units (merged cells: the sum)
 * @param size font size in points
 * @returns how many lines the text takes
 */
export function linesOf(text: string, units: number, size: number): number {
  return breakLines(text, capacityInEms(units, size)).length;
}

/** The same, quickly: rather one too many, as countLines tells. */
export function linesAtMost(text: string, units: number, size: number): number {
  return countLines(text, capacityInEms(Math.max(1, units), size));
}

/** @returns the height in points that `lines` lines of a font of `size` points need */
export function heightOf(lines: number, size: number): number {
  return Math.min(ROW_HEIGHT_MAX, Math.ceil(lines * size * LINE_HEIGHT + ROW_PADDING));
}
