import type { EntryWarning } from '#shared/domain/cell-entry.ts';
import type { LastEntry } from '#shared/domain/ledger.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { cumulativeAt, type PeriodValue } from '#shared/domain/target-standing.ts';
import { chineseDay } from '#shared/text/chinese-day.ts';

export type OwnGround = {
  readonly entry: ProgressView;
  /** What stood for the period before. */
  readonly last: LastEntry | null;
  readonly period: Pick<PeriodView, 'startsOn' | 'endsOn' | 'label'>;
  /** The period before. */
  readonly before: Pick<PeriodView, 'endsOn' | 'label'> | null;
  readonly today: string;
  /** Of the task, each with what the agency reported in all periods. */
  readonly targets: readonly { readonly target: TargetView; readonly values: readonly PeriodValue[] }[];
  /** Files of evidence on the task. */
  readonly evidence: number;
};

/** A rule: what is wrong, or `null`. */
type OwnRule = (ground: OwnGround) => EntryWarning | null;

/** What only the period before, the date and the evidence can tell; what a text alone tells is in returns/checks. */
const RULES: readonly OwnRule[] = [
  ({ entry, last }) =>
    entry.percent !== null && last?.percent != null && entry.percent < last.percent
      ? { field: 'percent', sentence: `完成比例 ${entry.percent}%，低于上期的 ${last.percent}%` }
      : null,
  // Shorter texts than the rule for returns looks at: 已完成 twice.
  ({ entry, last }) =>
    entry.narrative.trim() !== '' && entry.narrative.trim() === last?.narrative.trim()
      ? { field: 'narrative', sentence: '进展情况与上期一字不差' }
      : null,
  ({ entry, evidence }) =>
    entry.status === 'done' && evidence === 0 ? { field: 'evidence', sentence: '状态为“已完成”，没有佐证材料' } : null,
  ({ entry, today }) =>
    entry.reportedOn !== null && entry.reportedOn > today
      ? { field: 'reportedOn', sentence: `填报日期${chineseDay(entry.reportedOn)}在今天之后` }
      : null,
  ({ entry, period }) =>
    entry.reportedOn !== null && entry.reportedOn < period.startsOn
      ? { field: 'reportedOn', sentence: `填报日期${chineseDay(entry.reportedOn)}早于${periodTitle(period.label)}` }
      : null,
  ({ entry, last }) =>
    last?.status === 'done' && entry.status !== null && entry.status !== 'done'
      ? { field: 'status', sentence: '上期为“已完成”，本期又改为未完成' }
      : null,
];

/** Runs the rules over an entry, in their order; then each target against what it was. */
export function ownWarnings(ground: OwnGround): readonly EntryWarning[] {
  return [
    ...RULES.flatMap((rule) => rule(ground) ?? []),
    ...ground.targets.flatMap((each) => fallen(each, ground) ?? []),
  ];
}

/** What was counted up to now cannot be less than it was, and a share that is to rise does not fall. */
function fallen({ target, values }: OwnGround['targets'][number], { before, period }: OwnGround): EntryWarning | null {
  if (before === null || target.comparator === '≤') return null;
  const [then, now] = [before, period].map(({ endsOn }) => cumulativeAt(target.accumulates, values, endsOn));
  if (then == null || now == null || now >= then) return null;
  const figures = `累计 ${now}${target.unit}，低于上期的 ${then}${target.unit}`;
  return { field: 'target', sentence: `“${target.name}”${figures}` };
}
