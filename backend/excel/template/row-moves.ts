import { cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { referenceOf } from '../cell-reference.ts';
import { type RowSpan, sheetNameIn, withReferences } from './formula-references.ts';
import { ROWS_MAX } from './sheet-text.ts';

/** So many rows come in behind a row, in the numbers of the sheet as it was. */
export type Insertion = { readonly after: number; readonly count: number };

/** Where rows go when others come in between. */
export type RowMoves = {
  /** In the order of the sheet, one for each place; none: nothing moves. */
  readonly insertions: readonly Insertion[];
  readonly row: (row: number) => number;
  /**
   * A stretch of rows afterwards.
   *
   * @param grows it takes in rows that come right behind its last one
   */
  readonly span: (top: number, bottom: number, grows: boolean) => { readonly top: number; readonly bottom: number };
};

export function rowMoves(insertions: readonly Insertion[]): RowMoves {
  const added = new Map<number, number>();
  for (const { after, count } of insertions) added.set(after, (added.get(after) ?? 0) + count);
  const sorted = [...added]
    .map(([after, count]) => ({ after, count }))
    .toSorted((one, other) => one.after - other.after);
  const row = (number: number): number => {
    let moved = number;
    for (const { after, count } of sorted) {
      if (after >= number) break;
      moved += count;
    }
    return moved;
  };
  const clamped = (number: number): number => Math.min(number, ROWS_MAX);
  return {
    insertions: sorted,
    row,
    span: (top, bottom, grows) => ({
      top: clamped(row(top)),
      bottom: clamped(bottom >= ROWS_MAX ? ROWS_MAX : row(bottom) + (grows ? (added.get(bottom) ?? 0) : 0)),
    }),
  };
}

/** A1:H20 afterwards, as text; what is no block stays. */
export function movedBlock(reference: string, moves: RowMoves, grows: boolean): string {
  const block = cellBlock(reference);
  if (block === undefined) return reference;
  const { top, bottom } = moves.span(block.top, block.bottom, grows);
  if (top === block.top && bottom === block.bottom) return reference;
  const first = referenceOf({ row: top, column: block.left });
  return reference.includes(':') || bottom > top
    ? `${first}:${referenceOf({ row: bottom, column: block.right })}`
    : first;
}

/** Several blocks with blanks between, as conditional formats have them. */
export function movedBlocks(references: string, moves: RowMoves): string {
  return references
    .split(/(\s+)/u)
    .map((piece) => movedBlock(piece, moves, true))
    .join('');
}

/**
 * A formula afterwards.
 *
 * @param sheet name of the sheet whose rows move
 * @param isOnSheet whether a reference without a sheet means that one
 * @param grows ranges that end where rows come in take them in: sums below the body; not so in rows of the body
 */
export function movedFormula(
  formula: string,
  moves: RowMoves,
  { sheet, isOnSheet, grows }: { readonly sheet: string; readonly isOnSheet: boolean; readonly grows: boolean },
): string {
  return withReferences(formula, (span) => {
    if (!isOf(span, sheet, isOnSheet)) return null;
    const moved = moves.span(span.top, span.bottom, grows && span.isRange);
    return moved.top === span.top && moved.bottom === span.bottom ? null : moved;
  });
}

/** Whether a reference is to the sheet. */
export function isOf({ sheet: written }: RowSpan, sheet: string, isOnSheet: boolean): boolean {
  return written === null ? isOnSheet : sheetNameIn(written).toLowerCase() === sheet.toLowerCase();
}
