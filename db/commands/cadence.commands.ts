import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Cadence } from '#shared/domain/period.ts';
import { PERIOD_KIND_LABELS, ruledPeriods } from '#shared/domain/period-rule.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb, WritableDb } from '../handle.ts';
import { listPeriods } from '../queries/period.queries.ts';
import { getPlan, getTask } from '../queries/plan.queries.ts';
import { periodInsert, standingRule } from './period-rows.ts';

/**
 * Sets by which kind of period tasks are reported, all as one step. When the plan has no periods of that kind, those of
 * its year are made with it: a task would else be owed nowhere.
 *
 * @param cadence `null`: as the plan
 * @throws AppError TASK_GONE | PLAN_GONE | NOTHING_TO_CHANGE
 */
export function setTaskCadence(
  db: WritableDb,
  taskIds: readonly TaskId[],
  cadence: Cadence | null,
  made: Made,
): CommittedStep {
  const tasks = taskIds.map((id) => getTask(db, id));
  const plans = [...new Set(tasks.map(({ planId }) => planId))];
  const writes = [
    ...tasks
      .filter((task) => task.cadence !== cadence)
      .map(({ id }): RowWrite => ({ table: 'task', id, values: { cadence } })),
    ...(cadence === null ? [] : plans.flatMap((planId) => missingPeriods(db, planId, cadence))),
  ];
  const [first] = tasks;
  const place = tasks.length === 1 && first ? `第 ${first.number} 项` : `${tasks.length} 项任务`;
  const words = cadence === null ? '随计划报送' : `按${PERIOD_KIND_LABELS[cadence]}报送`;
  if (tasks.every((task) => task.cadence === cadence)) throw new AppError('NOTHING_TO_CHANGE');
  return commitStep(db, { code: 'task.setCadence', label: `${place}改为${words}`, ...made }, writes);
}

/**
 * Sets by which kind of period a plan is reported, in tasks that say no other one.
 *
 * @throws AppError PLAN_GONE | NOTHING_TO_CHANGE
 */
export function setPlanCadence(db: WritableDb, planId: PlanId, cadence: Cadence, made: Made): CommittedStep {
  if (getPlan(db, planId).cadence === cadence) throw new AppError('NOTHING_TO_CHANGE');
  return commitStep(db, { code: 'plan.setCadence', label: `计划改为按${PERIOD_KIND_LABELS[cadence]}报送`, ...made }, [
    { table: 'plan', id: planId, values: { cadence } },
    ...missingPeriods(db, planId, cadence),
  ]);
}

/** The periods of a kind in the plan's year, where the plan has none of that kind at all. */
function missingPeriods(db: ReadableDb, planId: PlanId, cadence: Cadence): readonly RowWrite[] {
  if (listPeriods(db, planId).some(({ kind }) => kind === cadence)) return [];
  const rule = standingRule(db, planId, cadence);
  return ruledPeriods(getPlan(db, planId).year, cadence, rule).map((draft) => periodInsert(planId, draft, rule));
}
