import { isSureDate } from '#backend/returns/values/read-date.ts';
import { cleanText, isFilled, VALUE_LENGTH_MAX } from '#backend/returns/values/read-fields.ts';
import { sureStatus } from '#backend/returns/values/read-status.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';

/** What the cells of a column are, for the most part. */
export type ContentsKind = 'status' | 'percent' | 'date' | 'text';

export type ColumnContents = {
  /** Cells below the heads that hold anything; a merged block counts once. */
  readonly filled: number;
  /** What nearly all of them are; `null` when they are of several kinds, or none. */
  readonly kind: ContentsKind | null;
  /** The words of each row, for telling whether two columns say the same. */
  readonly texts: ReadonlyMap<number, string>;
};

/** Of ten cells eight decide; the others are slips. */
const MOST = 0.8;
/** Fewer characters may be anything. */
const TEXT = /^.{6}/su;

function kindOf(cell: CellRead, written: string): ContentsKind | null {
  if (written.length > VALUE_LENGTH_MAX) return 'text';
  if (cell.number !== null && !cell.percent && !/%$/.test(written) && cell.isoDate === null) return null;
  const isSound = cell.trouble === null && !cell.error;
  if (cell.isoDate !== null || (isSound && /\d/.test(written) && isSureDate(written))) return 'date';
  if (cell.percent || /^\d{1,3}(?:\.\d+)?\s*[%％]$/u.test(written)) return 'percent';
  if (isSound && sureStatus(written) !== undefined) return 'status';
  return TEXT.test(written) && /\p{Script=Han}/u.test(written) ? 'text' : null;
}

/** Looks at what stands in one column of some rows. */
export function contentsOf(rows: readonly RowRead[], column: number): ColumnContents {
  const texts = new Map<number, string>();
  const counts = new Map<ContentsKind, number>();
  for (const { number, cells } of rows) {
    const cell = cells.get(column);
    if (!isFilled(cell) || cell.originColumn !== column || cell.originRow !== number) continue;
    const written = cleanText(cell.text);
    texts.set(number, written);
    const kind = kindOf(cell, written);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const most = [...counts].find(([, count]) => count >= texts.size * MOST);
  return { filled: texts.size, kind: most?.[0] ?? null, texts };
}

/** Whether two columns say the same wherever the second says anything. */
export function saysTheSame(first: ColumnContents, second: ColumnContents): boolean {
  return [...second.texts].every(([row, text]) => first.texts.get(row) === text);
}
