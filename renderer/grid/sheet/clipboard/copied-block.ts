import type { Area, Spot } from '../selection/geometry.ts';
import type { Sheet, SheetRow } from '../selection/sheet.ts';
import type { Block } from './tsv.ts';

/**
 * The texts of the selected areas as one block. Several areas go together when they lie in the same rows or in the
 * same columns, as in a worksheet.
 *
 * @param textOf what a spot shows
 * @returns `undefined` when they do not
 */
export function copiedBlock<Row extends SheetRow>(
  sheet: Sheet<Row>,
  areas: readonly Area[],
  textOf: (sheet: Sheet<Row>, spot: Spot) => string,
): Block | undefined {
  const [first] = areas;
  if (!first) return undefined;
  if (areas.every(({ top, bottom }) => top === first.top && bottom === first.bottom)) {
    const columns = numbersOf(areas.map(({ left, right }) => [left, right]));
    return numbersOf([[first.top, first.bottom]]).map((row) => columns.map((column) => textOf(sheet, { row, column })));
  }
  if (areas.every(({ left, right }) => left === first.left && right === first.right)) {
    const columns = numbersOf([[first.left, first.right]]);
    const rows = numbersOf(areas.map(({ top, bottom }) => [top, bottom]));
    return rows.map((row) => columns.map((column) => textOf(sheet, { row, column })));
  }
  return undefined;
}

/** Every number of the spans, each once, in order. */
function numbersOf(spans: readonly (readonly [number, number])[]): readonly number[] {
  const numbers = spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}
