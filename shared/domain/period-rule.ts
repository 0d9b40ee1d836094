import { addDays } from 'date-fns/addDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { parseISO } from 'date-fns/parseISO';
import { type Cadence, isoDate, type OnHoliday, type PeriodDraft, type PeriodKind, periodsOf } from './period.ts';

/**
 * How the periods of a kind are made ahead. The day is counted in the last stretch of a period, or in the one after:
 * a stretch is a month for all kinds made of months, the week for weeks (1 Monday to 7 Sunday), the ten days for 旬.
 *
 *   每月15日前    month    { dueDay: 15, dueIn: 'same' }
 *   次月5日前     month    { dueDay: 5, dueIn: 'next' }
 *   季末月20日前  quarter  { dueDay: 20, dueIn: 'same' }
 *   每周五        week     { dueDay: 5, dueIn: 'same' }
 */
export type PeriodRule = {
  /** `null`: the last day of the stretch. */
  readonly dueDay: number | null;
  readonly dueIn: 'same' | 'next';
  readonly onHoliday: OnHoliday;
};

/** A rule with the kind whose periods it makes. */
export type KindRule = PeriodRule & { readonly kind: Cadence };

/** Due on the last day, which stays. */
export const PLAIN_RULE: PeriodRule = { dueDay: null, dueIn: 'same', onHoliday: 'stays' };

type Ends = Pick<PeriodDraft, 'kind' | 'startsOn' | 'endsOn'>;

/** The due day (ISO) that a rule gives a period, before any holiday moves it. A day the stretch lacks is its last. */
export function dueOnOf(period: Ends, rule: Pick<PeriodRule, 'dueDay' | 'dueIn'>): string {
  const [first, last] = stretchOf(period, rule.dueIn);
  if (rule.dueDay === null) return isoDate(last);
  const day = addDays(first, rule.dueDay - 1);
  return isoDate(day < last ? day : last);
}

/** All periods of one kind in a year with the due days of a rule, in their order. */
export function ruledPeriods(year: number, kind: Cadence, rule: PeriodRule): readonly PeriodDraft[] {
  return periodsOf(year, kind).map((period) => ({ ...period, dueOn: dueOnOf(period, rule) }));
}

/**
 * The rule that most of the periods of a kind follow, for those made before rules were kept. Of several that say the
 * same of every period (the last day, 31), the last day.
 */
export function impliedRule(
  periods: readonly (Ends & { readonly dueOn: string; readonly onHoliday: OnHoliday })[],
): PeriodRule {
  const candidates = [PLAIN_RULE, ...periods.flatMap(ruleOf)];
  const follow = (rule: PeriodRule): number =>
    periods.filter((period) => dueOnOf(period, rule) === period.dueOn).length;
  const best = candidates.reduce((one, other) => (follow(other) > follow(one) ? other : one));
  return { ...best, onHoliday: mostOf(periods.map(({ onHoliday }) => onHoliday)) ?? 'stays' };
}

/** What a rule says: 每月15日前, 季末月20日前, 次月5日前, 每周五前. */
export function periodRuleText(kind: Cadence, { dueDay, dueIn }: Pick<PeriodRule, 'dueDay' | 'dueIn'>): string {
  return `${STRETCH_WORDS[kind][dueIn]}${dueDay === null ? LAST_WORDS[kind] : dayWords(kind, dueDay)}前`;
}

const STRETCH_WORDS: Readonly<Record<Cadence, Readonly<Record<PeriodRule['dueIn'], string>>>> = {
  week: { same: '每周', next: '下周' },
  'ten-day': { same: '每旬', next: '下一旬' },
  month: { same: '每月', next: '次月' },
  quarter: { same: '季末月', next: '季后首月' },
  'half-year': { same: '半年末月', next: '半年后首月' },
  year: { same: '12月', next: '次年1月' },
};

const LAST_WORDS: Readonly<Record<Cadence, string>> = {
  week: '日',
  'ten-day': '最后一天',
  month: '最后一天',
  quarter: '最后一天',
  'half-year': '最后一天',
  year: '31日',
};

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

function dayWords(kind: Cadence, day: number): string {
  if (kind === 'week') return WEEKDAYS[day - 1] ?? '';
  return kind === 'ten-day' ? `第${day}天` : `${day}日`;
}

/** The greatest day that a stretch of a kind can have. */
export function lastDayOf(kind: Cadence): number {
  return kind === 'week' ? 7 : kind === 'ten-day' ? 11 : 31;
}

/** First and last day of the stretch in which the due day is counted. */
function stretchOf({ kind, startsOn, endsOn }: Ends, dueIn: PeriodRule['dueIn']): readonly [Date, Date] {
  const last = parseISO(endsOn);
  if (kind === 'own') return [parseISO(startsOn), last];
  const within = dueIn === 'same' ? last : addDays(last, 1);
  if (kind === 'week') return dueIn === 'same' ? [addDays(last, -6), last] : [within, addDays(within, 6)];
  const month = within.getMonth();
  if (kind !== 'ten-day') return [new Date(within.getFullYear(), month, 1), endOfMonth(within)];
  const part = Math.min(2, Math.floor((within.getDate() - 1) / 10));
  const first = new Date(within.getFullYear(), month, part * 10 + 1);
  return [first, part === 2 ? endOfMonth(within) : addDays(first, 9)];
}

function ruleOf(period: Ends & { readonly dueOn: string }): readonly PeriodRule[] {
  return (['same', 'next'] as const).flatMap((dueIn) => {
    const [first, last] = stretchOf(period, dueIn);
    const due = parseISO(period.dueOn);
    if (due < first || due > last) return [];
    const dueDay = Math.round((due.getTime() - first.getTime()) / 86_400_000) + 1;
    return [
      { ...PLAIN_RULE, dueIn, dueDay },
      { ...PLAIN_RULE, dueIn, dueDay: null },
    ];
  });
}

function mostOf<Item>(items: readonly Item[]): Item | undefined {
  const groups = [...Map.groupBy(items, (item) => item).values()];
  return groups.toSorted((one, other) => other.length - one.length)[0]?.[0];
}

/** What a kind of period is called where one is chosen. */
export const PERIOD_KIND_LABELS: Readonly<Record<PeriodKind, string>> = {
  week: '周',
  'ten-day': '旬',
  month: '月',
  quarter: '季',
  'half-year': '半年',
  year: '年',
  own: '自定',
};
