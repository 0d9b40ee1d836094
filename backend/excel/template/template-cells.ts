import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';

/** A cell of a form that is its own, not the rest of a block that began above or to the left. */
export type FormCell = { readonly column: number; readonly text: string; readonly cell: CellRead };

/** The filled cells of a row that are its own. */
export function ownIn({ number, cells }: RowRead): readonly FormCell[] {
  return [...cells].flatMap(([column, cell]) => {
    const isOwn = cell.originColumn === column && cell.originRow === number && isFilled(cell);
    return isOwn ? [{ column, text: cleanText(cell.text), cell }] : [];
  });
}

/** The last column of the block that begins in a cell. */
export function lastColumnOf(row: RowRead, column: number): number {
  let last = column;
  while (row.cells.get(last + 1)?.originColumn === column) last++;
  return last;
}

/** Words of a head or title as one line: no blanks between its characters (序 号), no line breaks. */
export function asOneLine(text: string): string {
  return text
    .replace(/[\s\u{3000}]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}\p{P}]) | (?=[\p{Script=Han}\p{P}])/gu, '')
    .trim();
}

const COUNTING_LABEL = /^(?:列号|栏次|行次|序列|列次)$/u;
const STEM = /^[甲乙丙丁戊己庚辛]$/u;
const LETTER = /^[A-Z]{1,2}$/u;
/** 5=4/3, as statistical forms say what a column is made of. */
const COUNT = /^(\d{1,3})(?:=.+)?$/u;

/** A line under the heads that only counts the columns: 1 2 3, 甲 乙 1 2, 列号 （1） （2）, A B C. */
export function countsColumns(row: RowRead): boolean {
  const own = ownIn(row).map(({ text }) => text.normalize('NFKC').replace(/[()\s[\]]/gu, ''));
  if (own.length < 3) return false;
  const rest = own.filter((text) => !COUNTING_LABEL.test(text) && !STEM.test(text));
  if (rest.length === own.length && rest.every((text) => LETTER.test(text))) return rest[0] === 'A';
  const counts = rest.map((text) => Number(COUNT.exec(text)?.[1] ?? Number.NaN));
  const isRising = counts.every((count, index) => index === 0 || count === (counts[index - 1] ?? 0) + 1);
  return isRising && !counts.some(Number.isNaN) && (rest.length < own.length || counts.length > 2);
}
