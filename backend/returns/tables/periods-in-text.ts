import { parseChineseNumber } from '#backend/plan/text/chinese-number.ts';

/** A month, or the last month of a longer period, as a text names it. */
export type PeriodNamed = { readonly says: string; readonly year: number | null; readonly month: number };

const CHINESE = '[〇零○一二三四五六七八九十]';
const YEAR = `(20\\d{2}|二[〇零○]${CHINESE}{2})`;
const MONTH = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';

/** Words that make a date one to keep, not a period: 请于11月15日前, 截止时间：, 报送时限. */
const DEADLINE =
  /(?:请(?:务必)?[于在]|务必于|须于|应于|截止(?:时间|日期)?|报送时[间限]|上报时[间限]|完成时限|每[月季]|逾期|(?:填报|报送|上报|填表|制表)(?:日期|时间)\s*[:：])[^。；;\n]{0,24}/gu;
const TITLES = /《[^》]*》/gu;

type Way = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => PeriodNamed | undefined };

const number = (text: string | undefined): number | undefined => (text ? parseChineseNumber(text) : undefined);

function named(says: string, year: number | undefined, month: number | undefined): PeriodNamed | undefined {
  return month !== undefined && month >= 1 && month <= 12 ? { says, year: year ?? null, month } : undefined;
}

/** Of several ways the first takes its words, so that 2021年第三季度 is not read as 2021年 and more. */
const WAYS: readonly Way[] = [
  {
    pattern: new RegExp(`(?:${YEAR}\\s*年?度?\\s*)?第?\\s*([一二三四1-4])\\s*季度?(?!节)`, 'gu'),
    read: ({ 0: says, 1: year, 2: quarter }) => named(says, number(year), (number(quarter) ?? 0) * 3),
  },
  {
    pattern: new RegExp(`(?:${YEAR}\\s*年?度?\\s*)?(上|下)半年`, 'gu'),
    read: ({ 0: says, 1: year, 2: half }) => named(says, number(year), half === '上' ? 6 : 12),
  },
  // 1-10月, 1月至10月, 1—10月份: the last month tells.
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s*年\\s*)?${MONTH}\\s*月?份?\\s*[-~—–－至到]+\\s*${MONTH}\\s*月(?!\\s*\\d{1,2}\\s*[日号])`,
      'gu',
    ),
    read: ({ 0: says, 1: year, 3: month }) => named(says, number(year), number(month)),
  },
  // 截至10月31日: what is told up to that day is that month's.
  {
    pattern: new RegExp(
      `截[至止](?:到)?\\s*(?:${YEAR}\\s*年\\s*)?${MONTH}\\s*月\\s*(?:底|末|\\d{1,2}\\s*[日号])?`,
      'gu',
    ),
    read: ({ 0: says, 1: year, 2: month }) => named(says, number(year), number(month)),
  },
  {
    pattern: new RegExp(`${YEAR}\\s*年\\s*${MONTH}\\s*月(?!\\s*(?:\\d{1,2}|${CHINESE}{1,3})\\s*[日号])`, 'gu'),
    read: ({ 0: says, 1: year, 2: month }) => named(says, number(year), number(month)),
  },
  // A whole date names no period; it is taken out so that nothing in it is.
  {
    pattern: /20\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}(?:\s*[日号])?|(?<!\d)20\d{6}(?!\d)/gu,
    read: () => undefined,
  },
  {
    pattern: /(?<!\d)(20\d{2})\s*[-./_]\s*(1[0-2]|0?[1-9])(?!\d)/gu,
    read: ({ 0: says, 1: year, 2: month }) => named(says, number(year), number(month)),
  },
  {
    pattern: /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/gu,
    read: ({ 0: says, 1: year, 2: month }) => named(says, number(year), number(month)),
  },
  {
    pattern: new RegExp(
      `(?<![\\d${CHINESE.slice(1, -1)}个上下本每])${MONTH}\\s*月(?!\\s*(?:\\d{1,2}|${CHINESE}{1,3})\\s*[日号])`,
      'gu',
    ),
    read: ({ 0: says, 1: month }) => named(says, undefined, number(month)),
  },
];

/**
 * The periods a title, a line or a file's name speaks of: 2021年10月, 2021-10, 202110, 十月, 第三季度, 上半年. Days, what
 * stands in 《》, and what a deadline names are none.
 */
export function periodsInText(text: string): readonly PeriodNamed[] {
  let rest = text.normalize('NFKC').replace(TITLES, ' ').replace(DEADLINE, ' ');
  const found: PeriodNamed[] = [];
  for (const { pattern, read } of WAYS) {
    for (const match of rest.matchAll(pattern)) {
      const period = read(match);
      if (period) found.push({ ...period, says: period.says.trim() });
    }
    rest = rest.replace(pattern, ' ');
  }
  return found.filter(
    ({ year, month }, index) =>
      found.findIndex((other) => other.month === month && (other.year === year || year === null)) === index ||
      (year !== null && found.findIndex((other) => other.month === month && other.year === year) === index),
  );
}

/** Months named in a head: 截至10月底工作进展. */
export function monthsInHead(head: string): readonly number[] {
  return /\d{1,2}\s*月|[一二三四五六七八九十]月|季度|半年/u.test(head)
    ? periodsInText(head).map(({ month }) => month)
    : [];
}
