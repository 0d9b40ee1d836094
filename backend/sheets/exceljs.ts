import type { Workbook } from 'exceljs';

/**
 * The only module that knows exceljs, which writes workbooks and reads none, so that a fork can take its place (pitfall 37).
 * The library is loaded on first use: it costs more than 100 ms, which no start of the program should pay.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  return new exceljs.Workbook();
}

/** Loads the library ahead of its first use. */
export async function loadWorkbookLibrary(): Promise<void> {
  await newWorkbook();
}
