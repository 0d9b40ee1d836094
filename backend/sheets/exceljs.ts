import type { Workbook } from 'exceljs';

/**
 * The only module that knows exceljs, which writes workbooks and reads none, so that a fork can take its place (pitfall 37).
 * It is loaded on first use: that costs more than 100 ms, which no start of the program should pay. Only its workbook is:
 * its other half, which reads and writes as a stream, brings four times as many modules and 16 MB, and nobody asks for it.
 */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExceljsWorkbook } = await import('exceljs/lib/doc/workbook.js');
  return new ExceljsWorkbook();
}

/** Loads the library ahead of its first use. */
export async function loadWorkbookLibrary(): Promise<void> {
  await newWorkbook();
}
