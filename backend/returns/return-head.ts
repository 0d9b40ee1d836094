import type { CellRead } from '#backend/sheets/cell-text.ts';
import { findHead, HEAD_SEARCH_ROWS, type HeadCell, type HeadPlace, type HeadRow } from '#backend/sheets/find-head.ts';
import { type ReturnColumn, type ReturnHead, returnHeadOf, usualHead } from '#backend/sheets/read-head.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';

export type HeadFound = {
  readonly columns: ReadonlyMap<ReturnColumn, number>;
  /** The last row of the head block; data starts below it. */
  readonly lastRow: number;
  /** How many columns were recognised. */
  readonly score: number;
  /** Chinese notes on heads that were read with a doubt or not at all. */
  readonly notes: readonly string[];
};

type Cell = HeadCell & Pick<CellRead, 'number'>;
type Columns = Pick<HeadFound, 'columns' | 'score' | 'notes'>;

/** A row with so many whole heads is heads, whatever else somebody wrote into it. */
const SURE_HEADS = 3;

/**
 * Finds the heads of a return: by the vocabulary, wherever they stand.
 *
 * @returns `undefined` when no block has a task and a column of progress
 */
export function findReturnHead(sheet: SheetRead): HeadFound | undefined {
  const rows = sheet.rows.filter(({ number }) => number <= HEAD_SEARCH_ROWS).map(headRow);
  const block = findHead<Cell, ReturnHead, Columns>(rows, {
    read: returnHeadOf,
    mayBeHead,
    reachesDown: true,
    understand: columnsOf,
    score: ({ score }) => score,
  });
  if (block === undefined) return undefined;
  const { columns } = block.found;
  const hasTask = (['task', 'number', 'task-id'] as const).some((column) => columns.has(column));
  const hasProgress = PROGRESS_FIELDS.some((field) => columns.has(field));
  return hasTask && hasProgress ? { ...block.found, lastRow: block.lastRow } : undefined;
}

function headRow({ number, cells }: RowRead): HeadRow<Cell> {
  return { number, cells: [...cells].map(([column, cell]) => ({ ...cell, column })) };
}

/**
 * A number makes a row data, unless it is one stray number among heads that are known. In a block of several rows each
 * must be made of heads for the most part: a sentence with a known word is none.
 */
function mayBeHead({ cells }: HeadRow<Cell>, height: number): boolean {
  const own = cells.filter(({ column, originColumn }) => column === originColumn);
  const sure = own.filter(({ text }) => returnHeadOf(text)?.exact === true).length;
  const numbers = own.filter(({ number, text }) => number !== null || /^\d+$/.test(text)).length;
  if (numbers > 0 && (sure < SURE_HEADS || numbers > 1)) return false;
  return height === 1 || sure * 2 >= own.length;
}

/**
 * Whole heads take their columns first, then those that only hold a known word take what is left: a column 上报日期
 * that somebody added does not become 填报日期 as long as there is one.
 */
function columnsOf(places: readonly HeadPlace<ReturnHead>[]): Columns | undefined {
  const columns = new Map<ReturnColumn, number>();
  const groups: number[] = [];
  const notes: string[] = [];
  let others = 0;
  const isSure = ({ reading }: HeadPlace<ReturnHead>): boolean => reading.exact;
  const own = places.filter(({ continues }) => !continues);
  for (const { text, column, reading } of [...own.filter(isSure), ...own.filter((place) => !isSure(place))]) {
    if (reading.column === null) {
      others += reading.exact ? 1 : 0;
    } else if (reading.column === 'several') {
      notes.push(`“${text}”一列含有多项内容，未读取该列。`);
    } else if (reading.column === 'group') {
      groups.push(column);
    } else if (columns.has(reading.column)) {
      notes.push(`“${text}”一列与前面的列含义相同，未读取该列。`);
    } else {
      columns.set(reading.column, column);
      if (!reading.exact) notes.push(`“${text}”一列按“${usualHead(reading.column)}”读取，请核对。`);
    }
  }
  settleTask(columns, groups);
  return { columns, notes, score: columns.size + others };
}

/** 重点任务 is the task unless another column is; without either, the heading over the tasks must serve. */
function settleTask(columns: Map<ReturnColumn, number>, groups: readonly number[]): void {
  const sorted = groups.toSorted((left, right) => left - right);
  const last = columns.has('task') ? undefined : sorted.pop();
  if (last !== undefined) columns.set('task', last);
  const [first] = sorted;
  if (first !== undefined && !columns.has('section')) columns.set('section', first);
  const section = columns.get('section');
  if (!columns.has('task') && section !== undefined) columns.set('task', section);
}
