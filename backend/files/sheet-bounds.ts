/**
 * Bounds on the XML of one sheet, looked at before the parser sees it. A few bytes can ask for a billion cells: a merged
 * block over the whole sheet, or rows drawn down to the last one. A thread's memory limit catches that too, but late
 * and not without risk to the whole process; nothing that could reach it shall get so far.
 */
export const SHEET_BOUNDS = {
  /** Rows, empty ones included: borders drawn down to the end of the sheet make a million of them. */
  rows: 20_000,
  /** Merged blocks: each is compared with every other one. */
  merges: 5_000,
  /** Cells in merged blocks, together. One whole row has 16,384. */
  mergedCells: 200_000,
} as const;

const ROW_TAG = '<row';
const MERGE_TAG = /<mergeCell[\s/>]/g;
const MERGE_RANGE = /<mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

function countRows(xml: string): number {
  let rows = 0;
  for (let at = xml.indexOf(ROW_TAG); at !== -1; at = xml.indexOf(ROW_TAG, at + ROW_TAG.length)) rows++;
  return rows;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** @returns the cells of all merged blocks together, or infinity when a block is written as no program writes it */
function countMergedCells(xml: string): number {
  const blocks = xml.match(MERGE_TAG)?.length ?? 0;
  if (blocks > SHEET_BOUNDS.merges) return Number.POSITIVE_INFINITY;
  let read = 0;
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(MERGE_RANGE)) {
    read++;
    const columns = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
    cells += columns * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return read === blocks ? cells : Number.POSITIVE_INFINITY;
}

/** @returns whether a sheet part keeps {@link SHEET_BOUNDS}. Only tags are looked at, which are ASCII in any encoding the parser takes. */
export function isSheetWithinBounds(part: Buffer): boolean {
  const xml = part.toString('latin1');
  return countRows(xml) <= SHEET_BOUNDS.rows && countMergedCells(xml) <= SHEET_BOUNDS.mergedCells;
}
