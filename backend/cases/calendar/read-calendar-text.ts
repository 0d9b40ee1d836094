import type { CalendarYear } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import { yearsOf } from './calendar-years.ts';

/**
 * Reads days off and worked weekends out of text, as people have it:
 *
 *   - the notice of the State Council: 三、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。
 *   - lines or cells of a table: 国庆节⇥2026-10-01⇥2026-10-07⇥休 / 2026-10-10⇥班
 *
 * A day without a year is of the year named last.
 *
 * @param text lines; cells parted by tabs, commas or semicolons
 * @param source what is said where the text names no notice
 * @throws AppError CALENDAR_UNREADABLE | CALENDAR_YEAR_MIXED
 */
export function readCalendarText(text: string, source: string): readonly CalendarYear[] {
  const days: Parameters<typeof yearsOf>[0][number][] = [];
  let year = yearIn(source);
  let notice = '';
  for (const line of plain(text).split('\n')) {
    year = yearIn(line) ?? year;
    notice = /国务院办公厅关于\d{4}年.*?通知/u.exec(line)?.[0] ?? notice;
    const name = nameIn(line);
    for (const clause of line.split(/[。；，]/u)) {
      const isWorked = WORKED.test(clause);
      if (!isWorked && !OFF.test(clause) && name === '') continue;
      for (const { from, to } of stretchesIn(clause, year, isWorked)) days.push({ name, from, to, isWorked });
    }
  }
  if (days.length === 0) throw new AppError('CALENDAR_UNREADABLE');
  return yearsOf(days, notice || source);
}

const WORKED = /上班|补班|调班|工作日|班(?:$|[\s,;])|workday/iu;
const OFF = /放假|休|假|holiday/iu;
const HOLIDAY = /元旦|春节|除夕|清明节?|劳动节|端午节?|中秋节?|国庆节?/gu;

/** The holidays that a line is about; else the words of a cell that are no date and no kind. */
function nameIn(line: string): string {
  const known = [
    ...new Set((line.match(HOLIDAY) ?? []).map((word) => (/(?:旦|节|夕)$/u.test(word) ? word : `${word}节`))),
  ];
  return known.slice(0, 2).join('、');
}

function yearIn(words: string): number | undefined {
  const found = /(?<![\d.\-/])(20\d\d)(?=年|[-./]\d)/u.exec(words)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Full-width digits and marks as plain ones, remarks in brackets left out, cells parted by tabs. */
function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/\r\n?/gu, '\n')
      .replace(/\([^)\n]*\)/gu, '')
      // NFKC makes plain commas of Chinese ones: those beside a digit, a date or a space part cells.
      .replace(/,(?=共|\d{1,2}月|与|调)/gu, '，')
      .replace(/[,;]/gu, '\t')
  );
}

const DATE = String.raw`(?:(?<y>20\d\d)\s*[年\-./]\s*)?(?<m>\d{1,2})\s*[月\-./]\s*(?<d>\d{1,2})\s*[日号]?`;
const DATES = new RegExp(
  String.raw`${DATE}(?<to>\s*(?:至|到|—+|-+|~|–)\s*(?:(?:(?<y2>20\d\d)\s*[年\-./]\s*)?(?<m2>\d{1,2})\s*[月\-./]\s*)?(?<d2>\d{1,2})\s*[日号]?(?!\d))?`,
  'gu',
);

type Day = { readonly year: number; readonly month: number; readonly day: number };

function stretchesIn(clause: string, year: number | undefined, isWorked: boolean) {
  const found = [...clause.matchAll(DATES)].flatMap(({ groups = {} }) => {
    const from = dayOf(groups['y'], groups['m'], groups['d'], year);
    if (from === undefined) return [];
    const start = { year: Number(from.slice(0, 4)), month: groups['m'] };
    const end =
      groups['to'] === undefined ? from : dayOf(groups['y2'], groups['m2'] ?? start.month, groups['d2'], start.year);
    if (end === undefined) return [];
    // 12月31日至1月2日: the end is of the next year.
    return [{ from, to: end < from ? `${start.year + 1}${end.slice(4)}` : end }];
  });
  const [first, second] = found;
  // Two cells of a table, from and to.
  const isRow = found.length === 2 && !isWorked && !/[、和]/u.test(clause) && clause.includes('\t');
  return isRow && first && second ? [{ from: first.from, to: second.to }] : found;
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  known: number | undefined,
): string | undefined {
  const date: Day = { year: Number(year ?? known ?? Number.NaN), month: Number(month), day: Number(day) };
  const moment = new Date(Date.UTC(date.year, date.month - 1, date.day));
  if (Number.isNaN(moment.getTime()) || moment.getUTCMonth() !== date.month - 1) return undefined;
  return moment.toISOString().slice(0, 10);
}
