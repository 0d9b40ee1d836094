import { plainHead } from '#backend/sheets/read-head.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import { periodsInText } from './periods-in-text.ts';
import { cleanText, isFilled } from './read-fields.ts';
import {
  findLooseHead,
  findReturnHead,
  firstRows,
  type HeadBlock,
  headBlock,
  SURE_HEADS,
  usualHeadsIn,
} from './return-head.ts';
import { unitLineIn } from './units-in-text.ts';

/** One table of a sheet, its rows told apart. */
export type TableFound = {
  readonly block: HeadBlock;
  readonly above: readonly RowRead[];
  readonly body: readonly RowRead[];
  /** Heads and titles that stand again on every printed page. */
  readonly repeated: readonly RowRead[];
  /** No column of progress has a head that is known: the contents must tell. */
  readonly loose: boolean;
};

/** A column, and what stands there. */
export type OwnCell = readonly [column: number, text: string];

/** Filled cells of a row that are its own, not of a block that began above or to the left. */
export function ownCells({ number, cells }: RowRead): readonly OwnCell[] {
  const own: OwnCell[] = [];
  for (const [column, cell] of cells) {
    const isOwn = cell.originColumn === column && cell.originRow === number;
    if (isOwn && isFilled(cell)) own.push([column, cleanText(cell.text)]);
  }
  return own;
}

/** Longer texts below the heads are no heads once more. */
const HEAD_LENGTH_MAX = 40;

/** Whether the own cells of a row say the heads of a block once more. */
export function repeatsHead(own: readonly OwnCell[], { heads }: HeadBlock): boolean {
  const again = own.filter(([column, text]) => {
    if (text.length > HEAD_LENGTH_MAX) return false;
    const head = heads.find((one) => one.column === column)?.plain ?? '';
    return head !== '' && plainHead(text) === head;
  });
  return again.length >= 2 && again.length * 2 > own.length;
}

/** Titles, unit lines and help stand alone in their row, and say so; a task without a number does not. */
function isAbove(row: RowRead, { heads }: HeadBlock): boolean {
  const own = ownCells(row);
  if (own.some(([, text]) => unitLineIn(text) !== undefined)) return true;
  const [only] = own;
  if (only === undefined || own.length > 1) return own.length === 0;
  const width = [...row.cells.values()].filter((cell) => cell.originColumn === only[0]).length;
  if (width > 2 && width * 2 >= heads.length) return true;
  return /《[^》]+》|(?:表|台账|清单)(?:[（(].*[）)])?$|^附[件表]\s*\d*$|^填[表报]说明/u.test(only[1]);
}

function said(rows: readonly RowRead[]): { readonly units: string; readonly periods: string } {
  const texts = rows.flatMap(ownCells).map(([, text]) => text);
  const units = texts.flatMap((text) => unitLineIn(text)?.unit ?? []).filter((unit) => unit !== '');
  const periods = texts.flatMap(periodsInText).map(({ year, month }) => `${year}-${month}`);
  return { units: units.join('|'), periods: periods.join('|') };
}

/** Heads that stand again: on the next printed page, unless another unit, month or other heads begin a table of its own. */
function goesOn(table: TableFound, block: HeadBlock, above: readonly RowRead[], body: readonly RowRead[]): boolean {
  const plain = ({ heads }: HeadBlock): string => heads.map(({ column, plain: head }) => `${column}:${head}`).join('|');
  if (plain(block) !== plain(table.block)) return false;
  const [before, now] = [said(table.above), said(above)];
  if ((now.units !== '' && now.units !== before.units) || (now.periods !== '' && now.periods !== before.periods))
    return false;
  const key = (row: RowRead | undefined): string =>
    row
      ? ownCells(row)
          .slice(0, 2)
          .map(([, text]) => text)
          .join('|')
      : '';
  const first = key(body[0]);
  return first === '' || key(table.body[0]) !== first;
}

/** Blocks of heads further down: several forms one below the other, or heads repeated on each page. */
function laterBlocks(rows: readonly RowRead[], after: number): readonly HeadBlock[] {
  const blocks: HeadBlock[] = [];
  let last = after;
  for (const [index, row] of rows.entries()) {
    if (row.number <= last || usualHeadsIn(row) < SURE_HEADS) continue;
    const near = rows.slice(Math.max(0, index - 2), index + 3).filter(({ number }) => number > last);
    const block = findReturnHead(near);
    if (block === undefined) continue;
    blocks.push(block);
    last = block.lastRow;
  }
  return blocks;
}

/**
 * Finds every table of a return on a sheet: the first among its first rows, others below.
 *
 * @param pointed heads that a person pointed at; then this is the one table
 */
export function findTables({ rows }: SheetRead, pointed?: ReturnMapping): readonly TableFound[] {
  if (pointed) {
    const block = headBlock(rows, pointed.firstHeadRow, pointed.lastHeadRow);
    return block.heads.length === 0 ? [] : [tableOf(rows, block, 0, Number.POSITIVE_INFINITY, false)];
  }
  const first = findReturnHead(firstRows(rows));
  const sure = first ? [first, ...laterBlocks(rows, first.lastRow)] : laterBlocks(rows, 0);
  const loose = sure.length === 0 ? findLooseHead(firstRows(rows)) : undefined;
  const blocks = loose ? [loose] : sure;
  const tables: TableFound[] = [];
  for (const [index, block] of blocks.entries()) {
    const previous = tables.at(-1);
    const end = blocks[index + 1]?.firstRow ?? Number.POSITIVE_INFINITY;
    const begin = previous ? (previous.body.at(-1)?.number ?? previous.block.lastRow) : 0;
    const above = previous ? aboveOf(previous, block) : rows.filter(({ number }) => number < block.firstRow);
    const body = rows.filter(({ number }) => number > block.lastRow && number < end);
    if (previous && goesOn(previous, block, above, body)) {
      tables[tables.length - 1] = joined(previous, rows, block, above, body);
      continue;
    }
    if (previous) tables[tables.length - 1] = withoutRows(previous, above);
    tables.push({ ...tableOf(rows, block, begin, end, loose !== undefined), above });
  }
  return tables;
}

function tableOf(rows: readonly RowRead[], block: HeadBlock, begin: number, end: number, loose: boolean): TableFound {
  return {
    block,
    above: rows.filter(({ number }) => number > begin && number < block.firstRow),
    body: rows.filter(({ number }) => number > block.lastRow && number < end),
    repeated: [],
    loose,
  };
}

/** Rows at the end of the table before that are the title and the unit line of the next. */
function aboveOf(previous: TableFound, block: HeadBlock): readonly RowRead[] {
  const before = previous.body.filter(({ number }) => number < block.firstRow);
  const lastOther = before.findLastIndex((row) => !isAbove(row, block));
  return before.slice(lastOther + 1);
}

function withoutRows(table: TableFound, rows: readonly RowRead[]): TableFound {
  return { ...table, body: table.body.filter((row) => !rows.includes(row)) };
}

function joined(
  previous: TableFound,
  rows: readonly RowRead[],
  { firstRow, lastRow }: HeadBlock,
  above: readonly RowRead[],
  body: readonly RowRead[],
): TableFound {
  const heads = rows.filter(({ number }) => number >= firstRow && number <= lastRow);
  const kept = withoutRows(previous, above);
  return { ...kept, body: [...kept.body, ...body], repeated: [...kept.repeated, ...above, ...heads] };
}
