import { periodTitle } from '#shared/domain/period.ts';

/** Signs no file name may hold on Windows. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** The contract takes 200; long titles are cut so that the end, which tells the tables apart, stays. */
const TITLE_MAX = 80;

/** @param period label of the period when the table is about one, else `null` */
export function suggestedFileName(planTitle: string, table: string, period: string | null): string {
  const about = [tidy(planTitle), table, period === null ? '' : periodTitle(period)];
  return `${about.filter((part) => part !== '').join('-')}.xlsx`;
}

/** @param title as it stands over the table */
export function fileNameOf(title: string, extension: 'pdf'): string {
  return `${tidy(title)}.${extension}`;
}

function tidy(title: string): string {
  return title.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim().slice(0, TITLE_MAX);
}
