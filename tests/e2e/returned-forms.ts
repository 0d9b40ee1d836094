// Forms as the program sent them, filled in as an agency would.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { answerDialogs, type Desk, eventually, type Program } from './program.ts';

/** What an agency writes into a row, by the head of the column. */
export type FilledRow = Readonly<Record<string, string | number>>;

/** Sends the forms of the period to the desk. @returns their paths, in the order of their names */
export async function sendForms({ app, window }: Program, desk: Desk): Promise<readonly string[]> {
  await answerDialogs(app, { open: [desk.folder] });
  await window.getByTestId('forms-open').click();
  await window.getByTestId('forms-send').click();
  const forms = () => fs.readdirSync(desk.folder).filter((name) => /—2021年.*\.xlsx$/u.test(name));
  await eventually(() => forms().length).toBe(25);
  await window.getByTestId('toast').filter({ hasText: '填报表' }).first().waitFor();
  return forms()
    .toSorted()
    .map((name) => path.join(desk.folder, name));
}

/**
 * Fills a form in place, or into a copy.
 *
 * @param row what stands in the nth row; `null` leaves it as it was sent
 */
export async function fillForm(
  file: string,
  row: (nth: number) => FilledRow | null,
  { into = file, unit }: { readonly into?: string; readonly unit?: string } = {},
): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const heads = new Map<string, number>();
  let nth = 0;
  book.worksheets[0]?.eachRow((line) => {
    line.eachCell((cell) => {
      if (unit !== undefined && String(cell.value).startsWith('填报单位')) cell.value = `填报单位：${unit}`;
    });
    if (line.getCell(1).value === '序号') line.eachCell((cell, column) => heads.set(String(cell.value), column));
    else if (typeof line.getCell(1).value === 'number') {
      for (const [head, value] of Object.entries(row(nth) ?? {})) {
        const column = heads.get(head);
        if (column === undefined) throw new Error(`the form has no column ${head}`);
        line.getCell(column).value = value;
      }
      nth += 1;
    }
  });
  if (nth === 0) throw new Error(`no rows in ${file}`);
  await book.xlsx.writeFile(into);
  return into;
}

/** Takes files in through the toolbar, and waits for the screen of returns. */
export async function takeReturned({ app, window }: Program, files: readonly string[]): Promise<void> {
  await answerDialogs(app, { open: files });
  await window.getByTestId('returns-open').click();
  await window.getByTestId('returns').waitFor();
  await window
    .getByTestId('toast')
    .filter({ hasText: `收到 ${files.length} 份` })
    // The newest stands first; older ones are hidden behind it.
    .first()
    .waitFor();
}

/** The line of a return in the list, by words of it. */
export function returnLine(window: Page, words: string) {
  return window.locator('.return-line', { hasText: words }).first();
}

/** The row of an item, by the words of its field and its place among those on show. */
export function itemRow(window: Page, words: string) {
  return window.locator('.item-row', { hasText: words }).first();
}
