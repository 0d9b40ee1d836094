import type { Paper } from '#shared/domain/layout.ts';
import type { PagePlan } from './sheet-plan.ts';

/**
 * Where a table's pages end. A page may end inside a merged cell, and its text, which stands in the middle of it, is
 * then lost between two pages; or the sums stand alone on the last page. So a table says itself where its pages end: at
 * the edge of a block, and never right before what ends the table.
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

type PagedPaper = Pick<PagePlan, 'paper' | 'orientation'> & { readonly margins: NonNullable<PagePlan['margins']> };

/** Points between the margins. */
function roomOf({ paper, orientation, margins }: PagedPaper): { readonly across: number; readonly down: number } {
  const { width, height } = PAPER_SIZES[paper];
  const [across, down] = orientation === 'portrait' ? [width, height] : [height, width];
  return {
    across: (across - margins.left - margins.right) * POINTS_PER_MM,
    down: (down - margins.top - margins.bottom) * POINTS_PER_MM,
  };
}

const pointsOf = (widths: readonly number[]): number =>
  widths.reduce((sum, units) => sum + units * POINTS_PER_UNIT + COLUMN_MARGIN, 0);

/** The share of their size at which columns are printed on so many pages side by side; never enlarged. */
function scaleOn(pages: number, page: PagedPaper, widths: readonly number[], repeatColumns: number): number {
  const repeated = (pages - 1) * pointsOf(widths.slice(0, repeatColumns));
  return Math.min(1, (pages * roomOf(page).across) / (pointsOf(widths) + repeated));
}

/** Points of rows that one page holds, when the table is fitted to the width of one page, or of several. */
export function pageCapacity(page: PagedPaper, widths: readonly number[], across?: PagePlan['across']): number {
  const { pages, repeatColumns } = across ?? { pages: 1, repeatColumns: 0 };
  return (roomOf(page).down / scaleOn(pages, page, widths, repeatColumns)) * USED_SHARE;
}

/** Smaller letters cannot be read at arm's length any more. Points. */
const LETTERS_MIN = 6;
const PAGES_ACROSS_MAX = 8;
/** What the first of several pages surely holds of its width: programs differ, and what is beyond is on the next one. */
const FIRST_PAGE_SHARE = 0.9;

/**
 * How many pages side by side a table needs to be read, its first columns on each of them.
 *
 * @param size of its letters in points
 * @returns with how many columns surely stand on the first page; `undefined` where one page's width is enough
 */
export function pagesAcross(
  page: PagedPaper,
  widths: readonly number[],
  repeatColumns: number,
  size: number,
): (NonNullable<PagePlan['across']> & { readonly onFirst: number }) | undefined {
  let pages = 1;
  while (scaleOn(pages, page, widths, repeatColumns) * size < LETTERS_MIN && pages < PAGES_ACROSS_MAX) pages += 1;
  if (pages === 1) return undefined;
  const room = (roomOf(page).across / scaleOn(pages, page, widths, repeatColumns)) * FIRST_PAGE_SHARE;
  let onFirst = 1;
  while (onFirst < widths.length && pointsOf(widths.slice(0, onFirst + 1)) <= room) onFirst += 1;
  return { pages, repeatColumns, onFirst };
}

/** Inches as they are set where a layout says nothing, in millimetres. */
export const USUAL_MARGINS = { top: 0.6 * 25.4, bottom: 0.65 * 25.4, left: 0.5 * 25.4, right: 0.5 * 25.4 } as const;

/** A page that ends a table has so many blocks of rows, where there are more: sums alone under their heads look lost. */
const LAST_BLOCKS = 3;

type Placed = { readonly row: number; readonly height: number };

/** Puts blocks of rows on pages, one after another. */
export class PageFlow {
  readonly #capacity: number;
  readonly #repeated: number;
  #used: number;
  /** Nothing stands under the title yet. */
  #isFirst = true;
  readonly #breaks: number[] = [];
  /** The last blocks of this page and of the one before it. */
  #onPage: Placed[] = [];
  #before: Placed[] = [];

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

  /** Points left on the page. */
  get room(): number {
    return this.#capacity - this.#used;
  }

  /** @param row the block's first row in the sheet @param height of the block in points */
  place(row: number, height: number): void {
    if (this.#used + height > this.#capacity && this.#used > this.#repeated) this.#turn(row);
    this.#used += height;
    this.#isFirst = false;
    this.#onPage.push({ row, height });
    if (this.#onPage.length > LAST_BLOCKS + 1) this.#onPage.shift();
  }

  /**
   * Puts what ends a table (sums, notes, signature) below its rows. Where it does not fit, the last rows go over to the
   * next page with it; where a single row stands above it, those before it do.
   */
  placeEnd(row: number, height: number): void {
    const fits = this.#used + height <= this.#capacity;
    const [from, room] = fits
      ? [this.#before, this.#capacity - this.#used - height]
      : [this.#onPage, this.#capacity - this.#repeated - height];
    const wanted = LAST_BLOCKS - (fits ? this.#onPage.length : 0);
    if (fits && (wanted < LAST_BLOCKS - 1 || this.#breaks.length === 0)) {
      this.#used += height;
      return;
    }
    const taken = lastWithin(from, wanted, room);
    const [first] = taken;
    if (fits) {
      // The page already begins with its one row: it begins earlier.
      if (first) this.#breaks[this.#breaks.length - 1] = first.row - 1;
    } else this.#turn(first?.row ?? row);
    this.#used = (fits ? this.#used : this.#repeated) + height + taken.reduce((sum, block) => sum + block.height, 0);
  }

  /** Begins a new page with a row. */
  #turn(row: number): void {
    if (this.#breaks.length < BREAKS_MAX) this.#breaks.push(row - 1);
    this.#used = this.#repeated;
    this.#before = this.#onPage;
    this.#onPage = [];
  }

  /** Rows after which a new page begins. */
  get breaks(): readonly number[] {
    return this.#breaks;
  }
}

/** The last blocks, at most so many and so tall, but never all: a page is not emptied for another. */
function lastWithin(blocks: readonly Placed[], most: number, room: number): readonly Placed[] {
  const taken: Placed[] = [];
  let left = room;
  for (const block of blocks.slice(1).toReversed()) {
    left -= block.height;
    if (left < 0 || taken.length === most) break;
    taken.unshift(block);
  }
  return taken;
}
