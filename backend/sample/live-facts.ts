import type { WritableDb } from '#db/handle.ts';
import { commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listMilestones } from '#db/queries/milestone.queries.ts';
import { listDues, type listTargets } from '#db/queries/plan.queries.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { Chance } from './chance.ts';
import { clausesOf } from './clauses.ts';
import { livedChecks } from './live-checks.ts';
import { dayAfter, type Happening, momentOf } from './month-timeline.ts';
import type { LivedDuty } from './reports.ts';

export type FactsOf = {
  readonly planId: PlanId;
  readonly duties: readonly LivedDuty[];
  readonly chance: Chance;
};

type Target = ReturnType<typeof listTargets>[number];

/** Months in which a milestone may be planned; a task with all of them has as many as a task usually has. */
const MILESTONE_MONTHS = [3, 5, 6, 8, 9, 11, 12] as const;
/** Share of the tasks that have milestones. */
const WITH_MILESTONES = 0.6;
/** Counted in pieces: what was done in a month adds up. Others are shares, of which the last says where it stands. */
const ADDS_UP = /批次|篇|次|个|家|场/u;

/**
 * What goes along with the reports of a year: milestones and regular duties from its beginning, values of targets, checks on
 * the spot, extensions, closings, pieces that were sent in and reminders from month to month.
 */
export function livedFacts(db: WritableDb, facts: FactsOf) {
  const leads = leadsOf(facts.duties);
  return {
    beginning: () => begin(db, facts),
    ofMonth: (period: PeriodView, month: number): readonly Happening[] => [
      valuesOf(db, facts, { period, month, leads }),
      reached(db, facts, { period, month }),
      piecesOf(db, facts, period),
      ...livedChecks(db, facts, period),
    ],
  };
}

/** Who reports the targets of each task: the first that owes it. */
function leadsOf(duties: readonly LivedDuty[]): ReadonlyMap<TaskId, AgencyId> {
  return new Map(duties.toReversed().map(({ taskId, agencyId }) => [taskId, agencyId]));
}

/** Milestones in the words of the tasks, and the regular duties that their due rules say. */
function begin(db: WritableDb, { planId, duties, chance }: FactsOf): void {
  const year = Number(db.prepare('SELECT year FROM plan WHERE id = ?').pluck().get(planId));
  const at = momentOf(`${year}-01-05`, 0.1);
  const tasks = [...new Map(duties.map((duty) => [duty.taskId, duty])).values()];
  const milestones = tasks
    .filter(({ taskId }) => chance('has-milestones', taskId) < WITH_MILESTONES)
    .flatMap((task): RowWrite[] => {
      const clauses = clausesOf(task);
      const months = MILESTONE_MONTHS.filter((month) => chance('milestone', task.taskId, month) < 0.6);
      return (months.length < 3 ? [3, 6, 11] : months).map((month, index) => ({
        table: 'milestone',
        id: null,
        values: {
          task_id: task.taskId,
          agency_id: null,
          position: index + 1,
          title: clauses[index % clauses.length] ?? task.title,
          planned_on: lastDayOf(year, month),
          done_on: null,
          note: '',
        },
      }));
    });
  write(db, { code: 'milestone.set', label: `设置 ${milestones.length} 个节点`, at }, milestones);
  const regular = listDues(db, planId).map(
    (due, index): RowWrite => ({
      table: 'duty',
      id: null,
      values: {
        plan_id: planId,
        task_id: due.taskId,
        position: index + 1,
        title: due.verbatim,
        cadence: due.kind === 'monthly' ? 'month' : 'year',
        needed: 1,
        due_day: due.day ?? Number(due.date?.slice(8) ?? 31),
        due_month: due.kind === 'monthly' ? null : Number(due.date?.slice(5, 7) ?? 12),
        on_holiday: 'stays',
        verbatim: due.verbatim,
      },
    }),
  );
  write(db, { code: 'duty.set', label: `设置 ${regular.length} 项定期报送`, at }, regular);
}
