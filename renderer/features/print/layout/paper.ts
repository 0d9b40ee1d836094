import type { Paper } from '#shared/domain/layout.ts';
import type { PrintSetup } from '#shared/domain/print-table.ts';

/** Measures of a printed page. Lengths are millimetres throughout this folder; a point is 0.3528 of them. */
export const MM_PER_POINT = 25.4 / 72;

/** ISO 216, short edge first. */
const SHEETS: Readonly<Record<Paper, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420] };

/** Smaller: some office printers cut the outer lines of the table. */
export const MARGIN = 12;

/** The title of the whole table, on the first page of each run of columns. */
const TITLE_POINTS: Readonly<Record<Paper, number>> = { A4: 16, A3: 20 };

export const UNIT_LINE_FONT = 10.5 * MM_PER_POINT;
export const UNIT_LINE_HEIGHT = 7;
/** On the pages that go on, title and date share one line of this height. */
export const RUNNING_TITLE_HEIGHT = 7;
export const NOTE_FONT = 9 * MM_PER_POINT;
export const NOTE_LINE_HEIGHT = NOTE_FONT * 1.4;
/** The line of the page number; a little more than it needs, so that rounding never pushes a row out. */
export const PAGE_NUMBER_HEIGHT = 7;

export type PageBox = { readonly width: number; readonly height: number; readonly titleFont: number };

export function pageBox({ paper, orientation }: PrintSetup): PageBox {
  const [short, long] = SHEETS[paper];
  const titleFont = TITLE_POINTS[paper] * MM_PER_POINT;
  return orientation === 'landscape'
    ? { width: long, height: short, titleFont }
    : { width: short, height: long, titleFont };
}
