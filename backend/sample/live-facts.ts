import { setMilestones } from '#db/commands/milestone.commands.ts';
import { setTargetValues } from '#db/commands/target-value.commands.ts';
import type { WritableDb } from '#db/handle.ts';
import { listMilestones } from '#db/queries/milestone.queries.ts';
import { listTargets } from '#db/queries/plan.queries.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { clausesOf } from './clauses.ts';
import { livedChecks } from './live-checks.ts';
import { livedReminders } from './live-reminders.ts';
import type { LivedGround } from './lived-ground.ts';
import { dayAfter, type Happening, momentOf } from './month-timeline.ts';

/** Months in which a milestone may be planned. */
const MILESTONE_MONTHS = [3, 5, 6, 8, 9, 11, 12] as const;
/** Share of the tasks that have milestones, and of the milestones that are reached in time. */
const WITH_MILESTONES = 0.6;
const IN_TIME = 0.85;
/** Day by which the targets of a month are told. */
const VALUES_DAY = 12;

/**
 * What goes along with the reports of a year: milestones in its first days; then, from month to month, values of targets,
 * milestones reached, checks on the spot, extensions, closings, pieces that were sent in, and reminders.
 */
export function livedFacts(db: WritableDb, ground: LivedGround) {
  // The first that owes a task tells its figures.
  const leads = new Map<TaskId, AgencyId>(ground.duties.toReversed().map((duty) => [duty.taskId, duty.agencyId]));
  return {
    ofYear: (period: PeriodView): readonly Happening[] => [planned(db, ground, period)],
    ofMonth: (period: PeriodView, month: number): readonly Happening[] => [
      told(db, ground, { period, month, leads }),
      reached(db, ground, period),
      ...livedChecks(db, ground, period),
      ...livedReminders(db, ground, period),
    ],
  };
}

/** Milestones in the words of the tasks, set in the first month. */
function planned(db: WritableDb, { duties, chance }: LivedGround, first: PeriodView): Happening {
  const year = Number(first.startsOn.slice(0, 4));
  const tasks = [...new Map(duties.map((duty) => [duty.taskId, duty])).values()];
  const happen = (at: string) => {
    for (const task of tasks.filter(({ taskId }) => chance('has-milestones', taskId) < WITH_MILESTONES)) {
      const clauses = clausesOf(task);
      const drawn = MILESTONE_MONTHS.filter((month) => chance('milestone', task.taskId, month) < 0.6);
      const milestones = (drawn.length < 3 ? [3, 6, 11] : drawn).map((month, index) => ({
        id: null,
        agencyId: null,
        title: clauses[index % clauses.length] ?? task.title,
        plannedOn: lastDayOf(year, month),
        doneOn: null,
        note: '',
      }));
      setMilestones(db, task.taskId, milestones, { at, client: 'window', manner: 'typed' });
    }
  };
  return { at: momentOf(dayAfter(first.startsOn, 4), 0.2), happen };
}

type Month = { readonly period: PeriodView; readonly month: number };

/** The targets of the plan, as those who lead the tasks tell them: what adds up month by month, a share as it stands. */
function told(
  db: WritableDb,
  { planId, chance }: LivedGround,
  { period, month, leads }: Month & { readonly leads: ReadonlyMap<TaskId, AgencyId> },
): Happening {
  const happen = (at: string) => {
    const values = listTargets(db, planId).flatMap((target) => {
      const agencyId = leads.get(target.taskId);
      if (agencyId === undefined) return [];
      const pace = 0.8 + 0.4 * chance('target', target.id);
      const adds = target.accumulates === 'sum';
      const reachedShare = Math.min(1, (adds ? 1 : 0.6 + 0.4 * (month / 12)) * pace);
      const value = rounded(adds ? (target.value / 12) * pace : target.value * reachedShare);
      return [{ targetId: target.id, agencyId, periodId: period.id, value }];
    });
    if (values.length > 0) setTargetValues(db, values, { at, client: 'window', manner: 'typed' });
  };
  return { at: momentOf(dayAfter(period.startsOn, VALUES_DAY - 1), 0.9), happen };
}

/** Milestones planned for this month or before are reached, most of them. */
function reached(db: WritableDb, { planId, chance }: LivedGround, period: PeriodView): Happening {
  const happen = (at: string) => {
    const ofTasks = Map.groupBy(listMilestones(db, planId), ({ taskId }) => taskId);
    for (const [taskId, milestones] of ofTasks) {
      const isReached = ({ id, plannedOn, doneOn }: (typeof milestones)[number]) =>
        doneOn === null && plannedOn <= period.endsOn && chance('reached', id, period.id) < IN_TIME;
      if (!milestones.some(isReached)) continue;
      const edits = milestones.map((row) =>
        isReached(row) ? { ...editOf(row), doneOn: at.slice(0, 10) } : editOf(row),
      );
      setMilestones(db, taskId, edits, { at, client: 'window', manner: 'typed' });
    }
  };
  return { at: momentOf(dayAfter(period.endsOn, -3), 0.5), happen };
}

function editOf({ id, agencyId, title, plannedOn, doneOn, note }: ReturnType<typeof listMilestones>[number]) {
  return { id, agencyId, title, plannedOn, doneOn, note };
}

function rounded(value: number): number {
  return value >= 10 ? Math.round(value) : Math.round(value * 100) / 100;
}

function lastDayOf(year: number, month: number): string {
  return dayAfter(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`, -1);
}
