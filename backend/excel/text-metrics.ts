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

/** One line in so many may end early, because no line may begin with a comma or split a number. */
const LINES_PER_SPARE_LINE = 10;

/** Adds what the program takes for itself, so that `units` characters really fit (pitfall 30). */
export function columnWidth(units: number): number {
  return Math.round((units + 0.71) * 100) / 100;
}

/** @returns the text's width in ems: 1 for a Chinese character, about half for Latin letters and digits */
export function widthInEms(text: string): number {
  let ems = 0;
  for (const character of text) ems += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1;
  return ems;
}

function capacityInEms(units: number, size: number): number {
  return Math.max(1, Math.floor((units * UNIT_PX + 5 - CELL_MARGIN_PX) / (size * PX_PER_POINT)));
}

/** @returns the text with a line break wherever a cell of that width is full; for short names in narrow cells */
export function brokenLines(text: string, units: number, size: number): string {
  const characters = [...text];
  const capacity = capacityInEms(units, size);
  const lines = Math.ceil(characters.length / capacity);
  return Array.from({ length: lines }, (_, line) =>
    characters.slice(line * capacity, (line + 1) * capacity).join(''),
  ).join('\n');
}

/**
 * @param text the cell's text, with its own line breaks
 * @param units width of the cell in column units (merged cells: the sum)
 * @param size font size in points
 * @returns how many lines the text takes
 */
export function linesOf(text: string, units: number, size: number): number {
  const ems = capacityInEms(units, size);
  let lines = 0;
  for (const line of text.split('\n')) {
    const wrapped = Math.max(1, Math.ceil(widthInEms(line) / ems));
    lines += wrapped + Math.floor(wrapped / LINES_PER_SPARE_LINE);
  }
  return lines;
}

/** @returns the height in points that `lines` lines of a font of `size` points need */
export function heightOf(lines: number, size: number): number {
  return Math.min(ROW_HEIGHT_MAX, Math.ceil(lines * size * LINE_HEIGHT + ROW_PADDING));
}
