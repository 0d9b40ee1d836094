import { findHead, HEAD_SEARCH_ROWS, type HeadCell, type HeadRow } from '#backend/sheets/find-head.ts';
import { type TemplateHead, templateHeadOf } from '#backend/sheets/read-template-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import { isLabelAlone } from './around-table.ts';
import { countsColumns, lastColumnOf, ownIn } from './template-cells.ts';

/** Rows of heads, and how many different things they are sure to ask for. */
export type HeadBlockFound = { readonly first: number; readonly last: number; readonly score: number };

/** Most rows of heads with the wide ones over them. */
const HEAD_ROWS_MAX = 5;
/** A row with so many usual heads is heads, whatever else stands in it. */
const SURE_HEADS = 3;
/** Where heads are looked for when there are none among the first rows. */
const FAR_ROWS = 300;
const HEAD_LENGTH_MAX = 40;
/** Longer words below a wide head are what somebody reported. */
const SUBHEAD_LENGTH_MAX = 14;
/** One of them says what the rows are. */
const ANCHORS: readonly TemplateField[] = [
  'number',
  'section',
  'group',
  'task',
  'target',
  'targetName',
  'lead',
  'responsible',
  'agency',
  'unit',
];

type Row = HeadRow<HeadCell> & { readonly own: number; readonly sure: number; readonly numbers: number };

function weighed(row: RowRead): Row {
  const cells = [...row.cells].map(([column, cell]) => ({ ...cell, column }));
  const own = cells.filter(({ column, originColumn, text }) => column === originColumn && text.trim() !== '');
  const isNumber = ({ text, number }: (typeof own)[number]): boolean => number !== null || /^\d+$/.test(text.trim());
  return {
    number: row.number,
    cells,
    own: own.length,
    sure: own.filter(({ text }) => sureHeadOf(text) !== undefined).length,
    numbers: own.filter(isNumber).length,
  };
}

/** Labels with their answers (填报单位：县公安局) are no heads, nor are sentences. */
function sureHeadOf(text: string): TemplateHead | undefined {
  if (text.length > HEAD_LENGTH_MAX || /\p{Script=Han}\s*[：:]/u.test(text)) return undefined;
  const head = templateHeadOf(text);
  return head?.sure === true ? head : undefined;
}

function mayBeHead({ own, sure, numbers }: Row, height: number): boolean {
  if (numbers > 0 && (sure < SURE_HEADS || numbers * 2 > sure)) return false;
  return height === 1 || sure * 2 >= own;
}

function scoreOf(heads: readonly TemplateHead[]): number | undefined {
  const fields = new Set(heads.flatMap((head) => head.fields));
  const others = heads.filter((head) => head.fields.length === 0).length;
  return fields.size > 1 && ANCHORS.some((anchor) => fields.has(anchor)) ? fields.size + others / 2 : undefined;
}

function search(rows: readonly RowRead[]): HeadBlockFound | undefined {
  const block = findHead<HeadCell, TemplateHead, number, Row>(rows.map(weighed), {
    read: sureHeadOf,
    mayBeHead,
    reachesDown: true,
    understand: (places) => scoreOf(places.filter(({ continues }) => !continues).map(({ reading }) => reading)),
    score: (score) => score,
  });
  if (block === undefined) return undefined;
  const whole = wholeBlock(rows, block.firstRow, block.lastRow);
  return { ...whole, score: block.found };
}

/**
 * Finds the heads of a form on a sheet, with all their rows: those merged down, wide ones above, single ones below.
 *
 * @returns `undefined` when nothing on it is a table that asks for anything
 */
export function findHeadBlock(rows: readonly RowRead[]): HeadBlockFound | undefined {
  const near = rows.filter(({ number }) => number <= HEAD_SEARCH_ROWS);
  return search(near) ?? search(rows.filter(({ number }) => number <= FAR_ROWS));
}

/** Heads of another table further down: at least three usual ones in a row. */
export function nextHeadRow(rows: readonly RowRead[], after: number): number | null {
  const next = rows.find((row) => row.number > after && isHeadRow(row));
  if (next === undefined) return null;
  // Its title and its unit line are its own.
  let first = next.number;
  for (let above = rowBefore(rows, first, after); above && isCaption(above); above = rowBefore(rows, first, after)) {
    first = above.number;
  }
  return first;
}

function isHeadRow(row: RowRead): boolean {
  const { sure, numbers, own } = weighed(row);
  if (numbers > 0) return false;
  const known = ownIn(row).filter(({ text }) => text.length <= HEAD_LENGTH_MAX && templateHeadOf(text) !== undefined);
  return sure >= SURE_HEADS || (sure > 1 && known.length === own && own >= SURE_HEADS);
}

function rowBefore(rows: readonly RowRead[], number: number, after: number): RowRead | undefined {
  return rows.find((row) => row.number === number - 1 && row.number > after);
}

const CAPTION =
  /(?:表|台账|清单|一览|统计|情况|汇总|报送)(?:\s*[（(][^）)]*[）)])?$|^(?:表|附[件表])\s*[一二三四五六七八九十\d]/u;

/** 表二 信息报送, 填报单位：: what stands over a table. */
function isCaption(row: RowRead): boolean {
  const own = ownIn(row);
  return own.length > 0 && own.length < 4 && own.every(({ text }) => CAPTION.test(text.trim()) || isLabelAlone(text));
}

function wholeBlock(rows: readonly RowRead[], found: number, foundLast: number): { first: number; last: number } {
  const at = new Map(rows.map((row) => [row.number, row]));
  let [first, last] = [found, foundLast];
  for (const { cells } of rows.filter(({ number }) => number >= found && number <= foundLast)) {
    for (const { originRow, text } of cells.values()) {
      if (text.trim() !== '' && originRow >= found - HEAD_ROWS_MAX) first = Math.min(first, originRow);
    }
  }
  while (last - first + 1 < HEAD_ROWS_MAX && isWideHeads(at.get(first - 1), at.get(first))) first--;
  while (last - first + 1 < HEAD_ROWS_MAX && goesOnBelow(at.get(last), at.get(last + 1), first)) last++;
  return { first, last };
}

/** 基本情况, 责任落实, 进展: heads merged over several columns, above those that were found. */
function isWideHeads(row: RowRead | undefined, below: RowRead | undefined): boolean {
  if (row === undefined || below === undefined) return false;
  const own = ownIn(row);
  const columns = ownIn(below).map(({ column }) => column);
  const width = Math.max(...columns) - Math.min(...columns) + 1;
  const isHead = own.every(({ text, cell }) => {
    return text.length <= SUBHEAD_LENGTH_MAX && !/[：:\d]/u.test(text) && cell.number === null && cell.isoDate === null;
  });
  const widths = own.map(({ column }) => lastColumnOf(row, column) - column + 1);
  const isWide = widths.some((each) => each > 1) && widths.every((each) => each < width);
  return own.length > 1 && isHead && isWide && !own.some(({ text }) => isLabelAlone(text));
}

/** Whether the row below the heads is heads too: some of them are merged down into it, or it divides wide ones. */
function goesOnBelow(row: RowRead | undefined, next: RowRead | undefined, first: number): boolean {
  if (row === undefined || next === undefined || countsColumns(next)) return false;
  for (const { originRow, text } of next.cells.values()) {
    if (text.trim() !== '' && originRow >= first && originRow < next.number) return true;
  }
  const own = ownIn(next);
  return (
    own.length > 1 &&
    own.every(({ column, text, cell }) => {
      const isShort = cell.number === null && text.length <= SUBHEAD_LENGTH_MAX && /\p{Script=Han}/u.test(text);
      return isShort && isWideAt(row, column);
    })
  );
}

function isWideAt({ cells }: RowRead, column: number): boolean {
  const cell = cells.get(column);
  return cell !== undefined && (cell.originColumn !== column || cells.get(column + 1)?.originColumn === column);
}
