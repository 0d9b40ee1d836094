import { cellName } from './cell-name.ts';
import type { CellRead, CellTrouble } from './cell-text.ts';
import type { CellBlock } from './xlsx/cell-place.ts';

/** A sheet of a workbook, new or old, as {@link file://./read-sheets.ts} gives it. Rows and columns count from 1. */
export type SheetRead = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold anything, in order; empty cells are left out. */
  readonly rows: readonly RowRead[];
  /** What a person sees on the sheet and no cell says. */
  readonly remarks: readonly SheetRemark[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** Merged blocks that hold nothing: prepared rows of a form. */
  readonly blankBlocks?: readonly CellBlock[];
};

/**
 * A comment (批注), a text box, a picture: where it is, as far as known, and its words; of a picture none. `unread`: a
 * Chinese sentence on what of the sheet could not be read, which casts a doubt on all of it.
 */
export type SheetRemark = {
  readonly kind: 'comment' | 'text-box' | 'picture' | 'unread';
  readonly row: number | null;
  readonly column: number | null;
  readonly text: string;
};

export type RowRead = {
  readonly number: number;
  /** Not shown, as after filtering. */
  readonly hidden: boolean;
  readonly cells: ReadonlyMap<number, CellRead>;
};

/** Rows of a table of words; a table of tasks has a few hundred. */
const TABLE_ROWS_MAX = 20_000;

/** One cell of a table from outside, a document's or a sheet's: words alone. Line breaks inside it are `\n`. */
export type RawCell = {
  readonly text: string;
  /** Zero-based place of the first cell of the merged block it belongs to, or its own. */
  readonly originRow: number;
  readonly originColumn: number;
  /** Some of its words are struck out; left out where nobody looked. */
  readonly struck?: boolean;
  /** Of a workbook: why the words are not to be taken as they stand, with their place (B5 的公式没有结果). */
  readonly trouble?: string;
};

/** A table as its file gives it; empty cells may be left out. Rows and columns count from 0. */
export type RawTable = {
  /** Name of the sheet, else empty. */
  readonly name: string;
  readonly rows: readonly ReadonlyMap<number, RawCell>[];
};

/** A sheet as a table of words, for a reader that knows tables of any document. */
export type SheetTable = {
  readonly table: RawTable;
  readonly hidden: boolean;
  /** Rows with words that the sheet does not show, as after filtering. */
  readonly hiddenRows: number;
};

const TROUBLES: Readonly<Record<CellTrouble, string>> = {
  'no-result': '的公式没有结果',
  'struck-out': '的文字有删除线',
  'not-shown': '的内容在表中不显示',
  lost: '的文字已丢失',
  picture: '是一张图片',
};

/** The sheet's words alone: dates as a plan writes them, error values such as #N/A as nothing, with their trouble. */
export function tableOf({ name, hidden, rows }: SheetRead): SheetTable {
  const height = Math.min(rows.at(-1)?.number ?? 0, TABLE_ROWS_MAX);
  const table: Map<number, RawCell>[] = Array.from({ length: height }, () => new Map());
  for (const { number, cells } of rows) {
    for (const [column, cell] of cells) {
      const words = cell.isoDate === null ? cell.text.trim() : chineseDate(cell.isoDate, cell.monthOnly);
      const trouble = troubleOf(cell);
      table[number - 1]?.set(column - 1, {
        text: cell.error ? '' : words,
        ...(trouble === undefined ? {} : { trouble: `${cellName(cell.originRow, cell.originColumn)} ${trouble}` }),
        originRow: cell.originRow - 1,
        originColumn: cell.originColumn - 1,
      });
    }
  }
  return { table: { name, rows: table }, hidden, hiddenRows: rows.filter((row) => row.hidden).length };
}

function troubleOf({ error, text, trouble }: CellRead): string | undefined {
  if (error) return `的公式出错（${text}）`;
  return trouble === null ? undefined : TROUBLES[trouble];
}

/** 2021年10月8日; without its day when the cell shows none, and so means the month. */
function chineseDate(isoDate: string, monthOnly: boolean): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${monthOnly ? '' : `${Number(day)}日`}`;
}
