import { periodTitle } from '#shared/domain/period.ts';
import { FILE_NAME_MAX, safeFileName } from '#shared/text/file-name.ts';

/**
 * Of a long title the end is cut, not what tells the tables apart.
 *
 * @param period label of the period when the table is about one, else `null`
 */
export function suggestedFileName(planTitle: string, table: string, period: string | null): string {
  const rest = [table, period === null ? '' : periodTitle(period)].filter((part) => part !== '');
  const end = rest.join('-');
  if (planTitle.trim() === '') return `${safeFileName(end)}.xlsx`;
  return `${safeFileName(planTitle, FILE_NAME_MAX - end.length - 1)}-${safeFileName(end)}.xlsx`;
}

/** @param title as it stands over the table */
export function fileNameOf(title: string, extension: 'pdf'): string {
  return `${safeFileName(title)}.${extension}`;
}
