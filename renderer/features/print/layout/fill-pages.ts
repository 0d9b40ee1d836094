import type { BrokenRow } from './lay-rows.ts';

/** A row on its page, with the height it has there. */
export type PlacedRow = { readonly row: BrokenRow; readonly height: number };

/**
 * Parts rows into pages. A section's heading stays with its first row, the sums stay together, and cells that rows
 * share get the height they need on each page anew.
 *
 * @param opening height in mm for the rows of the first page
 * @param following the same for every other page
 * @param closing height of what stands below the last row, never on a page without any row of the table
 * @returns the rows of each page; an empty table has one empty page
 */
export function fillPages(
  rows: readonly BrokenRow[],
  opening: number,
  following: number,
  closing = 0,
): readonly (readonly PlacedRow[])[] {
  const pages: PlacedRow[][] = [[]];
  let left = opening;
  let extra = { each: 0, rows: 0 };
  for (const [index, row] of rows.entries()) {
    if (pages.at(-1)?.length !== 0 && needed(rows, index, following) > left) {
      pages.push([]);
      left = following;
      extra = { each: 0, rows: 0 };
    }
    if (row.kind !== 'row' || extra.rows === 0) extra = missingHeight(rows, index, left);
    const height = row.height + extra.each;
    extra = { ...extra, rows: extra.rows - 1 };
    pages.at(-1)?.push({ row, height });
    left -= height;
  }
  if (left < closing) carryOver(pages);
  return pages;
}

/** The last row, and the sums below it, go to a page of their own, so that what closes the table has company. */
function carryOver(pages: PlacedRow[][]): void {
  const last = pages.at(-1) ?? [];
  const from = last.findLastIndex(({ row }) => row.kind === 'row' && !row.joined);
  const above = last[from - 1]?.row.kind === 'section' ? from - 1 : from;
  if (above > 0) pages.push(last.splice(above));
}

/** Height a row asks for together with what must not be parted from it. */
function needed(rows: readonly BrokenRow[], index: number, most: number): number {
  const row = rows[index];
  switch (row?.kind) {
    case undefined:
      return 0;
    case 'section':
      return row.height + needed(rows, index + 1, most);
    case 'row':
      return row.joined ? row.height : Math.max(row.height, row.sharedHeight);
    case 'total': {
      if (rows[index - 1]?.kind === 'total') return row.height;
      const totals = rows.slice(index).reduce((sum, { height }) => sum + height, 0);
      return totals <= most ? totals : row.height;
    }
  }
}

/**
 * Rows that share a cell may together be lower than its text: what is missing is given to those of them that stand
 * on this page, in equal parts.
 */
function missingHeight(rows: readonly BrokenRow[], from: number, left: number): { each: number; rows: number } {
  const first = rows[from];
  if (first?.kind !== 'row') return { each: 0, rows: 1 };
  let sum = first.height;
  let count = 1;
  for (;;) {
    const next = rows[from + count];
    if (next?.kind !== 'row' || !next.joined || Math.max(sum + next.height, first.sharedHeight) > left) break;
    sum += next.height;
    count += 1;
  }
  return { each: Math.max(0, first.sharedHeight - sum) / count, rows: count };
}
