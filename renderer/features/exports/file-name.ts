import { periodTitle } from '#shared/domain/period.ts';

/** Signs no file name may hold on Windows. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;

/** The contract takes 200; long titles are cut so that the end, which tells the tables apart, stays. */
const TITLE_MAX = 80;

/** @param period label of the period when the table is about one, else `null` */
export function suggestedFileName(planTitle: string, table: string, period: string | null): string {
  const title = planTitle.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim().slice(0, TITLE_MAX);
  return `${[title, table, period === null ? '' : periodTitle(period)].filter((part) => part !== '').join('-')}.xlsx`;
}
