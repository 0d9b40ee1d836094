import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { findHead, HEAD_SEARCH_ROWS, type HeadCell, type HeadPlace, type HeadRow } from '#backend/sheets/find-head.ts';
import type { Field } from '#backend/sheets/head-fields.ts';
import { plainHead, type ReturnHead, returnHeadOf, usualFieldOf } from '#backend/sheets/read-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { monthsInHead } from './periods-in-text.ts';

/** What stands over one column of a table. */
export type ColumnHead = {
  readonly column: number;
  /** As written; of several rows all of them, from above. Empty over a column that has none. */
  readonly text: string;
  /** The lowest of them, plain (read-head.ts): what a repeated head is known by. */
  readonly plain: string;
  /** `undefined` for words that are no known head. */
  readonly reading: ReturnHead | undefined;
  /** Known only by a head that is merged over several columns: 进展情况 over 定性, 定量, or over nothing more. */
  readonly shared: boolean;
};

export type HeadBlock = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly heads: readonly ColumnHead[];
};

type Cell = HeadCell & Pick<CellRead, 'number'>;

/** A row with so many usual heads is heads, whatever else somebody wrote into it. */
export const SURE_HEADS = 3;

/**
 * Finds the heads of a return among some rows, by the vocabulary, wherever they stand.
 *
 * @returns `undefined` when no block has a task and a column of progress
 */
export function findReturnHead(rows: readonly RowRead[]): HeadBlock | undefined {
  return searchHeads(rows, (meanings) => PROGRESS_FIELDS.some((field) => meanings.has(field)));
}

/** The same for a table whose columns of progress have heads that nobody knows: two usual heads and the task must do. */
export function findLooseHead(rows: readonly RowRead[]): HeadBlock | undefined {
  return searchHeads(rows, (meanings) => meanings.size > 1);
}

function searchHeads(
  rows: readonly RowRead[],
  isEnough: (meanings: ReadonlySet<string>) => boolean,
): HeadBlock | undefined {
  const block = findHead<Cell, ReturnHead, number, WeighedRow>(rows.map(weighedRow), {
    read: returnHeadOf,
    mayBeHead,
    reachesDown: true,
    understand: (places) => scoreOf(places, isEnough),
    score: (score) => score,
  });
  return block && headBlock(rows, block.firstRow, lastHeadRow(rows, block.lastRow));
}

/** Longer words below a wide head are what somebody reported. */
const SUBHEAD_LENGTH_MAX = 12;

/** A row of nothing but words below wide heads (8月, 9月, 10月 below 进展情况) is their second row. */
function lastHeadRow(rows: readonly RowRead[], lastRow: number): number {
  const above = rows.find(({ number }) => number === lastRow)?.cells;
  const next = rows.find(({ number }) => number === lastRow + 1);
  if (above === undefined || next === undefined) return lastRow;
  const own = [...next.cells].filter(([column, cell]) => {
    return isFilled(cell) && cell.originRow === next.number && cell.originColumn === column;
  });
  const isSubhead = ([column, { text, number }]: (typeof own)[number]): boolean =>
    number === null && text.length <= SUBHEAD_LENGTH_MAX && /\p{Script=Han}/u.test(text) && isWideAt(above, column);
  return own.length > 1 && own.every(isSubhead) ? next.number : lastRow;
}

function isWideAt(cells: RowRead['cells'], column: number): boolean {
  const cell = cells.get(column);
  return cell !== undefined && (cell.originColumn !== column || cells.get(column + 1)?.originColumn === column);
}

/** The first rows of a sheet, where its first heads are looked for. */
export function firstRows(rows: readonly RowRead[]): readonly RowRead[] {
  const within = rows.filter(({ number }) => number <= HEAD_SEARCH_ROWS);
  return within.length > 0 ? within : rows.slice(0, HEAD_SEARCH_ROWS);
}

/** A row with what speaks for heads in it, and what against. */
type WeighedRow = HeadRow<Cell> & { readonly own: number; readonly usual: number; readonly numbers: number };

function weighedRow({ number, cells }: RowRead): WeighedRow {
  const all = [...cells].map(([column, cell]) => ({ ...cell, column }));
  const own = all.filter(({ column, originColumn }) => column === originColumn);
  const usual = own.filter(({ text }) => usualFieldOf(text) !== undefined).length;
  const numbers = own.filter((cell) => cell.number !== null || /^\d+$/.test(cell.text)).length;
  return { number, cells: all, own: own.length, usual, numbers };
}

/** How many usual heads a row has, each meaning counted once. */
export function usualHeadsIn({ cells }: RowRead): number {
  const found = new Set<Field>();
  for (const [column, { text, number, originColumn }] of cells) {
    if (column !== originColumn || number !== null || text.length > 20 || /^\d/.test(text)) continue;
    const field = usualFieldOf(text);
    if (field !== undefined) found.add(field);
  }
  return found.size;
}

/**
 * A number makes a row data, unless it is one stray number among heads that are known. In a block of several rows each
 * must be made of heads for the most part: a sentence with a known word is none.
 */
function mayBeHead({ own, usual, numbers }: WeighedRow, height: number): boolean {
  if (numbers > 0 && (usual < SURE_HEADS || numbers * 2 > usual)) return false;
  return height === 1 || usual * 2 >= own;
}

function scoreOf(
  places: readonly HeadPlace<ReturnHead>[],
  isEnough: (meanings: ReadonlySet<string>) => boolean,
): number | undefined {
  const own = places.filter(({ continues }) => !continues);
  const meanings = new Set<string>();
  let others = 0;
  for (const { reading } of own) {
    if (reading.column !== null && reading.column !== 'several') meanings.add(reading.column);
    else if (reading.sureness === 'exact') others++;
  }
  const hasTask = ['task', 'number', 'task-id', 'group', 'section'].some((column) => meanings.has(column));
  return hasTask && isEnough(meanings) ? meanings.size + others : undefined;
}

/** The heads in given rows, column by column; also words that are no known head. */
export function headBlock(rows: readonly RowRead[], firstRow: number, lastRow: number): HeadBlock {
  const block = rows.filter(({ number }) => number >= firstRow && number <= lastRow);
  const columns = [...new Set(block.flatMap(({ cells }) => [...cells.keys()]))].toSorted((a, b) => a - b);
  return { firstRow, lastRow, heads: columns.flatMap((column) => columnHead(block, column) ?? []) };
}

type OwnHead = { readonly text: string; readonly isWide: boolean; readonly reading: ReturnHead | undefined };

/**
 * What a head merged over several columns and the word below it say together: 工作进展 over 状态 and 情况, where 情况 is
 * no head alone; 上月 and 本月, each over 完成比例, where the one above says which is not meant.
 */
function readTogether(own: readonly OwnHead[]): ReturnHead | undefined {
  const [above, below] = own.slice(-2);
  if (above === undefined || below === undefined || !above.isWide) return undefined;
  // 10月 below 进展情况 is 10月进展情况.
  const isMonth = below.reading === undefined && monthsInHead(below.text).length > 0;
  const together = returnHeadOf(isMonth ? below.text + above.text : above.text + below.text);
  if (together === undefined) return undefined;
  if (below.reading === undefined) return together.sureness === 'contained' ? undefined : together;
  const isOther = together.field === 'earlier' || (together.field === 'other' && above.reading === undefined);
  return isOther ? together : undefined;
}

function columnHead(block: readonly RowRead[], column: number): ColumnHead | undefined {
  const top = block[0]?.number ?? 0;
  const own = block.flatMap(({ number, cells }) => {
    const cell = cells.get(column);
    const isAgain = cell !== undefined && cell.originRow < number && cell.originRow >= top;
    if (!isFilled(cell) || isAgain || plainHead(cell.text) === '') return [];
    const isWide = isWideAt(cells, column);
    const text = cleanText(cell.text);
    const isNumber = cell.number !== null || /^\d+$/.test(text);
    const reading = isNumber ? undefined : returnHeadOf(text);
    return [{ text, isNumber, continues: cell.originColumn !== column, isWide, reading }];
  });
  const lowest = own.findLast(({ isNumber }) => !isNumber);
  if (own.length === 0) return undefined;
  const known = own.findLast(({ reading }) => reading !== undefined);
  return {
    column,
    text: [...new Set(own.map(({ text }) => text))].join(' '),
    plain: lowest === undefined ? '' : plainHead(lowest.text),
    reading: readTogether(own) ?? (known?.continues === true ? undefined : known?.reading),
    shared: !readTogether(own) && known !== undefined && (known.continues || known.isWide),
  };
}
