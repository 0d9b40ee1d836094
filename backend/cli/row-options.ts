// Milestones and sub-items of a task are set as a whole; on the command line one of them is named by its place.
import { InvalidArgumentError } from 'commander';
import type { RowId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { isoDay } from './iso-day.ts';

export type RowOptions = { readonly number?: number; readonly remove?: true };

/**
 * The rows of a task with one of them changed, taken out, or added behind the others.
 *
 * @param patch what was said of the row; what is undefined stays
 * @param fresh a new row before the patch
 * @throws AppError ROW_NUMBER_UNKNOWN
 */
export function withRow<Row extends { readonly id: RowId | null }>(
  rows: readonly Row[],
  { number, remove }: RowOptions,
  patch: Partial<{ readonly [Key in keyof Row]: Row[Key] | undefined }>,
  fresh: Row,
): Row[] {
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Row>;
  if (number === undefined && !remove) return [...rows, { ...fresh, ...said }];
  const index = (number ?? 0) - 1;
  if (!rows[index]) throw new AppError('ROW_NUMBER_UNKNOWN', { number: number ?? '', count: rows.length });
  if (remove) return rows.toSpliced(index, 1);
  return rows.map((row, place) => (place === index ? { ...row, ...said } : row));
}

/** Commander's reader of a day, or of `none`, which takes it away. */
export function dayOrNone(text: string): string | null {
  return text === 'none' ? null : isoDay(text);
}

/** Commander's reader of a percentage, or of `none`. */
export function percentOrNone(text: string): number | null {
  if (text === 'none') return null;
  const percent = Number(text);
  if (text.trim() === '' || !(percent >= 0 && percent <= 100)) throw new InvalidArgumentError('0 to 100, or none');
  return percent;
}
