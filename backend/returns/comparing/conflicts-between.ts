import type { PeriodId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { settleItem } from './compare-return.ts';
import { sameValue } from './judge-cell.ts';

/** A compared table, beside others of the same review. */
export type ReviewedTable = {
  readonly fileName: string;
  readonly sheet: string;
  readonly periodId: PeriodId;
  /** Under which it is kept, later ones higher; `null` or left out: not kept, as in a preview. */
  readonly returnId?: ReturnId | null;
  /** ISO date and time; `null` or left out: not known. */
  readonly receivedAt?: string | null;
  readonly items: readonly ReturnItem[];
  readonly untouched: ReadonlyMap<string, string>;
};

type Said = { readonly table: number; readonly item: ReturnItem };

/**
 * Settles what several tables of one review say of one cell. Different values: a conflict between the files. The same
 * value: one of them counts. One that changed a cell while another, filled in too, has it as before: a doubt, for the
 * other may be the correction; unless the other came clearly before, so that this one is the newer word. An untouched
 * sheet beside a filled one of the same file says nothing. So no cell is chosen twice.
 *
 * @param files in the order of the review
 * @returns the items of each table, in the same order
 */
export function conflictsBetween(files: readonly ReviewedTable[]): readonly (readonly ReturnItem[])[] {
  const said = new Map<string, Said[]>();
  for (const [table, { periodId, items }] of files.entries()) {
    for (const item of items) {
      const cell = `${periodId}/${item.key}`;
      const others = said.get(cell);
      if (others) others.push({ table, item });
      else said.set(cell, [{ table, item }]);
    }
  }
  return files.map((file, table) =>
    file.items.map((item) => {
      const others = (said.get(`${file.periodId}/${item.key}`) ?? []).filter((other) => other.table !== table);
      const before = files.filter((other) => other.untouched.has(item.key) && mayCorrect(other, file));
      return settled({ table, item }, others, before, files);
    }),
  );
}

/** Files that came within this time came together: nobody knows which of them is the newer. */
const TOGETHER_MS = 600_000;

/** Whether a table that has a cell as it was sent may be the correction of one that changed it. */
function mayCorrect(other: ReviewedTable, file: ReviewedTable): boolean {
  if (other === file || other.periodId !== file.periodId) return false;
  if (other.items.length === 0 && other.fileName === file.fileName) return false;
  if (!other.receivedAt || !file.receivedAt) return true;
  const later = Date.parse(other.receivedAt) - Date.parse(file.receivedAt);
  if (Math.abs(later) < TOGETHER_MS) return true;
  // Which came first is told by the order in which they were kept: a clock may have been set back between them.
  return other.returnId && file.returnId ? other.returnId > file.returnId : later > 0;
}

function settled(
  { table, item }: Said,
  others: readonly Said[],
  before: readonly ReviewedTable[],
  files: readonly ReviewedTable[],
): ReturnItem {
  const { doubt: _, doubts, chosen: __, ...rest } = item;
  const different = others.filter((other) => !same(item, other.item));
  const added = [
    ...different.map((other) => `“${nameOf(files, other.table, table)}”中此格是“${shown(other.item)}”`),
    ...before.map((file) => `“${nameOf(files, files.indexOf(file), table)}”中此格没有改动`),
  ];
  const counting = countsFirst([{ table, item }, ...others.filter((other) => same(item, other.item))]);
  if (counting.table !== table) added.push(`与“${nameOf(files, counting.table, table)}”中相同，只计一次`);
  const conflict = different.length > 0 && item.state !== 'unreadable';
  return settleItem(conflict ? { ...rest, state: 'conflict' } : rest, [...doubts, ...added]);
}

/** Of several that say the same, the first without a doubt counts, else the first. */
function countsFirst(same: readonly Said[]): Said {
  const inOrder = same.toSorted((one, other) => one.table - other.table);
  const first = inOrder.find(({ item }) => item.chosen) ?? inOrder[0];
  if (first === undefined) throw new RangeError('one item at least is given');
  return first;
}

function same(one: ReturnItem, other: ReturnItem): boolean {
  return one.state !== 'unreadable' && other.state !== 'unreadable' && sameValue(one.field, one.theirs, other.theirs);
}

/** The file's name; the sheet's where both tables stand in one file. */
function nameOf(files: readonly ReviewedTable[], table: number, seenFrom: number): string {
  const [file, from] = [files[table], files[seenFrom]];
  if (file === undefined) return '';
  return file.fileName === from?.fileName ? file.sheet : file.fileName;
}

function shown({ field, theirs }: ReturnItem): string {
  return field === 'percent' && theirs !== '' ? `${theirs}%` : short(theirs);
}

const SHORT = 20;

function short(text: string): string {
  if (text === '') return '空';
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}
