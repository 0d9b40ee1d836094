import type { CellRead } from '#backend/sheets/cell-text.ts';
import { isFilled, readField } from './read-fields.ts';
import { readPercent } from './read-percent.ts';
import { joinDoubts, NOTHING_WRITTEN, notReadable, type ReturnedValue, readAs } from './returned-value.ts';

/** 12 digits: enough for any figure, without the noise of binary fractions. */
function figure(number: number): string {
  return String(Number(number.toPrecision(12)));
}

const PLAIN = /^[+]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(\D*)$/u;

/** Blanks and forms of signs aside, whether two units are one. */
function sameUnit(one: string, other: string): boolean {
  const plain = (unit: string): string => unit.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  return plain(one) === plain(other);
}

/**
 * Reads the value of a target for the period. A plain number, also with the target's own unit behind it, is sure; a
 * share is read as a percentage is; words, other units, and what is below zero cannot be read.
 *
 * @param unit of the target, as its row says it
 */
export function readTargetValue(cell: CellRead | undefined, unit: string): ReturnedValue {
  if (!isFilled(cell)) return NOTHING_WRITTEN;
  // What stands in the way of reading is the same for every cell.
  const written = readField('narrative', cell, { near: null });
  if (!written.readable || written.text === '') return written;
  const read = /^[%％]$/u.test(unit.trim()) ? readPercent(written.text, cell) : readNumber(written.text, cell, unit);
  const doubt = cell.trouble === null ? '' : written.doubt;
  return { ...read, doubt: joinDoubts(read.doubt, doubt) };
}

function readNumber(written: string, cell: CellRead, unit: string): ReturnedValue {
  if (cell.isoDate !== null || cell.percent) return notReadable(written, `“${written}”不是${unit || '数'}`);
  if (cell.number !== null) {
    if (cell.number < 0) return notReadable(written, `“${written}”小于 0`);
    return readAs(figure(cell.number));
  }
  const match = PLAIN.exec(written.normalize('NFKC'));
  if (match === null) return notReadable(written, `“${written}”不是一个数`);
  const [, whole = '', decimals = '', behind = ''] = match;
  if (behind !== '' && !sameUnit(behind, unit)) return notReadable(written, `“${written}”的单位不是“${unit}”`);
  return readAs(figure(Number(whole.replaceAll(',', '') + decimals)));
}
