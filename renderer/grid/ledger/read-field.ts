import { differenceInCalendarDays } from 'date-fns';
import { parseDateText } from '#renderer/text/parse-date.ts';
import type { LedgerField } from '#renderer/view/ledger-lines.ts';
import { readValues } from '#renderer/view/target-words.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { ProgressField, ProgressView } from '#shared/domain/progress.ts';
import { parseStatus, STATUS_LABELS, STATUSES, type Status } from '#shared/domain/status.ts';

/** Fields of a line with the values they are to have. */
export type LedgerPatch = Partial<Pick<ProgressView, ProgressField | 'reporter'>> & {
  /** One for each target of the task, in their order. */
  readonly values?: readonly (number | null)[];
};

/** Longest text a field takes: what one workbook cell can hold (pitfall 34). */
const TEXT_MAX = 32_767;
const REPORTER_MAX = 100;

/** How each field can be written, for the clerk whose text could not be read. */
export const FIELD_WRITINGS: Readonly<Record<LedgerField, string>> = {
  status: `状态可填：${STATUSES.map((status, index) => `${STATUS_LABELS[status]}（${index + 1}）`).join('、')}，留空表示未填`,
  percent: '完成比例可填 0 到 100 的数，如 40、40%、0.4（即 40%）',
  reportedOn: '日期可填 2021-10-15、2021.10.15、10月15日、10.15',
  narrative: `文字最多 ${TEXT_MAX} 个字`,
  problems: `文字最多 ${TEXT_MAX} 个字`,
  nextSteps: `文字最多 ${TEXT_MAX} 个字`,
  reporter: `填报人写姓名，最多 ${REPORTER_MAX} 个字`,
  value: '本期值可填数字，如 20、1,200、65%；任务有几项指标的，按顺序用“；”隔开，没有的写“—”；没有量化指标的任务不能填',
};

/**
 * Reads what was typed or pasted into a field. An empty text empties it.
 *
 * @param today ISO date that lends its year to dates without one
 * @param row whose field it is: how many targets its task has
 * @returns `undefined` for a text that the field cannot hold
 */
export function readField(
  field: LedgerField,
  text: string,
  today: string,
  row: Pick<LedgerRow, 'targets'> = { targets: [] },
): LedgerPatch | undefined {
  switch (field) {
    case 'status': {
      const status = readStatus(text);
      return status === undefined ? undefined : { status };
    }
    case 'percent': {
      const percent = readPercent(text);
      return percent === undefined ? undefined : { percent };
    }
    case 'reportedOn': {
      const reportedOn = readDay(text, today);
      return reportedOn === undefined ? undefined : { reportedOn };
    }
    case 'value': {
      const values = readValues(row, text);
      return values === undefined ? undefined : { values };
    }
    case 'reporter': {
      const name = text.replace(/\s+/gu, ' ').trim();
      return name.length > REPORTER_MAX ? undefined : { reporter: name };
    }
    default: {
      const lines = text.replace(/\r\n?/g, '\n').trimEnd();
      return lines.length > TEXT_MAX ? undefined : { [field]: lines };
    }
  }
}

/** More than half a year ahead nobody has reported yet: a day written without its year is then one of the year before. */
const AHEAD_MAX_DAYS = 183;

/** `12.28` typed on the 5th of January is a day of last December. */
function readDay(text: string, today: string): string | null | undefined {
  const day = parseDateText(text, today);
  if (!day || text.normalize('NFKC').includes(day.slice(0, 4))) return day;
  const isFarAhead = differenceInCalendarDays(day, today) > AHEAD_MAX_DAYS;
  return isFarAhead ? parseDateText(text, `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`) : day;
}

/** A word for a status, its number in the list, or its first character: 推进中, 2, 推. `null`: none. */
export function readStatus(text: string): Status | null | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '');
  if (folded === '') return null;
  const numbered = /^[1-5]$/.test(folded) ? STATUSES[Number(folded) - 1] : undefined;
  return numbered ?? STATUSES.find((status) => folded === [...STATUS_LABELS[status]][0]) ?? parseStatus(folded);
}

/**
 * `40`, `40%`, `４０％` → 40. A number below 1 with a decimal point and without a sign is the share that a workbook
 * holds behind its 40%: `0.4` → 40; `0.4%` stays less than half a percent, and `1` is one percent.
 *
 * @returns `null` for an empty text, `undefined` for what is no share of a hundred; at most two decimals
 */
export function readPercent(text: string): number | null | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '');
  if (folded === '') return null;
  const [, digits, sign] = /^(\d{1,3}(?:\.\d{1,15})?)(%?)$/.exec(folded) ?? [];
  if (digits === undefined) return undefined;
  const isShare = sign === '' && /^0\.\d*[1-9]/.test(digits);
  const percent = Math.round(Number(digits) * (isShare ? 10_000 : 100)) / 100;
  return percent <= 100 ? percent : undefined;
}
