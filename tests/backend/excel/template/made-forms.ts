import ExcelJS from 'exceljs';
import { readTemplate } from '#backend/excel/template/read-template.ts';
import { sheetsOfXlsx } from '#backend/sheets/sheets-of-xlsx.ts';
import type { TemplateMapping, TemplatePlace } from '#shared/domain/template.ts';

/** A cell by its name, and what stands in it. */
type Cells = Readonly<Record<string, ExcelJS.CellValue>>;

export type MadeSheet = {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly cells: Cells;
  readonly merges?: readonly string[];
  readonly hiddenColumns?: readonly string[];
  /** Rows from … to …, columns up to …, that have borders and nothing in them. */
  readonly ruled?: readonly [from: number, to: number, columns: number];
  readonly password?: string;
};

/** A workbook such as superiors send. */
export async function madeForm(...sheets: readonly MadeSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [index, made] of sheets.entries()) {
    const sheet = workbook.addWorksheet(made.name ?? `Sheet${index + 1}`);
    if (made.hidden) sheet.state = 'hidden';
    for (const [place, value] of Object.entries(made.cells)) sheet.getCell(place).value = value;
    if (made.ruled) {
      const [from, to, columns] = made.ruled;
      for (let row = from; row <= to; row++) {
        for (let column = 1; column <= columns; column++) {
          sheet.getCell(row, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
        }
      }
    }
    for (const block of made.merges ?? []) sheet.mergeCells(block);
    for (const column of made.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
    if (made.password !== undefined) await sheet.protect(made.password, {});
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Cells of a row from a column on: `row(3, ['序号', '任务'])`; `null` leaves one out. */
export function row(number: number, values: readonly (ExcelJS.CellValue | null)[], from = 1): Cells {
  return Object.fromEntries(
    values.flatMap((value, index) => {
      const letters =
        from + index > 26 ? `A${String.fromCharCode(64 + from + index - 26)}` : String.fromCharCode(64 + from + index);
      return value === null ? [] : [[`${letters}${number}`, value] as const];
    }),
  );
}

/** What is read of a made form; `null` when no table is found. */
export async function readMade(
  sheets: readonly MadeSheet[],
  options: { readonly place?: TemplatePlace; readonly example?: readonly MadeSheet[] } = {},
): Promise<TemplateMapping | null> {
  const example = options.example && (await sheetsOfXlsx(await madeForm(...options.example), '示例.xlsx'));
  const read = readTemplate(await sheetsOfXlsx(await madeForm(...sheets), '表.xlsx'), {
    place: options.place,
    example,
  });
  return read.mapping;
}

/** The columns as `C responsible` and, in doubt, `C responsible?`; `-`: nothing is filled in. */
export function meanings(mapping: TemplateMapping | null): readonly string[] {
  return (mapping?.columns ?? []).map(({ column, field, sure }) => `${column} ${field ?? '-'}${sure ? '' : '?'}`);
}
