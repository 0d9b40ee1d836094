import type { BackendContext } from '#backend/calls/context.ts';
import type { DecompositionTask } from '#backend/excel/layouts/decomposition.ts';
import type { LedgerTask } from '#backend/excel/layouts/ledger.ts';
import type { MatrixInput } from '#backend/excel/layouts/matrix-table.ts';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { judgeOfPeriod, owedWhenClosed } from '#backend/standing/load-judge.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import { reportsOf } from '#backend/standing/reports-of.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';
import { matterDueText, matterMark, matterOrigin } from '#shared/domain/matter.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { targetsWords } from '#shared/domain/target-words.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { MatterRow } from '#shared/domain/year-facts.ts';
import { LEDGER_FACT_PARTS, ledgerFacts } from '../ledger/ledger-facts.ts';

/** What the layouts of superiors need, each as a view of the plan's state; `taskIds`: only these, all when left out. */

/** Tasks with their targets, dues and roles, as the document has them: for the 任务分解表. */
export function gatherTasks(
  { db, calendar }: BackendContext,
  planId: PlanId,
  taskIds: readonly TaskId[] | undefined,
): readonly DecompositionTask[] {
  const state = loadPlanState(db, planId, {
    taskIds,
    parts: ['sections', 'tasks', 'targets', 'dues', 'assignments', 'agencyNames', 'matters'],
  });
  const targets = Map.groupBy(state.targets, (target) => target.taskId);
  const dues = Map.groupBy(state.dues, (due) => due.taskId);
  const assignments = Map.groupBy(state.assignments, (assignment) => assignment.taskId);
  const nameOf = namesOf(state);
  return inSections(state).map((task) => ({
    ...task,
    targets: targets.get(task.id) ?? [],
    dues: [...(dues.get(task.id) ?? []), ...matterDues(task.matter, calendar)],
    assignments: (assignments.get(task.id) ?? []).map(({ agencyId, role }) => ({ agencyName: nameOf(agencyId), role })),
  }));
}

/** Tasks and agencies of the 责任矩阵, with the lights of a period when one is given. */
export function gatherMatrix(
  context: BackendContext,
  planId: PlanId,
  period: PeriodView | undefined,
  chosen: { readonly taskIds?: readonly TaskId[] | undefined; readonly agencyIds?: readonly AgencyId[] | undefined },
): Pick<MatrixInput, 'agencies' | 'tasks' | 'lights'> {
  const { db } = context;
  const scope = { taskIds: chosen.taskIds, periodId: period?.id };
  const state = loadPlanState(db, planId, {
    ...scope,
    parts: ['sections', 'tasks', 'agencies', 'cells', 'memberships', 'matters'],
  });
  const judge =
    period &&
    judgeOfPeriod(context, period, {
      taskIds: chosen.taskIds,
      memberships: state.memberships,
      owedThen: owedWhenClosed(context, period, chosen.taskIds),
    });
  const cells = Map.groupBy(state.cells, (cell) => cell.taskId);
  const wanted = chosen.agencyIds && new Set(chosen.agencyIds);
  return {
    ...(period ? { lights: chosenRules(db, planId).lights } : {}),
    agencies: state.agencies.filter(({ id, duties }) => (wanted ? wanted.has(id) : duties > 0)),
    tasks: inSections(state).map((task) => ({
      ...task,
      cells: (cells.get(task.id) ?? []).map((cell) => ({
        agencyId: cell.agencyId,
        role: cell.role,
        ...(judge ? { light: judge(cell, cell).light } : {}),
      })),
    })),
  };
}

/** Tasks of the 进展台账 with an entry for each agency that owes them in the period, also through a group. */
export function gatherLedger(
  context: BackendContext,
  planId: PlanId,
  period: PeriodView,
  taskIds: readonly TaskId[] | undefined,
): readonly LedgerTask[] {
  const state = loadPlanState(context.db, planId, {
    taskIds,
    periodId: period.id,
    parts: [
      'sections',
      'tasks',
      'agencyNames',
      'places',
      'owed',
      'memberships',
      'progress',
      'matters',
      ...LEDGER_FACT_PARTS,
    ],
  });
  const duties = dutiesByTask(owedIn(state.owed, period), state);
  const entries = Map.groupBy(state.progress, (entry) => entry.taskId);
  const nameOf = namesOf(state);
  const judge = judgeOfPeriod(context, period, {
    taskIds,
    reports: () => reportsOf(state, period.id),
    memberships: state.memberships,
  });
  const factsOf = ledgerFacts(state, period, context.today(), [], () => undefined);
  return inSections(state).map((task) => ({
    ...task,
    text: task.title,
    entries: (duties.get(task.id) ?? []).map((duty) => {
      const progress = entries.get(task.id)?.find(({ agencyId }) => agencyId === duty.agencyId) ?? null;
      const { word, colour } = judge(duty);
      const reported = factsOf(task.id, duty.agencyId).targets.filter(({ cumulative }) => cumulative !== null);
      const targets = targetsWords({ targets: reported });
      return { agencyName: nameOf(duty.agencyId), role: duty.role, progress, targets, light: { word, colour } };
    }),
  }));
}

/** Tasks in their order, each with its section; what came up in the year says so before its words. */
function inSections({ sections, tasks, matters }: Pick<PlanState, 'sections' | 'tasks' | 'matters'>) {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const matterOf = new Map(matters.map((matter) => [matter.taskId, matter]));
  return tasks.map((task) => {
    const { id, sectionId, number, leadLeader, leaderInCharge, personInCharge } = task;
    const matter = matterOf.get(id);
    return {
      id,
      section: (sectionId === null ? undefined : byId.get(sectionId)) ?? null,
      number,
      title: matterMark(matter) + task.title,
      content: matterOrigin(matter) + task.content,
      leadLeader,
      leaderInCharge,
      personInCharge,
      matter,
    };
  });
}

function matterDues(matter: MatterRow | undefined, calendar: WorkCalendar): readonly { readonly text: string }[] {
  const text = matter ? matterDueText(matter, matterDueOn(calendar, matter)) : '';
  return text === '' ? [] : [{ text }];
}

function namesOf({ agencyNames }: Pick<PlanState, 'agencyNames'>): (agencyId: AgencyId) => string {
  const names = new Map(agencyNames.map(({ id, name }) => [id, name]));
  return (agencyId) => names.get(agencyId) ?? '';
}
