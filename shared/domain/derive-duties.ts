import type { RegularDuty } from './duty.ts';
import type { Cadence } from './period.ts';
import type { Due, Target } from './plan-reading.ts';

/** A regular duty as it is defined, without its place in a plan. */
export type DutyDraft = Omit<RegularDuty, 'id' | 'planId' | 'taskId' | 'position'>;

/** What of a task says that something is to be sent in regularly. */
export type DutyWords = {
  readonly content: string;
  readonly dues: readonly Pick<Due, 'kind' | 'text' | 'date' | 'day' | 'count'>[];
  readonly targets: readonly Pick<Target, 'name' | 'unit'>[];
  /** Whether a unit leads the task: then that one reports, else all do. */
  readonly hasLead: boolean;
};

const CADENCES: Readonly<Partial<Record<Due['kind'], Cadence>>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  'half-yearly': 'half-year',
  yearly: 'year',
};

const TITLES: Readonly<Record<Cadence, string>> = {
  week: '每周报送',
  'ten-day': '每旬报送',
  month: '每月报送',
  quarter: '每季度报送',
  'half-year': '每半年报送',
  year: '每年报送',
};

/** Pieces that a target counts: 篇/月. */
const COUNTED_UNIT = /^(?<unit>篇|份|条|期|次)\//u;
const REPORTS = /报送|上报|报告/u;
const REPORTS_TO = /报送|上报|向.*报告/u;
const NEXT = /^[次下]|首月|第一个月/u;
const OF_LAST = /上月|上个月|上季度|上一季度|上周/u;
const CLAUSE_ENDS = /[，。；\n]/u;

/**
 * The regular duties that a task's own words make: what comes again with a day or a count (每月不少于1篇，每月15日前),
 * and a date by which somebody is to be reported to (11月20日前要向县委、县政府报告). Migration 0050 says the same in SQL.
 *
 * @param year the plan's: a date of another year is no regular duty of it
 */
export function deriveDuties(words: DutyWords, year: number): readonly DutyDraft[] {
  return words.dues.flatMap((due) => {
    const clause = clauseAfter(words.content, due.text);
    const rule = due.kind === 'date' ? datedRule(due, clause, year) : recurringRule(due, clause, words.targets);
    if (rule === null) return [];
    const owedBy = words.hasLead ? 'lead' : 'all';
    return [{ owedBy, onHoliday: 'stays', startsOn: null, endsOn: null, verbatim: due.text, ...rule } as const];
  });
}

type Rule = Pick<DutyDraft, 'title' | 'cadence' | 'needed' | 'unit' | 'dueDay' | 'dueMonth' | 'dueIn'>;

function recurringRule(due: DutyWords['dues'][number], clause: string, targets: DutyWords['targets']): Rule | null {
  const cadence = CADENCES[due.kind];
  if (cadence === undefined) return null;
  const { day = null, count = null, text } = due;
  if (day === null && count === null && !REPORTS.test(text)) return null;
  const counted = count === null ? undefined : targets.find(({ unit }) => COUNTED_UNIT.test(unit));
  return {
    title: counted?.name ?? TITLES[cadence],
    cadence,
    needed: count ?? 1,
    unit: COUNTED_UNIT.exec(counted?.unit ?? '')?.groups?.['unit'] ?? '份',
    dueDay: day,
    dueMonth: cadence === 'year' ? monthIn(text) : null,
    dueIn: NEXT.test(text) || OF_LAST.test(clause) ? 'next' : 'same',
  };
}

function datedRule({ date, text }: DutyWords['dues'][number], clause: string, year: number): Rule | null {
  if (date === undefined || !date.startsWith(`${year}-`) || !REPORTS_TO.test(clause)) return null;
  return {
    title: clause.includes('年度') ? '年度报告' : `${text}报送`,
    cadence: 'year',
    needed: 1,
    unit: '份',
    dueDay: Number(date.slice(8)),
    dueMonth: Number(date.slice(5, 7)),
    dueIn: 'same',
  };
}

/** The month that the words name (每年11月20日前); of other writings none. */
function monthIn(text: string): number | null {
  const month = Number(/(?<month>\d{1,2})月/u.exec(text)?.groups?.['month'] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** What follows the words of a due up to the next mark; empty when the text does not hold them. */
function clauseAfter(content: string, words: string): string {
  const start = content.indexOf(words);
  return start === -1 || words === '' ? '' : (content.slice(start + words.length).split(CLAUSE_ENDS)[0] ?? '');
}
