import type { Paper } from '#shared/domain/layout.ts';
import type { PagePlan } from './sheet-plan.ts';

/**
 * Where a table's pages end. A page may end inside a merged cell, and its text, which stands in the middle of it, is
 * then lost between two pages. So a table with merged cells says itself where its pages end: at the edge of a block.
 */

const POINTS_PER_MM = 72 / 25.4;
/** Millimetres, upright. */
const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
};
/** A column unit is seven pixels of 96 to the inch, and each column has five for its margins. */
const POINTS_PER_UNIT = (7 * 72) / 96;
const COLUMN_MARGIN = (5 * 72) / 96;

/**
 * How much of a page is used at most. Programs round heights and scales differently; a page that ends a little early
 * looks like one that is full, a page that ends late makes another one of a single row.
 */
const USED_SHARE = 0.95;

/** Excel refuses a sheet with more than 1,026 page ends of its own. */
const BREAKS_MAX = 1_000;

/** Points of rows that one page holds, when the table is fitted to the page's width; never enlarged. */
export function pageCapacity(
  page: Pick<PagePlan, 'paper' | 'orientation'> & { readonly margins: NonNullable<PagePlan['margins']> },
  widths: readonly number[],
): number {
  const { width, height } = PAPER_SIZES[page.paper];
  const [across, down] = page.orientation === 'portrait' ? [width, height] : [height, width];
  const { top, bottom, left, right } = page.margins;
  const wide = widths.reduce((sum, units) => sum + units * POINTS_PER_UNIT + COLUMN_MARGIN, 0);
  const scale = Math.min(1, ((across - left - right) * POINTS_PER_MM) / wide);
  return (((down - top - bottom) * POINTS_PER_MM) / scale) * USED_SHARE;
}

/** Smaller than this share of their size letters of 11 points cannot be read at arm's length any more. */
const SCALE_MIN = 0.5;
const PAGES_ACROSS_MAX = 8;

/**
 * How many pages side by side a table needs to be read, its first columns on each of them.
 *
 * @returns `undefined` where one page's width is enough
 */
export function pagesAcross(
  page: Pick<PagePlan, 'paper' | 'orientation'> & { readonly margins: NonNullable<PagePlan['margins']> },
  widths: readonly number[],
  repeatColumns: number,
): PagePlan['across'] {
  const { width, height } = PAPER_SIZES[page.paper];
  const across = page.orientation === 'portrait' ? width : height;
  const room = (across - page.margins.left - page.margins.right) * POINTS_PER_MM;
  const points = (some: readonly number[]): number =>
    some.reduce((sum, units) => sum + units * POINTS_PER_UNIT + COLUMN_MARGIN, 0);
  const [all, repeated] = [points(widths), points(widths.slice(0, repeatColumns))];
  const scaleOf = (pages: number): number => (pages * room) / (all + (pages - 1) * repeated);
  let pages = 1;
  while (scaleOf(pages) < SCALE_MIN && pages < PAGES_ACROSS_MAX) pages += 1;
  return pages === 1 ? undefined : { pages, repeatColumns };
}

/** Inches as they are set where a layout says nothing, in millimetres. */
export const USUAL_MARGINS = { top: 0.6 * 25.4, bottom: 0.65 * 25.4, left: 0.5 * 25.4, right: 0.5 * 25.4 } as const;

/** Puts blocks of rows on pages, one after another. */
export class PageFlow {
  readonly #capacity: number;
  readonly #repeated: number;
  #used: number;
  /** Nothing stands under the title yet. */
  #isFirst = true;
  readonly #breaks: number[] = [];

  /**
   * @param capacity of a page, from {@link pageCapacity}
   * @param first points taken on the first page before the first block
   * @param repeated points that the heads take on every other page
   */
  constructor(capacity: number, first: number, repeated: number) {
    this.#capacity = capacity;
    this.#used = first;
    this.#repeated = repeated;
  }

  /** No block should be taller than this: it would be on two pages wherever it stands, or leave the title alone on one. */
  get blockMax(): number {
    return this.#capacity - (this.#isFirst ? this.#used : this.#repeated);
  }

  /** @param row the block's first row in the sheet @param height of the block in points */
  place(row: number, height: number): void {
    if (this.#used + height > this.#capacity && this.#used > this.#repeated) {
      if (this.#breaks.length < BREAKS_MAX) this.#breaks.push(row - 1);
      this.#used = this.#repeated;
    }
    this.#used += height;
    this.#isFirst = false;
  }

  /** Rows after which a new page begins. */
  get breaks(): readonly number[] {
    return this.#breaks;
  }
}
