import type { Workbook } from 'exceljs';

/**
 * The only module that knows exceljs, so that a fork can take its place (pitfall 37).
 * The library is loaded on first use: it costs more than 100 ms, which no start of the program should pay.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  await knowChineseFormats();
  return new exceljs.Workbook();
}

/**
 * Chinese Excel calls its date formats (2021年10月8日) by number alone. The library has their codes, but not where it
 * looks for them, and would read such dates as numbers.
 */
async function knowChineseFormats(): Promise<void> {
  const { default: formats } = await import('exceljs/lib/xlsx/defaultnumformats.js');
  for (const format of Object.values(formats)) {
    const code = format['zh-cn'];
    if (code !== undefined) format.f ??= code;
  }
}

/** Loads the library ahead of its first use. */
export async function loadWorkbookLibrary(): Promise<void> {
  await newWorkbook();
}
