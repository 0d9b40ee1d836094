import type { LightColour } from '#shared/domain/light.ts';
import type { FontChoice } from './fonts.ts';
import { lightFill } from './light-fills.ts';
import type { CellContent, CellPlan, CellStyle, RowPlan, SheetBlock } from './sheet-plan.ts';
import { cellStyle, DATE_FORMAT, GENERAL_FORMAT, percentFormat, TEXT_FORMAT, textFormat } from './styles.ts';
import type { Table, TableColumn } from './table.ts';
import { heightOf, linesOf, ROW_HEIGHT_MAX } from './text-metrics.ts';

/** Rows that share a merged cell in some column, from the first row of the block on. */
type OpenBlock = {
  readonly column: number;
  readonly key: number | string;
  readonly top: number;
  readonly text: string;
};

/** @param percent whether a number is a share of 1 */
export function formatOf(percent: boolean, content: CellContent): string {
  if (content === null) return TEXT_FORMAT;
  if (typeof content === 'string') return textFormat(content);
  if (typeof content === 'number') return percent ? percentFormat(content) : wholeOrAsIs(content);
  if ('date' in content) return DATE_FORMAT;
  return formatOf(percent, content.result);
}

function wholeOrAsIs(content: number): string {
  return Number.isInteger(content) ? '0' : GENERAL_FORMAT;
}

type LookOf = (content: CellContent, light: LightColour) => CellStyle;

/** The looks of one column's cells, made once per table. */
function bodyLooks(
  { align, percent = false }: Pick<TableColumn<never>, 'align' | 'percent'>,
  font: FontChoice,
): LookOf {
  const looks = new Map<string, CellStyle>();
  return (content, light) => {
    const numFmt = formatOf(percent, content);
    const key = light === 'none' ? numFmt : `${light} ${numFmt}`;
    let look = looks.get(key);
    if (!look) {
      look = cellStyle(font, { align, numFmt, fill: lightFill(light) });
      looks.set(key, look);
    }
    return look;
  };
}

/**
 * The table's rows between its heads and its foot, one after another. A row is held back only while a merged cell that
 * it belongs to is open: such a cell's height is shared out when its last row is known.
 */
export class TableBody<Row> {
  readonly #columns: readonly TableColumn<Row>[];
  readonly #size: number;
  readonly #looks: readonly LookOf[];
  readonly #merges: SheetBlock[];
  /** Rows not given out yet; the first one stands in sheet row `#first`. */
  #held: RowPlan[] = [];
  #first: number;
  #heldHeight = 0;
  readonly #open = new Map<number, OpenBlock>();

  /**
   * @param top the sheet's row of the first one
   * @param merges where merged cells are noted, in the order in which they end
   */
  constructor({ columns, fonts }: Pick<Table<Row>, 'columns' | 'fonts'>, top: number, merges: SheetBlock[]) {
    this.#columns = columns;
    this.#size = fonts.body.size;
    this.#looks = columns.map((column) => bodyLooks(column, fonts.body));
    this.#merges = merges;
    this.#first = top;
  }

  /** The sheet's row of the first row held back; those above it are finished. */
  get firstHeld(): number {
    return this.#first;
  }

  /** The sheet's row that comes next. */
  get next(): number {
    return this.#first + this.#held.length;
  }

  /**
   * Adds a row.
   *
   * @param blockMax points that rows under one merged cell may take together; a taller block is parted, and says again
   *   what it is about
   * @returns rows that are finished, and were held back together
   */
  add(row: Row, blockMax: number): readonly RowPlan[] {
    const values = this.#columns.map((column) => column.cell(row));
    const keys = this.#columns.map((column) => column.mergeKey?.(row));
    const height = heightOf(this.#linesOf(values, keys), this.#size);
    const isParted = this.#heldHeight + height > blockMax;
    const cells: CellPlan[] = [];
    for (const [index, column] of this.#columns.entries()) {
      const value = values[index] ?? null;
      const style = this.#looks[index]?.(value, column.light?.(row) ?? 'none') ?? NO_LOOK;
      const key = keys[index];
      const block = this.#open.get(index);
      if (!isParted && key !== undefined && block?.key === key) {
        cells.push({ value: null, style });
        continue;
      }
      if (block) this.#close(block);
      if (key !== undefined) {
        this.#open.set(index, { column: index, key, top: this.next, text: typeof value === 'string' ? value : '' });
      }
      cells.push({ value, style });
    }
    const done = this.#release();
    this.#held.push({ height, cells });
    this.#heldHeight = this.#held.reduce((sum, held) => sum + (held.height ?? 0), 0);
    return done;
  }

  /** Lines of the tallest text that stands in this row alone. */
  #linesOf(values: readonly CellContent[], keys: readonly (number | string | undefined)[]): number {
    let lines = 1;
    for (const [index, value] of values.entries()) {
      if (typeof value !== 'string' || value === '' || keys[index] !== undefined) continue;
      lines = Math.max(lines, linesOf(value, this.#columns[index]?.width ?? 1, this.#size));
    }
    return lines;
  }

  /** Ends all merged cells. @returns the rows held back; what comes next takes `count` rows of its own */
  end(count: number): readonly RowPlan[] {
    for (const block of [...this.#open.values()]) this.#close(block);
    const done = this.#release();
    this.#first += count;
    return done;
  }

  /** Rows above all open merged cells will not change any more. */
  #release(): readonly RowPlan[] {
    const top = Math.min(this.next, ...[...this.#open.values()].map((block) => block.top));
    // Nothing is copied while a merged cell is open: a task of thousands of agencies would take the square of them.
    if (top === this.#first) return [];
    const done = this.#held.slice(0, top - this.#first);
    this.#held = this.#held.slice(done.length);
    this.#first = top;
    return done;
  }

  /** Merges the block's rows and, when its text needs more than their height, gives them what is missing in equal parts. */
  #close({ column, top, text }: OpenBlock): void {
    this.#open.delete(column);
    const from = top - this.#first;
    const rows = this.#held.slice(from);
    if (rows.length > 1) this.#merges.push({ top, left: column + 1, bottom: this.next - 1, right: column + 1 });
    const needed = heightOf(linesOf(text, this.#columns[column]?.width ?? 1, this.#size), this.#size);
    const missing = needed - rows.reduce((sum, row) => sum + (row.height ?? 0), 0);
    if (missing <= 0) return;
    const share = Math.ceil(missing / rows.length);
    for (const [index, row] of rows.entries()) {
      this.#held[from + index] = { ...row, height: Math.min(ROW_HEIGHT_MAX, (row.height ?? 0) + share) };
    }
  }
}

const NO_LOOK = cellStyle({ name: '宋体', size: 11, bold: false });
