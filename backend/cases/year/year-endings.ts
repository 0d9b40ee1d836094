import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { YearEnding } from '#shared/domain/year.ts';
import { monthDayWords } from '#shared/text/month-day-words.ts';

export type YearEndings = {
  /** How an agency left its duty of a task. */
  readonly ofCell: (taskId: TaskId, agencyId: AgencyId) => YearEnding;
  /** How the agency that leads a task left it. */
  readonly ofTask: (taskId: TaskId) => YearEnding;
  /** Agencies with a duty of the task, the one that leads first. */
  readonly agenciesOf: (taskId: TaskId) => readonly AgencyId[];
};

/**
 * How the duties of a plan ended: by the last period of which something was reported, and by what was closed.
 *
 * @throws AppError PLAN_GONE
 */
export function yearEndings(db: ReadableDb, planId: PlanId): YearEndings {
  const state = loadPlanState(db, planId, { parts: ['plan', 'periods', 'marks', 'closings', 'assignments'] });
  const order = new Map(state.periods.map((period, index) => [period.id, { index, label: period.label }]));
  const last = new Map<string, { readonly index: number; readonly ending: Omit<YearEnding, 'closedOn' | 'words'> }>();
  for (const { taskId, agencyId, periodId, status, percent, said } of state.marks) {
    const { index, label } = order.get(periodId) ?? { index: -1, label: '' };
    const key = `${taskId}/${agencyId}`;
    if (said === 0 || index < (last.get(key)?.index ?? -1)) continue;
    last.set(key, { index, ending: { status, percent, period: label } });
  }
  const closedOn = new Map(
    state.closings
      .filter((closing) => closing.reopenedOn === null)
      .map((closing) => [`${closing.taskId}/${closing.agencyId ?? ''}`, closing.closedOn]),
  );
  const rows = Map.groupBy(state.assignments, ({ taskId }) => taskId);
  const agenciesOf = (taskId: TaskId): readonly AgencyId[] =>
    (rows.get(taskId) ?? [])
      .toSorted((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
      .map((row) => row.agencyId);
  const ofCell = (taskId: TaskId, agencyId: AgencyId | undefined): YearEnding =>
    withWords({
      status: null,
      percent: null,
      period: null,
      ...last.get(`${taskId}/${agencyId}`)?.ending,
      closedOn: closedOn.get(`${taskId}/${agencyId}`) ?? closedOn.get(`${taskId}/`) ?? null,
    });
  return { ofCell, ofTask: (taskId) => ofCell(taskId, agenciesOf(taskId)[0]), agenciesOf };
}

function withWords(ending: Omit<YearEnding, 'words'>): YearEnding {
  const { status, percent, period, closedOn } = ending;
  const standing = [
    ...(closedOn === null ? [] : [`${monthDayWords(closedOn)}办结`]),
    ...(status === null ? [] : [STATUS_LABELS[status]]),
    ...(percent === null ? [] : [`${percent}%`]),
  ].join(' ');
  const when = period === null ? '' : `（${periodTitle(period)}）`;
  return { ...ending, words: `去年：${standing === '' ? (period === null ? '没有报送' : '已报送') : standing}${when}` };
}

/** Whether there is nothing left to do: closed, done, or none of its business. */
export function isFinished({ status, closedOn }: YearEnding): boolean {
  return closedOn !== null || status === 'done' || status === 'not-applicable';
}
