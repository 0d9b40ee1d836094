import path from 'node:path';
import { decodeText, PLAN_BYTES_LIMIT } from '#backend/files/decode-text.ts';
import { KIND_NAMES } from '#backend/files/file-kind.ts';
import { AppError } from '#shared/errors.ts';
import { ADVICE } from './advice.ts';
import { textValue } from './cell-value.ts';
import { numberFormat } from './number-format.ts';
import type { SheetRead } from './sheet.ts';
import { SheetBuilder, SheetTooLarge } from './sheet-builder.ts';

/** What parts the cells of a row, the likeliest first. */
const SEPARATORS = [',', '\t', ';', '|'] as const;
/** Rows that say which one it is. */
const SAMPLE_ROWS = 60;
const GENERAL = numberFormat('General');
/** ="007": how a table of commas keeps a number as it is written. */
const KEPT_AS_TEXT = /^="([^"]*)"$/;

/**
 * A table of commas, tabs or semicolons, in UTF-8, UTF-16 or GB18030, as Excel and WPS save it. All cells are words.
 *
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB; WORKBOOK_KIND_UNSUPPORTED for a text without a table
 */
export function sheetsOfText(bytes: Uint8Array, file: string): readonly SheetRead[] {
  if (bytes.byteLength > PLAN_BYTES_LIMIT) throw new AppError('FILE_TOO_LARGE', { file, limit: '20 MB' });
  const text = textOf(bytes, file);
  const rows = rowsOf(text, separatorOf(text));
  const into = new SheetBuilder(path.parse(file).name, false, { cells: 0, formatted: 0 });
  try {
    for (const [index, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell.trim() !== '')
          into.addCell(index + 1, column + 1, textValue(KEPT_AS_TEXT.exec(cell)?.[1] ?? cell, GENERAL));
      }
    }
  } catch (cause) {
    if (cause instanceof SheetTooLarge) throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    throw cause;
  }
  if (!isTable(rows)) throw noTable(file);
  return [into.build()];
}

/** Sentences have commas too; a table has them alike in most of its rows. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) * 3 >= Math.max(1, filled.length);
}

function noTable(file: string, cause?: unknown): AppError {
  return new AppError('WORKBOOK_KIND_UNSUPPORTED', { file, kind: KIND_NAMES.text, advice: ADVICE.text }, { cause });
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return decodeText(bytes, file);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'FILE_NOT_TEXT') throw noTable(file, cause);
    throw cause;
  }
}

/** The one that gives most rows the same number of cells; Excel says it in a first line `sep=;`. */
function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said !== undefined) return said;
  const scored = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>();
    for (const { length } of rowsOf(text, separator, SAMPLE_ROWS)) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    }
    return { separator, rows: Math.max(0, ...counts.values()) };
  });
  return scored.reduce((best, each) => (each.rows > best.rows ? each : best)).separator;
}

/** RFC 4180, as programs really write it: a quote inside an unquoted cell is a quote, any line end ends a row. */
function rowsOf(text: string, separator: string, limit = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plainEnd = new RegExp(`[\\r\\n${separator === '\t' ? '\\t' : `\\${separator}`}]`, 'g');
  while (at <= text.length && rows.length < limit) {
    let cell = '';
    if (text[at] === '"') {
      const [quoted, end] = quotedCell(text, at + 1);
      cell = quoted;
      at = end;
    }
    plainEnd.lastIndex = at;
    const end = plainEnd.exec(text)?.index ?? text.length;
    row.push(cell + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === '\r' && text[at] === '\n') at++;
    rows.push(row);
    row = [];
    if (end === text.length) break;
  }
  return rows;
}

/** @returns the words inside quotes, doubled ones made single, and where the closing one ends */
function quotedCell(text: string, start: number): readonly [string, number] {
  const pieces: string[] = [];
  for (let at = start; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return [pieces.join('') + text.slice(at), text.length];
    pieces.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') return [pieces.join('').replace(/\r\n?/g, '\n'), quote + 1];
    pieces.push('"');
    at = quote + 2;
  }
}
