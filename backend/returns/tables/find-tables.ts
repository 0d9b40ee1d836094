import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import { plainHead } from '#backend/sheets/read-head.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import { periodsInText } from './periods-in-text.ts';
import {
  findLooseHead,
  findReturnHead,
  firstRows,
  type HeadBlock,
  headBlock,
  SURE_HEADS,
  usualHeadsIn,
} from './return-head.ts';
import { areSameHeads, joinedHeads } from './same-heads.ts';
import { unitLineIn } from './units-in-text.ts';

/** One table of a sheet, its rows told apart. */
export type TableFound = {
  readonly block: HeadBlock;
  readonly above: readonly RowRead[];
  /** Title and unit line of the table before, as far as this one has none of its own. */
  readonly inherited: readonly RowRead[];
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
  if (!areSameHeads(table.block, block)) return false;
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

/** Title and unit line of the table before that count for the next one too, as it says nothing of its own. */
function inheritedFrom(previous: TableFound | undefined, above: readonly RowRead[]): readonly RowRead[] {
  if (previous === undefined) return [];
  const own = said(above);
  return [...previous.inherited, ...previous.above].filter((row) => {
    const { units, periods } = said([row]);
    return (own.units === '' || units === '') && (own.periods === '' || periods === '');
  });
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
    return block.heads.length === 0 ? [] : [tableOf(rows, block, Number.POSITIVE_INFINITY, false)];
  }
  const first = findReturnHead(firstRows(rows));
  const earlier = first ? laterBlocks(rowsBefore(rows, first.firstRow - 1), 0) : [];
  const sure = first ? [...earlier, first, ...laterBlocks(rows, first.lastRow)] : laterBlocks(rows, 0);
  const loose = sure.length === 0 ? findLooseHead(firstRows(rows)) : undefined;
  const blocks = loose ? [loose] : sure;
  const tables: TableFound[] = [];
  for (const [index, block] of blocks.entries()) {
    const previous = tables.at(-1);
    const end = blocks[index + 1]?.firstRow ?? Number.POSITIVE_INFINITY;
    if (previous === undefined) {
      tables.push(tableOf(rows, block, end, loose !== undefined));
      continue;
    }
    const above = aboveOf(previous, block);
    const body = rows.filter(({ number }) => number > block.lastRow && number < end);
    if (goesOn(previous, block, above, body)) {
      tables[tables.length - 1] = joined(previous, rows, block, above, body);
      continue;
    }
    tables[tables.length - 1] = withoutRows(previous, above);
    const inherited = inheritedFrom(previous, above);
    tables.push({ block, above, inherited, body, repeated: [], loose: false });
  }
  return tables;
}

function rowsBefore(rows: readonly RowRead[], before: number): readonly RowRead[] {
  return rows.filter(({ number }) => number < before);
}

/** The first table of a sheet, or the one that was pointed at; heads of its own that stand above, damaged, go on in it. */
function tableOf(rows: readonly RowRead[], block: HeadBlock, end: number, loose: boolean): TableFound {
  const before = rowsBefore(rows, block.firstRow);
  const body = rows.filter(({ number }) => number > block.lastRow && number < end);
  const table = { block, above: before, inherited: [], body, repeated: [], loose };
  const damaged = before.findIndex((row) => repeatsHead(ownCells(row), block));
  if (damaged < 0) return table;
  const under = before.slice(damaged + 1);
  const lastOther = under.findLastIndex((row) => !isAbove(row, block));
  const [above, again] = [before.slice(0, damaged), under.slice(lastOther + 1)];
  const [top, now] = [said(above), said(again)];
  if ((now.units !== '' && now.units !== top.units) || (now.periods !== '' && now.periods !== top.periods))
    return table;
  return {
    ...table,
    above,
    body: [...under.slice(0, lastOther + 1), ...body],
    repeated: before.filter((row, index) => index === damaged || again.includes(row)),
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
  block: HeadBlock,
  above: readonly RowRead[],
  body: readonly RowRead[],
): TableFound {
  const heads = rows.filter(({ number }) => number >= block.firstRow && number <= block.lastRow);
  const kept = withoutRows(previous, above);
  return {
    ...kept,
    block: joinedHeads(previous.block, block),
    body: [...kept.body, ...body],
    repeated: [...kept.repeated, ...above, ...heads],
  };
}
