import type { CountedDuty, Dimension, DutyFigure } from '#shared/domain/statistics.ts';
import { bareNames } from '#shared/domain/task-people.ts';
import type { JudgedDuty, JudgedPlan } from './judged-duties.ts';
import { statusKey } from './plan-statistics.ts';

/** Nobody reads more behind one figure. */
const DUTIES_MAX = 5000;

const COUNTED: Readonly<Record<DutyFigure, (duty: JudgedDuty) => boolean>> = {
  owed: () => true,
  reported: ({ missing }) => !missing,
  missing: ({ missing }) => missing,
  done: ({ missing, status, closed }) => !missing && (status === 'done' || closed),
  overdue: ({ missing, daysLate }) => missing && daysLate > 0,
  blocked: ({ missing, status, closed }) => !missing && status === 'blocked' && !closed,
  late: ({ missing, daysLate }) => !missing && daysLate > 0,
};

/**
 * The duties behind one figure of a plan's statistics (plan-statistics.ts), by period, task and agency.
 *
 * @param row of which dimension and key; left out, of all duties
 */
export function countedDuties(
  judged: JudgedPlan,
  row: { readonly dimension: Dimension; readonly key: string } | undefined,
  figure: DutyFigure,
): readonly CountedDuty[] {
  const { state, duties } = judged;
  const keysOf = row && keysBy(judged)[row.dimension];
  const tasks = new Map(state.tasks.map((task) => [task.id, task]));
  const agencies = new Map(judged.agencies.map(({ id, name }) => [id, name]));
  return duties
    .filter((duty) => COUNTED[figure](duty) && (!keysOf || keysOf(duty).includes(row.key)))
    .slice(0, DUTIES_MAX)
    .map(({ taskId, agencyId, period, role, light, word, dueOn, daysLate }) => ({
      taskId,
      agencyId,
      periodId: period.id,
      task: tasks.get(taskId)?.number ?? 0,
      title: tasks.get(taskId)?.title ?? '',
      agency: agencies.get(agencyId) ?? '',
      period: period.label,
      role,
      light,
      word,
      dueOn,
      daysLate,
    }));
}

/** The keys of the rows that a duty is counted in, by dimension. */
function keysBy({ state, agencies }: JudgedPlan): Readonly<Record<Dimension, (duty: JudgedDuty) => readonly string[]>> {
  const tasks = new Map(state.tasks.map((task) => [task.id, task]));
  const ofId = new Map(agencies.map((agency) => [agency.id, agency]));
  const sections = new Map(state.sections.map(({ id, ordinal }) => [id, String(ordinal)]));
  return {
    byStatus: (duty) => [statusKey(duty)],
    byLight: ({ light }) => [light],
    byRole: ({ role }) => [role],
    bySection: ({ taskId }) => {
      const sectionId = tasks.get(taskId)?.sectionId ?? null;
      return [(sectionId === null ? undefined : sections.get(sectionId)) ?? ''];
    },
    byAgency: ({ agencyId }) => [ofId.get(agencyId)?.name ?? ''],
    byKind: ({ agencyId }) => [ofId.get(agencyId)?.kind ?? ''],
    byLeader: ({ taskId }) => {
      const names = bareNames(tasks.get(taskId)?.leadLeader ?? '');
      return names.length === 0 ? [''] : names;
    },
    byPeriod: ({ period }) => [period.label],
  };
}
