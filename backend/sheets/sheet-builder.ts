import type { CellRead } from './cell-text.ts';
import { BLANK_CELL, type CellValue } from './cell-value.ts';
import type { RowRead, SheetRead, SheetRemark } from './sheet.ts';

/**
 * What one sheet may hold. A table of tasks has a few hundred rows; these keep a hostile file from taking minutes and
 * all memory, and are far from anything a person fills in.
 */
export const SHEET_LIMITS = {
  /** Rows that hold anything. Empty ones do not count: borders drawn down the sheet make thousands of them. */
  rows: 20_000,
  /** Cells that hold anything, of all sheets together. */
  cells: 600_000,
  /** Columns; what stands further right is named, and not read. */
  columns: 1_000,
  /** Merged blocks. */
  merges: 5_000,
  /** Cells in merged blocks, together, within the used part of the sheet: each is written out. */
  mergedCells: 200_000,
  /** Columns a merged block is followed to where nothing else stands. */
  mergedColumns: 60,
  /** Columns hidden in one go; beyond what is used it does not matter. */
  hiddenColumns: 500,
  /** Numbers shown by their format; the rest is read as it is stored, and said so. */
  formatted: 100_000,
  remarks: 500,
  /** Characters of one remark. */
  remarkLength: 2_000,
} as const;

/** A sheet, or what it is merged of, is larger than {@link SHEET_LIMITS}. */
export class SheetTooLarge extends Error {}

export type Block = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/**
 * Puts a sheet together, whatever kind of file it comes from: cells in any order, merged blocks written out, remarks,
 * what is hidden. Keeps the limits.
 */
export class SheetBuilder {
  readonly #name: string;
  readonly #hidden: boolean;
  readonly #rows = new Map<number, { hidden: boolean; readonly cells: Map<number, CellRead> }>();
  /** Rows told to be hidden that hold nothing so far. */
  readonly #hiddenRows = new Set<number>();
  readonly #merges: Block[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #remarks: SheetRemark[] = [];
  readonly #unread = new Set<string>();
  readonly #shared: { cells: number; formatted: number };
  #lastRow = 0;
  #lastColumn = 0;

  /** @param counts what all sheets of a file have used up together */
  constructor(name: string, hidden: boolean, counts: { cells: number; formatted: number }) {
    this.#name = name;
    this.#hidden = hidden;
    this.#shared = counts;
  }

  /** Says of a row, which may hold nothing, that it is there. */
  addRow(number: number, hidden: boolean): void {
    this.#lastRow = Math.max(this.#lastRow, number);
    const row = this.#rows.get(number);
    if (row !== undefined) row.hidden &&= hidden;
    else if (hidden) this.#hiddenRows.add(number);
    else this.#hiddenRows.delete(number);
  }

  /** @throws SheetTooLarge */
  addCell(row: number, column: number, value: CellValue): void {
    if (column > SHEET_LIMITS.columns) {
      this.addUnread(`第 ${SHEET_LIMITS.columns} 列以后还有内容，没有读取`);
      return;
    }
    const cells = this.#cellsOf(row);
    if (++this.#shared.cells > SHEET_LIMITS.cells) throw new SheetTooLarge('cells');
    if (cells.has(column)) this.addUnread('有单元格在文件中出现了两次，只读取了后一次');
    cells.set(column, { ...value, merged: false, originRow: row, originColumn: column });
    this.#lastColumn = Math.max(this.#lastColumn, column);
  }

  /** @param block `undefined` for one that is written as no program writes it */
  addMerge(block: Block | undefined): void {
    if (block === undefined) this.addUnread('有合并单元格的范围无法识别，按未合并读取');
    else if (this.#merges.push(block) > SHEET_LIMITS.merges) throw new SheetTooLarge('merges');
  }

  hideColumns(first: number, last: number): void {
    if (!(first >= 1)) return;
    const end = Math.min(last, first + SHEET_LIMITS.hiddenColumns);
    for (let column = first; column <= end; column++) this.#hiddenColumns.add(column);
  }

  addRemark(remark: SheetRemark): void {
    if (this.#remarks.length < SHEET_LIMITS.remarks) {
      this.#remarks.push({ ...remark, text: remark.text.slice(0, SHEET_LIMITS.remarkLength) });
    }
  }

  /** @param sentence in Chinese: what of the sheet could not be read */
  addUnread(sentence: string): void {
    this.#unread.add(sentence);
  }

  /** Whether there is time to show one more number by its format. */
  mayFormat(): boolean {
    if (++this.#shared.formatted <= SHEET_LIMITS.formatted) return true;
    this.addUnread('数字过多，其余的按存储的原值读取');
    return false;
  }

  /**
   * Cells of a formula over several cells that hold no value of their own: their results are not in the file.
   *
   * @param blank places (`row:column`) whose result is an empty string
   */
  markUncalculated({ top, left, bottom, right }: Block, blank: ReadonlySet<string>): void {
    for (let row = top; row <= Math.min(bottom, this.#lastRow); row++) {
      const cells = this.#rows.get(row)?.cells;
      if (cells === undefined) continue;
      for (let column = left; column <= Math.min(right, left + SHEET_LIMITS.mergedColumns); column++) {
        if (cells.has(column) || blank.has(`${row}:${column}`)) continue;
        this.addCell(row, column, { ...BLANK_CELL, trouble: 'no-result' });
      }
    }
  }

  /** @throws SheetTooLarge */
  build(): SheetRead {
    this.#writeOutMerges();
    const rows = [...this.#rows]
      .filter(([, { cells }]) => cells.size > 0)
      .toSorted(([one], [other]) => one - other)
      .map(([number, { hidden, cells }]): RowRead => ({ number, hidden, cells: inOrder(cells) }));
    const unread = [...this.#unread].map((text): SheetRemark => ({ kind: 'unread', row: null, column: null, text }));
    return {
      name: this.#name,
      hidden: this.#hidden,
      rows,
      remarks: [...unread, ...this.#remarks],
      hiddenColumns: this.#hiddenColumns,
      blankBlocks: this.#merges.filter(({ top, left }) => !this.#rows.get(top)?.cells.has(left)),
    };
  }

  #writeOutMerges(): void {
    let room: number = SHEET_LIMITS.mergedCells;
    const lastColumn = this.#lastColumn;
    for (const { top, left, bottom, right } of this.#merges) {
      const origin = this.#rows.get(top)?.cells.get(left);
      const lastRow = Math.min(bottom, this.#lastRow);
      const last = Math.min(right, Math.max(lastColumn, left + SHEET_LIMITS.mergedColumns));
      for (let row = top; row <= lastRow; row++) {
        const cells = this.#rows.get(row)?.cells;
        for (let column = left; column <= last; column++) {
          if (--room < 0) throw new SheetTooLarge('merged cells');
          if (row === top && column === left) continue;
          // Whatever is stored under a merged block is not shown.
          if (origin === undefined) cells?.delete(column);
          else if (cells !== undefined) cells.set(column, { ...origin, merged: true });
          else this.#cellsOf(row).set(column, { ...origin, merged: true });
        }
      }
    }
  }

  /** The cells of a row, which is one from now on. @throws SheetTooLarge */
  #cellsOf(number: number): Map<number, CellRead> {
    const known = this.#rows.get(number);
    if (known !== undefined) return known.cells;
    if (this.#rows.size >= SHEET_LIMITS.rows) throw new SheetTooLarge('rows');
    this.#lastRow = Math.max(this.#lastRow, number);
    const cells = new Map<number, CellRead>();
    this.#rows.set(number, { hidden: this.#hiddenRows.has(number), cells });
    return cells;
  }
}

function inOrder(cells: ReadonlyMap<number, CellRead>): ReadonlyMap<number, CellRead> {
  let before = 0;
  for (const column of cells.keys()) {
    if (column < before) return new Map([...cells].toSorted(([one], [other]) => one - other));
    before = column;
  }
  return cells;
}
