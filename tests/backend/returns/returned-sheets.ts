import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { NO_HINTS, type ReturnHints, readReturn } from '#backend/returns/tables/read-return.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';

/** A cell by its words or its number, or with what else is known of it. */
export type Given = string | number | null | undefined | Partial<CellRead>;

function cellRead(given: Given, row: number, column: number): CellRead | undefined {
  if (given === null || given === undefined || given === '') return undefined;
  const known =
    typeof given === 'object' ? given : { text: String(given), number: typeof given === 'number' ? given : null };
  return {
    text: '',
    number: null,
    percent: false,
    isoDate: null,
    monthOnly: false,
    error: false,
    merged: false,
    originRow: row,
    originColumn: column,
    trouble: null,
    ...known,
  };
}

type Block = readonly [top: number, left: number, bottom: number, right: number];

/** A sheet as its rows of cells; `merges` as rows and columns from 1, `null` among the rows for one that is not there. */
export function sheetRead(
  rows: readonly (readonly Given[])[],
  more: Partial<Omit<SheetRead, 'rows'>> & {
    readonly merges?: readonly Block[];
    readonly hiddenRows?: readonly number[];
  } = {},
): SheetRead {
  const { merges = [], hiddenRows = [], ...sheet } = more;
  const all = rows.map((cells, index) => {
    const read = new Map<number, CellRead>();
    for (const [at, given] of cells.entries()) {
      const cell = cellRead(given, index + 1, at + 1);
      if (cell) read.set(at + 1, cell);
    }
    return read;
  });
  for (const [top, left, bottom, right] of merges) {
    const origin = all[top - 1]?.get(left);
    if (!origin) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) all[row - 1]?.set(column, { ...origin, merged: true });
      }
    }
  }
  const filled = all.flatMap((cells, index): RowRead[] =>
    cells.size === 0
      ? []
      : [
          {
            number: index + 1,
            hidden: hiddenRows.includes(index + 1),
            cells: new Map([...cells].toSorted(([a], [b]) => a - b)),
          },
        ],
  );
  return { name: '填报表', hidden: false, remarks: [], hiddenColumns: new Set(), ...sheet, rows: filled };
}

/** The only table of one sheet or of several. */
export function tableOf(
  sheets: SheetRead | readonly SheetRead[],
  file = 'x.xlsx',
  hints: ReturnHints = NO_HINTS,
): ParsedTable {
  const list: readonly SheetRead[] = 'rows' in sheets ? [sheets] : sheets;
  const { tables } = readReturn(list, file, hints);
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

/** The first table of a file. */
export async function readTable(bytes: Uint8Array, file: string): Promise<ParsedTable> {
  const [table] = readReturn(await readSheets(bytes, file), file).tables;
  if (!table) throw new Error('no table');
  return table;
}

/** A row of a table that must be there: the first, or the one asked for. */
export function rowOf(parsed: ParsedTable, index = 0): ReturnedRow {
  const row = parsed.rows[index];
  if (!row) throw new Error('no such row');
  return row;
}

/** The texts of a row by field; `undefined` for a field without a column. */
export function textsOf(row: ReturnedRow): Record<string, string | undefined> {
  return Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, row.fields[field]?.text]));
}
