import { cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { attributeOf, plainXml } from '../package/scan-tags.ts';
import { escapeXml, withAttribute } from '../package/xml-part.ts';
import { copiedTo, referencesIn } from './formula-references.ts';
import { isOf, movedBlock, movedFormula, type RowMoves } from './row-moves.ts';
import { formulaIn, type SheetText } from './sheet-text.ts';

/** A formula of the sheet, in the numbers of the sheet as it was. */
export type FormulaCell = {
  readonly row: number;
  readonly column: number;
  /** As it would stand in this cell alone; `null`: of a kind that is not taken apart (a data table). */
  readonly text: string | null;
  /** The element as it stands: `<f>…</f>`. */
  readonly element: string;
  readonly shared: string | null;
  /** Cells that one formula fills together. */
  readonly block: string | null;
};

export type FormFormulas = {
  readonly all: readonly FormulaCell[];
  readonly at: (row: number, column: number) => FormulaCell | undefined;
};

/** Every formula of a sheet. */
export function formFormulas({ xml, rows }: SheetText): FormFormulas {
  const all: FormulaCell[] = [];
  const masters = new Map<string, { readonly row: number; readonly column: number; readonly text: string }>();
  for (const row of rows) {
    for (const cell of row.cells) {
      const formula = formulaIn(xml, cell);
      if (formula === null) continue;
      const tag = formula.slice(0, formula.indexOf('>') + 1);
      const words = plainXml(formula.slice(tag.length, tag.endsWith('/>') ? undefined : formula.lastIndexOf('</')));
      const kind = attributeOf(tag, 't') ?? 'normal';
      const shared = kind === 'shared' ? (attributeOf(tag, 'si') ?? '') : null;
      const place = { row: row.number, column: cell.column };
      if (shared !== null && words !== '') masters.set(shared, { ...place, text: words });
      const master = shared === null || words !== '' ? undefined : masters.get(shared);
      const text = master
        ? copiedTo(master.text, place.row - master.row, place.column - master.column)
        : kind === 'dataTable'
          ? null
          : words;
      const block = kind === 'array' || kind === 'dataTable' ? (attributeOf(tag, 'ref') ?? null) : null;
      all.push({ ...place, text, element: formula, shared, block });
    }
  }
  const byPlace = new Map(all.map((formula) => [placeKey(formula.row, formula.column), formula]));
  return { all, at: (row, column) => byPlace.get(placeKey(row, column)) };
}

function placeKey(row: number, column: number): number {
  return row * 16_384 + column - 1;
}

/**
 * What formulas are after rows came in, where that is another than before: elements by their cells. A formula that
 * several cells share is written out in each of them once any of them changes.
 *
 * @param isBody whether a row belongs to the table: sums that end with the table's last row grow, its own rows' do not
 */
export function movedFormulas(
  { all }: FormFormulas,
  moves: RowMoves,
  sheet: string,
  prefix: string,
  isBody: (row: number) => boolean,
): { readonly elementOf: (cell: FormulaCell) => string; readonly textOf: (cell: FormulaCell) => string | null } {
  if (moves.insertions.length === 0) {
    return { elementOf: ({ element }) => element, textOf: ({ text }) => text };
  }
  const texts = new Map<FormulaCell, string | null>();
  const broken = new Set<string>();
  for (const cell of all) {
    const { text, row, shared } = cell;
    const moved = text && movedFormula(text, moves, { sheet, isOnSheet: true, grows: !isBody(row) });
    texts.set(cell, moved);
    if (shared !== null && (moved !== text || moves.row(row) !== row)) broken.add(shared);
  }
  const plain = (words: string): string => `<${prefix}f>${escapeXml(words)}</${prefix}f>`;
  return {
    textOf: (cell) => texts.get(cell) ?? cell.text,
    elementOf: (cell) => {
      const text = texts.get(cell) ?? cell.text;
      if (cell.shared !== null) return broken.has(cell.shared) && text !== null ? plain(text) : cell.element;
      const tag = cell.element.slice(0, cell.element.indexOf('>') + 1);
      const placed = cell.block === null ? tag : withAttribute(tag, 'ref', movedBlock(cell.block, moves, false));
      if (text === null || tag.endsWith('/>')) return placed + cell.element.slice(tag.length);
      if (text === cell.text) return placed + cell.element.slice(tag.length);
      return `${placed}${escapeXml(text)}</${prefix}f>`;
    },
  };
}

/** What a formula of a kind that is not taken apart refers to. */
const UNKNOWN: ReturnType<typeof referencesIn> = { spans: [], leadsAnywhere: true };

/** Cells that changed, asked for by blocks. */
export class ChangedCells {
  readonly #columns = new Map<number, Set<number>>();

  add(row: number, column: number): void {
    const rows = this.#columns.get(column);
    if (rows) rows.add(row);
    else this.#columns.set(column, new Set([row]));
  }

  /** Whether any cell of the block changed; columns from 0: whole rows. */
  touches(top: number, bottom: number, left: number, right: number): boolean {
    for (const [column, rows] of this.#columns) {
      if (left > 0 && (column < left || column > right)) continue;
      if (bottom - top < rows.size) {
        for (let row = top; row <= bottom; row++) if (rows.has(row)) return true;
      } else for (const row of rows) if (row >= top && row <= bottom) return true;
    }
    return false;
  }
}

/**
 * Formulas whose last results say nothing any more, because something they are made of changed: also through others.
 * What may lead anywhere is one of them. In the numbers of the sheet as it was.
 */
export function staleFormulas({ all }: FormFormulas, changed: ChangedCells, sheet: string): ReadonlySet<FormulaCell> {
  const stale = new Set<FormulaCell>();
  const known = new Map(all.map((cell) => [cell, cell.text === null ? UNKNOWN : referencesIn(cell.text)]));
  for (let before = -1; before < stale.size; ) {
    before = stale.size;
    for (const [cell, { spans, leadsAnywhere }] of known) {
      if (stale.has(cell)) continue;
      const isTouched = spans.some(
        (span) => isOf(span, sheet, true) && changed.touches(span.top, span.bottom, span.left, span.right),
      );
      if (!isTouched && !leadsAnywhere) continue;
      stale.add(cell);
      const block = cell.block === null ? undefined : cellBlock(cell.block);
      changed.add(cell.row, cell.column);
      if (block === undefined) continue;
      for (let row = block.top; row <= Math.min(block.bottom, block.top + 10_000); row++) {
        for (let column = block.left; column <= Math.min(block.right, block.left + 200); column++)
          changed.add(row, column);
      }
    }
  }
  return stale;
}
