import { AppError } from '#shared/errors.ts';
import { readWorkbook } from '../excel/workbook.ts';
import { checkZip } from '../excel/zip-check.ts';
import { type DocumentContent, DocumentText } from './document-text.ts';
import type { RawCell, RawTable } from './tables/grid.ts';
import { findPlanHead } from './tables/plan-head.ts';

/** A sheet of a workbook, new or old. */
export type SheetTable = { readonly table: RawTable; readonly hidden: boolean };

/** Rows that are read of a sheet; a table of tasks has a few hundred. */
export const SHEET_ROWS_MAX = 20_000;

/**
 * Reads a workbook of today.
 *
 * @throws AppError as backend/excel/zip-check.ts, and WORKBOOK_DAMAGED
 */
export async function readNewWorkbook(bytes: Uint8Array, file: string): Promise<readonly SheetTable[]> {
  await checkZip(bytes, file);
  const sheets = await readWorkbook(bytes).catch((cause: unknown) =>
    Promise.reject(new AppError('WORKBOOK_DAMAGED', { file }, { cause })),
  );
  return sheets.map(({ name, hidden, rows }) => {
    const height = Math.min(rows.at(-1)?.number ?? 0, SHEET_ROWS_MAX);
    const table: Map<number, RawCell>[] = Array.from({ length: height }, () => new Map());
    for (const { number, cells } of rows) {
      for (const [column, cell] of cells) {
        const text = cell.isoDate === null ? cell.text.trim() : chineseDay(cell.isoDate);
        table[number - 1]?.set(column - 1, {
          text,
          originRow: cell.originRow - 1,
          originColumn: cell.originColumn - 1,
        });
      }
    }
    return { table: { name, rows: table }, hidden };
  });
}

/**
 * Chooses the sheet that holds the plan: the table of tasks with most rows, else the first visible sheet with words.
 * A plan is read from one sheet; the others are often summaries of it.
 */
export function chooseSheet(sheets: readonly SheetTable[]): DocumentContent {
  const drafts = sheets
    .filter(({ table }) => table.rows.some((row) => row.size > 0))
    .map(({ table, hidden }) => {
      const text = new DocumentText();
      text.addTable(withoutEmptyRows(table));
      const content = text.content();
      const isPlan = content.grids.some((grid) => findPlanHead(grid) !== undefined);
      return { name: table.name, hidden, content, isPlan, rows: table.rows.filter((row) => row.size > 0).length };
    })
    .toSorted(
      (a, b) =>
        Number(a.hidden) - Number(b.hidden) ||
        Number(b.isPlan) - Number(a.isPlan) ||
        Number(b.isPlan) * (b.rows - a.rows),
    );
  const [chosen] = drafts;
  if (chosen === undefined) return new DocumentText().content();
  const others = drafts.filter((draft) => draft !== chosen && draft.isPlan && !draft.hidden).length;
  const note = `另有${others}张工作表也像任务表，只读取了“${chosen.name}”，请核对是否漏了任务。`;
  return { ...chosen.content, notes: others > 0 ? [note] : [] };
}

/** Rows without any cell go; merged blocks keep their places among those that stay. */
function withoutEmptyRows(table: RawTable): RawTable {
  const kept = table.rows.flatMap((cells, row) => (cells.size > 0 ? [row] : []));
  const place = new Map(kept.map((row, index) => [row, index] as const));
  const rows = kept.map((row) => {
    const cells = table.rows[row] ?? new Map<number, RawCell>();
    return new Map(
      [...cells].map(([column, cell]) => [column, { ...cell, originRow: place.get(cell.originRow) ?? 0 }]),
    );
  });
  return { name: table.name, rows };
}

/** A date as a plan writes it, so that its reader knows it: 2021年10月8日. */
export function chineseDay(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
