import type { AgencyId, PeriodId, PlanId, RowId, TaskId } from './ids.ts';

/** How somebody was told. */
export const REMINDER_MANNERS = ['call', 'message', 'print', 'slip'] as const;
export type ReminderManner = (typeof REMINDER_MANNERS)[number];

export const REMINDER_MANNER_LABELS: Readonly<Record<ReminderManner, string>> = {
  call: '电话',
  message: '发消息',
  print: '书面送达',
  slip: '督办单',
};

/** 蓝单, 黄单, 红单: from a first word to a last one. */
export const SLIPS = ['blue', 'yellow', 'red'] as const;
export type Slip = (typeof SLIPS)[number];

export const SLIP_LABELS: Readonly<Record<Slip, string>> = { blue: '蓝单', yellow: '黄单', red: '红单' };
export const SLIP_TITLES: Readonly<Record<Slip, string>> = {
  blue: '督办提示单',
  yellow: '督办催办单',
  red: '督办警示单',
};
const SLIP_LETTERS: Readonly<Record<Slip, string>> = { blue: '蓝', yellow: '黄', red: '红' };

/** Who was told what, when and in which manner, and what was answered. */
export type ReminderRow = {
  readonly id: RowId;
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId | null;
  readonly manner: ReminderManner;
  readonly slip: Slip | null;
  /** (2021)红1号; empty when it is no slip. */
  readonly slipNumber: string;
  readonly tasks: readonly TaskId[];
  readonly text: string;
  /** The person who was spoken to. */
  readonly told: string;
  readonly madeOn: string;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly promisedOn: string | null;
};

export type ReminderView = ReminderRow & {
  readonly agencyName: string;
  /** Empty when it is about no period. */
  readonly periodLabel: string;
  readonly taskNumbers: readonly number[];
  /**
   * What was promised: `open` until its day, `passed` when the day has gone by and something of it is still owed,
   * `kept` when nothing is.
   */
  readonly promise: 'open' | 'passed' | 'kept' | null;
};

export const OWED_KINDS = ['report', 'returned', 'duty', 'deadline'] as const;
export type OwedKind = (typeof OWED_KINDS)[number];

/** One thing that an agency owes: a report of the period, a form sent back, pieces of a regular duty, a task due. */
export type OwedItem = {
  readonly kind: OwedKind;
  /** `null`: the whole form of the agency. */
  readonly taskId: TaskId | null;
  readonly taskNumber: number | null;
  readonly taskTitle: string;
  /** What is to come: 2021年10月进展情况, 2021年10月信息报送（应报1篇，欠1篇）. */
  readonly what: string;
  readonly dueOn: string;
  /** 0 while it is not late. */
  readonly daysLate: number;
};

/** An agency that owes something, with what is known of telling it so. */
export type OwingAgency = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly reporter: string;
  readonly phone: string;
  readonly items: readonly OwedItem[];
  /** Numbers of the tasks, each once, in order. */
  readonly tasks: readonly number[];
  readonly taskIds: readonly TaskId[];
  /** Of the latest item. */
  readonly daysLate: number;
  /** How often it was reminded of this period, and when last (ISO date). */
  readonly reminded: number;
  readonly remindedOn: string | null;
  /** The last day it named itself; `passed`: the day has gone by. */
  readonly promise: { readonly on: string; readonly passed: boolean } | null;
  readonly proposed: Slip;
  /** To copy, print or read out. */
  readonly text: string;
};

/** From so many days late, or after so many reminders, the next slip is proposed. More days: milder slips. */
export const SLIP_STEPS: Readonly<Record<'yellow' | 'red', { readonly daysLate: number; readonly reminded: number }>> =
  {
    yellow: { daysLate: 3, reminded: 1 },
    red: { daysLate: 10, reminded: 3 },
  };

/** Which slip fits. Only what is late gets more than a blue one. A person may always choose another. */
export function proposedSlip({ daysLate, reminded }: { readonly daysLate: number; readonly reminded: number }): Slip {
  if (daysLate <= 0) return 'blue';
  const reaches = (step: (typeof SLIP_STEPS)['red']): boolean => daysLate >= step.daysLate || reminded >= step.reminded;
  if (reaches(SLIP_STEPS.red)) return 'red';
  return reaches(SLIP_STEPS.yellow) ? 'yellow' : 'blue';
}

/**
 * The next number of a slip: counted by year and colour.
 *
 * @param taken numbers that were given before, of any year and colour
 */
export function nextSlipNumber(taken: readonly string[], year: number, slip: Slip): string {
  const pattern = new RegExp(`^\\(${year}\\)${SLIP_LETTERS[slip]}(\\d+)号$`, 'u');
  const last = Math.max(0, ...taken.map((number) => Number(pattern.exec(number)?.[1] ?? 0)));
  return `(${year})${SLIP_LETTERS[slip]}${last + 1}号`;
}
