import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import type { DutyView } from '#shared/domain/duty-table.ts';
import type { Cadence, OnHoliday } from '#shared/domain/period.ts';

export const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  week: '每周',
  'ten-day': '每旬',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

export const HOLIDAY_WORDS: Readonly<Record<OnHoliday, string>> = {
  stays: '不变',
  'next-workday': '顺延到下一个工作日',
  'previous-workday': '提前到上一个工作日',
};

const NEXT_WORDS: Readonly<Record<Cadence, string>> = {
  week: '下周',
  'ten-day': '下一旬',
  month: '次月',
  quarter: '下季度首月',
  'half-year': '下半年度首月',
  year: '次年',
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** A new duty, before anything is said of it. */
export const NEW_DEFINITION: DutyDefinition = {
  title: '',
  cadence: 'month',
  needed: 1,
  unit: '篇',
  owedBy: 'all',
  dueDay: null,
  dueMonth: null,
  dueIn: 'same',
  onHoliday: 'stays',
  startsOn: null,
  endsOn: null,
};

/** A duty as a form holds it. */
export function definitionOf(duty: DutyView): DutyDefinition {
  const { title, cadence, needed, unit, owedBy, dueDay, dueMonth, dueIn, onHoliday, startsOn, endsOn } = duty;
  return { title, cadence, needed, unit, owedBy, dueDay, dueMonth, dueIn, onHoliday, startsOn, endsOn };
}

/** The last day that can be asked for in a stretch of each kind. */
export function lastDueDay(cadence: Cadence): number {
  if (cadence === 'week') return 7;
  return cadence === 'ten-day' ? 11 : 31;
}

/** With another cadence, what it does not have goes. */
export function withCadence(definition: DutyDefinition, cadence: Cadence): DutyDefinition {
  const { dueDay, dueMonth } = definition;
  const fits = dueDay !== null && dueDay <= lastDueDay(cadence);
  return { ...definition, cadence, dueDay: fits ? dueDay : null, dueMonth: cadence === 'year' ? dueMonth : null };
}

/** 每月不少于 1 篇，次月 5 日前 */
export function dutyWords(definition: Omit<DutyDefinition, 'title' | 'owedBy' | 'startsOn' | 'endsOn'>): string {
  const { cadence, needed, unit } = definition;
  return `${CADENCE_WORDS[cadence]}不少于 ${needed} ${unit}，${dueWords(definition)}`;
}

function dueWords({ cadence, dueDay, dueMonth, dueIn, onHoliday }: Parameters<typeof dutyWords>[0]): string {
  const moves = onHoliday === 'stays' ? '' : `（遇节假日${HOLIDAY_WORDS[onHoliday]}）`;
  const next = dueIn === 'next' ? NEXT_WORDS[cadence] : '';
  if (cadence === 'week') return `${next}${dueDay === null ? '周日' : `周${WEEKDAYS[dueDay - 1] ?? ''}`}前${moves}`;
  if (cadence === 'ten-day') return `${next}${dueDay === null ? '旬末' : `第 ${dueDay} 天`}前${moves}`;
  const day = dueDay === null ? '末' : ` ${dueDay} 日`;
  if (cadence === 'year') return `${next}${dueMonth ?? 12} 月${day}前${moves}`;
  const where = next === '' ? LAST_MONTH[cadence] : next;
  return `${where}${day}前${moves}`;
}

const LAST_MONTH = { month: '当月', quarter: '季末月', 'half-year': '半年末月' } as const;
