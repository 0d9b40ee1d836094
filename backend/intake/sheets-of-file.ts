import path from 'node:path';
import { KIND_NAMES } from '#backend/files/file-kind.ts';
import { hasSoundChains } from '#backend/files/ole-check.ts';
import { openPackage } from '#backend/files/package-parts.ts';
import { ADVICE } from '#backend/sheets/advice.ts';
import { BLANK_CELL } from '#backend/sheets/cell-value.ts';
import { openFile, type ReadSheetsOptions, readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { type Block, SheetBuilder, SheetTooLarge } from '#backend/sheets/sheet-builder.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import { type DocumentTable, tablesOfDocument } from '../documents/tables-of-document.ts';

/** Lines before and after a table that may say whose it is: more is the text of a document. */
const LINES_AROUND = 12;

/**
 * Any file with tables → sheets of cells: workbooks as backend/sheets/read-sheets.ts, and the tables of Word documents,
 * each as a sheet with the lines above and below it as rows.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError as backend/sheets/read-sheets.ts; of a document its like (FILE_TOO_LARGE, WORKBOOK_BOMB, …)
 */
export async function sheetsOfFile(
  bytes: Uint8Array,
  file: string,
  options: ReadSheetsOptions = {},
): Promise<readonly SheetRead[]> {
  const { kind, bytes: plain } = await openFile(bytes, file, options);
  if (kind !== 'docx' && kind !== 'doc') return await readSheets(plain, file, options);
  if (kind === 'docx') await checkParagraphs(plain, file);
  else if (!hasSoundChains(plain)) throw new AppError('WORKBOOK_DAMAGED', { file });
  const tables = await tablesOfDocument(kind, plain, file).catch((error: unknown) =>
    Promise.reject(asOfWorkbook(error)),
  );
  if (tables.length === 0) {
    throw new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES[kind], advice: ADVICE[kind] });
  }
  const name = path.parse(file).name;
  const counts = { cells: 0, formatted: 0 };
  try {
    return tables.map((table, index) => sheetOf(table, index === 0 ? name : `${name}（表${index + 1}）`, counts));
  } catch (cause) {
    if (cause instanceof SheetTooLarge) throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    throw cause;
  }
}

/** A document's table with the lines around it, as a sheet. */
function sheetOf(
  { before, table, after }: DocumentTable,
  name: string,
  counts: { cells: number; formatted: number },
): SheetRead {
  const into = new SheetBuilder(name, false, counts);
  const above = before.slice(-LINES_AROUND);
  for (const [index, line] of above.entries()) into.addCell(index + 1, 1, { ...BLANK_CELL, text: line });
  const start = above.length + 1;
  /** Merged blocks by their first cell. */
  const blocks = new Map<string, Block>();
  for (const [index, cells] of table.rows.entries()) {
    const row = start + index;
    into.addRow(row, false);
    for (const [column, { text, originRow, originColumn, struck }] of cells) {
      const isOwn = originRow === index && originColumn === column;
      if (isOwn && text !== '') {
        into.addCell(row, column + 1, { ...BLANK_CELL, text, trouble: struck === true ? 'struck-out' : null });
      }
      if (isOwn) continue;
      const key = `${originRow}:${originColumn}`;
      const block = blocks.get(key) ?? { top: start + originRow, left: originColumn + 1, bottom: row, right: 0 };
      blocks.set(key, { ...block, bottom: row, right: Math.max(block.right, column + 1) });
    }
  }
  for (const { top, left, bottom, right } of blocks.values()) {
    into.addMerge({ top, left, bottom, right: Math.max(left, right) });
  }
  for (const [index, line] of after.slice(0, LINES_AROUND).entries()) {
    into.addCell(start + table.rows.length + index, 1, { ...BLANK_CELL, text: line });
  }
  return into.build();
}

/** Paragraphs of a document with a form in it; its reader takes a tenth of a millisecond for each. */
const PARAGRAPHS_MAX = 20_000;
const RUNS_MAX = 100_000;

/** @throws AppError WORKBOOK_BOMB when the reader of documents would be at it for too long */
async function checkParagraphs(bytes: Uint8Array, file: string): Promise<void> {
  const { part } = await openPackage(bytes, file);
  // Whatever is wrong with the part, its reader says it.
  const body = await part('word/document.xml').catch(() => undefined);
  if (body === undefined) return;
  const xml = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  const count = (tag: RegExp, most: number): boolean => {
    let seen = 0;
    for (const _ of xml.matchAll(tag)) if (++seen > most) return true;
    return false;
  };
  if (count(/<w:p[\s/>]/g, PARAGRAPHS_MAX) || count(/<w:r[\s/>]/g, RUNS_MAX))
    throw new AppError('WORKBOOK_BOMB', { file });
}

const CODES: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  PLAN_TOO_LARGE: 'FILE_TOO_LARGE',
  DOCUMENT_BOMB: 'WORKBOOK_BOMB',
  DOCUMENT_ENCRYPTED: 'WORKBOOK_ENCRYPTED',
};

/** A document's refusal in the words for tables: there it is no plan that was not read. */
function asOfWorkbook(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (error.code === 'DOCUMENT_KIND_UNSUPPORTED') {
    const { file = '' } = error.details;
    return new AppError(
      'WORKBOOK_KIND_UNSUPPORTED',
      { file, kind: KIND_NAMES.doc, advice: ADVICE.doc },
      { cause: error },
    );
  }
  const code = CODES[error.code];
  return code === undefined ? error : new AppError(code, error.details, { cause: error });
}
