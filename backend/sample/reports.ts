import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Status } from '#shared/domain/status.ts';
import type { Chance } from './chance.ts';
import { clausesOf } from './clauses.ts';

/** One duty of an agency, with the words of its task. */
export type LivedDuty = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
};

/** What an agency reports of a duty for a month. */
export type LivedReport = {
  readonly status: Status;
  readonly percent: number;
  readonly narrative: string;
  readonly problems: string;
  readonly nextSteps: string;
};

/** Months in which a duty that gets stuck says so. */
const STUCK_MONTHS = 3;

/**
 * How a duty goes on through the year: most keep up with the months, a quarter is done long before the year ends, some
 * begin late, some are slow, a few get stuck.
 *
 * @param month 1 to 12
 */
export function livedReport(duty: LivedDuty, month: number, chance: Chance): LivedReport {
  const about = [duty.taskId, duty.agencyId] as const;
  const percent = percentIn(month, about, chance);
  const stuckFrom = chance('stuck', ...about) < 0.06 ? 3 + Math.floor(chance('stuck-from', ...about) * 8) : 99;
  const isStuck = month >= stuckFrom && month < stuckFrom + STUCK_MONTHS && percent < 100;
  const status = isStuck ? 'blocked' : statusAt(percent);
  const clauses = clausesOf(duty);
  const clause = clauses[month % clauses.length] ?? duty.title;
  const next = clauses[(month + 1) % clauses.length] ?? duty.title;
  return { status, percent, ...WORDS[status](month, clause, next) };
}

function percentIn(month: number, about: readonly [number, number], chance: Chance): number {
  const begins = chance('begins', ...about) < 0.15 ? 2 + Math.floor(chance('begin', ...about) * 3) : 0;
  if (month < begins) return 0;
  const isEarly = chance('early', ...about) < 0.25;
  const pace = 0.75 + 0.55 * chance('pace', ...about) + (isEarly ? 0.6 : 0);
  return Math.min(100, Math.max(5, Math.round(((100 / 12) * month * pace) / 5) * 5));
}

function statusAt(percent: number): Exclude<Status, 'blocked'> {
  if (percent === 0) return 'not-started';
  return percent === 100 ? 'done' : 'in-progress';
}

type Words = Pick<LivedReport, 'narrative' | 'problems' | 'nextSteps'>;

const WORDS: Readonly<Record<Status, (month: number, clause: string, next: string) => Words>> = {
  'not-started': (month, clause) => ({
    narrative: `${month}月份尚未启动。`,
    problems: '',
    nextSteps: `下月启动：${clause}。`,
  }),
  'in-progress': (month, clause, next) => ({
    narrative: `${month}月份${clause}，工作正在推进。`,
    problems: '',
    nextSteps: `${next}。`,
  }),
  done: (_, clause) => ({ narrative: `${clause}，年度任务已完成。`, problems: '', nextSteps: '' }),
  blocked: (month, clause, next) => ({
    narrative: `${month}月份${clause}，进度慢于计划。`,
    problems: '需有关单位配合，推进受阻。',
    nextSteps: `${next}。`,
  }),
  'not-applicable': () => ({ narrative: '本月不涉及。', problems: '', nextSteps: '' }),
};
