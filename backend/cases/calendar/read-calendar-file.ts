import path from 'node:path';
import { decodeText } from '#backend/files/decode-text.ts';
import { readForeignFile } from '#backend/files/read-foreign-file.ts';
import type { Intake } from '#backend/intake/intake.ts';
import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { readCalendarJson } from './read-calendar-json.ts';
import { readCalendarText } from './read-calendar-text.ts';

/** A calendar of all years there ever were takes 40 kB. */
const TEXT_LIMIT = 4 * 1024 * 1024;

/**
 * Reads the holidays and worked weekends of a file: JSON, text, commas, or a workbook or document with a table.
 *
 * @throws AppError CALENDAR_UNREADABLE | CALENDAR_YEAR_MIXED, and those of the intake and of backend/files
 */
export async function readCalendarFile(
  file: string,
  intake: Pick<Intake, 'picture'>,
): Promise<readonly CalendarYear[]> {
  const name = path.basename(file);
  const bytes = readForeignFile(file);
  const text = bytes.byteLength > TEXT_LIMIT ? undefined : textOf(bytes, name);
  if (text !== undefined) return readCalendarWords(text, path.parse(file).name);
  const { rows } = await intake.picture(file, '');
  const lines = rows.map(({ cells }) => cells.map((cell) => cell.text.replace(/\s+/gu, ' ')).join('\t'));
  return readCalendarText(lines.join('\n'), path.parse(file).name);
}

/** The same of words at hand, pasted or read. */
export function readCalendarWords(text: string, source: string): readonly CalendarYear[] {
  return /^\s*[[{]/u.test(text) ? readCalendarJson(text, source) : readCalendarText(text, source);
}

function textOf(bytes: Uint8Array, name: string): string | undefined {
  try {
    return decodeText(bytes, name);
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_NOT_TEXT') return undefined;
    throw error;
  }
}
