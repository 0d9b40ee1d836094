import type { FillPeriod } from './fill-input.ts';

/** What a text becomes in which last month's period is named: this month's in its place, in the same writing. */
export type PeriodWords = (text: string) => string;

const MONTH = '(?:1[0-2]|0?[1-9])';
const QUARTERS = ['一', '二', '三', '四'];
const TITLE = /《[^》]*》/gu;

/**
 * @param period the one that is filled in: a month, a quarter, half a year; of other kinds nothing is replaced
 */
export function periodWords({ kind, endsOn }: FillPeriod): PeriodWords {
  const [year = '', month = '', day = ''] = endsOn.split('-');
  const number = Number(month);
  const asWritten = (written: string): string => (/^0\d$/u.test(written) ? month : String(number));
  const inMonth = (text: string): string =>
    text
      // 截至2021年9月30日
      .replace(
        new RegExp(`(截[至止]到?\\s*)(20\\d{2})(\\s*年\\s*)(${MONTH})(\\s*月\\s*)(\\d{1,2})(\\s*[日号])`, 'gu'),
        (_, before: string, __: string, years: string, m: string, months: string, ___: string, days: string) =>
          `${before}${year}${years}${asWritten(m)}${months}${Number(day)}${days}`,
      )
      // 2021年1-9月, 1月至9月
      .replace(
        new RegExp(
          `(?:(20\\d{2})(\\s*年\\s*))?(1\\s*月?\\s*[-~—–－至到]+\\s*)(${MONTH})(\\s*月)(?!\\s*\\d{1,2}\\s*[日号])`,
          'gu',
        ),
        (_, y: string | undefined, years: string | undefined, from: string, m: string, months: string) =>
          `${y === undefined ? '' : year + (years ?? '')}${from}${asWritten(m)}${months}`,
      )
      // 2021年9月, not a day
      .replace(
        new RegExp(`(20\\d{2})(\\s*年\\s*)(${MONTH})(\\s*月)(?!\\s*\\d{1,2}\\s*[日号]|\\s*[-~—–－至到])`, 'gu'),
        (_, __: string, years: string, m: string, months: string) => `${year}${years}${asWritten(m)}${months}`,
      )
      // 9月份, （9月）, 截至9月底
      .replace(
        new RegExp(
          `(^|[（(\\s至止第]|年度)(${MONTH})(\\s*月(?:份|底|末)?)(?=[）)\\s]|份|底|末|工作|进展|完成|情况|$)`,
          'gu',
        ),
        (_, before: string, m: string, months: string) => `${before}${asWritten(m)}${months}`,
      );
  const inQuarter = (text: string): string =>
    text.replace(
      /(?:(20\d{2})(\s*年\s*(?:度\s*)?))?(第?\s*)([一二三四1-4])(\s*季度)/gu,
      (_, y, years, before, q, after) => {
        const own = Math.ceil(number / 3);
        const written = /\d/u.test(String(q)) ? String(own) : (QUARTERS[own - 1] ?? '');
        return `${y === undefined ? '' : `${year}${String(years)}`}${String(before)}${written}${String(after)}`;
      },
    );
  const inHalf = (text: string): string =>
    text.replace(
      /(?:(20\d{2})(\s*年\s*))?([上下])(半年)/gu,
      (_, y, years, ___, after) =>
        `${y === undefined ? '' : `${year}${String(years)}`}${number > 6 ? '下' : '上'}${String(after)}`,
    );
  const replaced: PeriodWords =
    kind === 'month' ? inMonth : kind === 'quarter' ? inQuarter : kind === 'half-year' ? inHalf : (text) => text;
  return (text) => {
    // The name of a document is its own.
    const titles = text.match(TITLE) ?? [];
    const rest = replaced(text.replace(TITLE, '\u{E000}'));
    let at = 0;
    return rest.replaceAll('\u{E000}', () => titles[at++] ?? '');
  };
}
