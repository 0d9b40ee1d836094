import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { LateItem, LightRecord, ToldProgress } from '#backend/excel/layouts/records.ts';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { judgesOfPlan } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { LateDuty } from '#shared/domain/late-duty.ts';
import { daysWords, dayWords } from '#shared/domain/late-text.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { OwedRow } from '#shared/domain/owed.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { listLate } from '../deadline/list-late.ts';
import type { Ground } from './gather-ground.ts';

/** Words of a form's field that say there is none. */
const NO_PROBLEM = /^(?:无|暂无|没有|无问题|暂无问题|无存在问题)?[。.\s]*$/u;

/**
 * What is late on the clerk's date of what was due by the end of the period, as the list of what is late has it, the
 * latest first; then what is in trouble in the period and not late: reported as blocked, or with a problem.
 */
export function gatherLateRows(ground: Ground): { readonly rows: readonly LateItem[] } {
  const { context, plan, period, chosen } = ground;
  const parts = ['owed', 'progress', 'memberships', 'places', 'agencyNames', 'periods'] as const;
  const state = loadPlanState(context.db, plan.id, { taskIds: chosen.taskIds, periodId: period.id, parts });
  const owed = owedIn(state.owed, period);
  const dutyOf = new Map(owed.map((duty) => [placeKey(duty.taskId, duty.agencyId), duty]));
  const told = new Map<string, ToldProgress>(
    state.progress.map((entry) => [placeKey(entry.taskId, entry.agencyId), entry]),
  );
  const judgeIn = judgesOfPlan(context, plan.id, { taskIds: chosen.taskIds });
  const judges = new Map<PeriodId, ReturnType<typeof judgeIn>>();
  const judge = (duty: OwedRow, of: PeriodId) => {
    const then = state.periods.find(({ id }) => id === of) ?? period;
    const own = judges.get(then.id) ?? judgeIn(then);
    judges.set(then.id, own);
    return own(duty);
  };

  // A closed period is no longer chased, so the list of what is late leaves it out; its own table does not.
  const unreported = (): readonly LateOfPeriod[] =>
    owed.flatMap((duty) => {
      const { counts, missing, neverLate, dueOn } = judge(duty, period.id);
      const days = differenceInCalendarDays(context.today(), dueOn);
      if (!counts || !missing || neverLate || days <= 0) return [];
      const because = `${periodTitle(period.label)}尚未报送，时限${dayWords(dueOn)}，${daysWords(days)}`;
      const { taskId, agencyId } = duty;
      return [{ taskId, agencyId, dueOn, days, because, kind: 'period', period: period.label, periodId: period.id }];
    });

  const itemOf = (
    taskId: TaskId,
    agencyId: AgencyId,
    own: Pick<LateItem, 'kind' | 'period' | 'days' | 'because' | 'dueOn'> & {
      readonly light?: LightRecord | undefined;
    },
    of: PeriodId,
  ): LateItem[] => {
    const task = ground.placeOfTask.get(taskId);
    const agency = ground.placeOfAgency.get(agencyId);
    if (task === undefined || agency === undefined || !ground.isWanted(agencyId)) return [];
    const duty = dutyOf.get(placeKey(taskId, agencyId));
    const standing = duty && judge(duty, of);
    return [
      {
        ...{ task, agency, role: duty?.role ?? null, told: told.get(placeKey(taskId, agencyId)) ?? null },
        lightReason: own.light ? own.because : (standing?.because ?? ''),
        ...own,
        light: own.light ?? (standing ? { word: standing.word, colour: standing.colour } : null),
        dueOn: own.dueOn ?? standing?.dueOn ?? null,
      },
    ];
  };

  const late = [...lateBy(listLate(context, plan.id), period), ...unreported()]
    .filter(isFirstOfDay())
    .toSorted((one, other) => other.days - one.days || one.taskId - other.taskId || one.agencyId - other.agencyId);
  const overdueLight = chosenRules(context.db, plan.id).lights.find(({ key }) => key === 'overdue');
  const isLate = new Set(late.map(({ taskId, agencyId }) => placeKey(taskId, agencyId)));
  const overdue = late.flatMap((row) => {
    const { taskId, agencyId, dueOn, days, because, periodId } = row;
    const label = row.period === null ? '' : periodTitle(row.period);
    // What is short of a regular duty is late whatever was reported on its task.
    const own = row.kind === 'duty' ? { light: overdueLight } : {};
    const about = { kind: 'overdue', period: label, dueOn, days, because, ...own } as const;
    return itemOf(taskId, agencyId, about, periodId ?? period.id);
  });
  const label = periodTitle(period.label);
  const trouble = [...dutiesByTask(owed, state)]
    .toSorted(([one], [other]) => (ground.placeOfTask.get(one) ?? 0) - (ground.placeOfTask.get(other) ?? 0))
    .flatMap(([taskId, duties]) =>
      duties.flatMap(({ agencyId }) => {
        const key = placeKey(taskId, agencyId);
        const entry = told.get(key);
        const because = entry && troubleOf(entry);
        if (isLate.has(key) || !because) return [];
        return itemOf(
          taskId,
          agencyId,
          { kind: 'trouble', period: label, dueOn: null, days: null, because },
          period.id,
        );
      }),
    );
  return { rows: [...overdue, ...trouble] };
}

type LateOfPeriod = Omit<LateDuty, 'task' | 'title' | 'agency'>;

/** What belongs to a period or was due by its end: what came later is no matter of its table. */
function lateBy(late: readonly LateOfPeriod[], { id, endsOn }: PeriodView): readonly LateOfPeriod[] {
  return late.filter(({ periodId, dueOn }) => periodId === id || dueOn <= endsOn);
}

/** Of what an agency owes of a task by one day only the first. */
function isFirstOfDay(): (late: LateOfPeriod) => boolean {
  const seen = new Set<string>();
  return ({ taskId, agencyId, dueOn }) => {
    const key = `${placeKey(taskId, agencyId)}/${dueOn}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}

function troubleOf({ status, problems }: ToldProgress): string | null {
  const hasProblem = !NO_PROBLEM.test(problems.trim());
  if (status === 'blocked') return hasProblem ? '进展受阻，存在问题' : '进展受阻';
  return hasProblem ? '存在问题' : null;
}

function placeKey(taskId: TaskId, agencyId: AgencyId): string {
  return `${taskId}/${agencyId}`;
}
