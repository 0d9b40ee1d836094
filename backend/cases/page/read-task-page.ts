import type { BackendContext } from '#backend/calls/context.ts';
import { loadPlanState } from '#backend/standing/plan-state.ts';
import { dutiesByTask } from '#backend/standing/task-duties.ts';
import { listEvidence } from '#db/queries/evidence.queries.ts';
import { lastWritten } from '#db/queries/page.queries.ts';
import { getTask } from '#db/queries/plan.queries.ts';
import { datedPeriod } from '#shared/domain/due-day.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { bestOwed } from '#shared/domain/owed.ts';
import { NOTHING_REPORTED } from '#shared/domain/progress.ts';
import type { PageAgency, PageEntry, TaskPage } from '#shared/domain/task-page.ts';
import { JUDGED_PARTS, judgePeriods } from './judge-periods.ts';
import { readLastYear } from './read-last-year.ts';
import { shownStanding } from './shown-standing.ts';
import { targetsStanding } from './targets-standing.ts';

const PARTS = [
  ...JUDGED_PARTS,
  'places',
  'agencies',
  'agencyNames',
  'progress',
  'targets',
  'dues',
  'notes',
  'extensions',
  'closings',
  'targetValues',
  'milestones',
  'subItems',
  'verifications',
  'matters',
  'plan',
] as const;

/**
 * Everything known of one task.
 *
 * @throws AppError TASK_GONE
 */
export function readTaskPage(context: Pick<BackendContext, 'db' | 'today' | 'calendar'>, taskId: TaskId): TaskPage {
  const { db } = context;
  const task = getTask(db, taskId);
  const state = loadPlanState(db, task.planId, { taskIds: [taskId], parts: PARTS });
  const judge = judgePeriods(context, state, { taskIds: [taskId] });
  const judged = state.periods.map((period) => ({ period, duties: judge(period) }));
  const reported = new Map(state.progress.map((entry) => [`${entry.agencyId}/${entry.periodId}`, entry]));
  const written = lastWritten(
    db,
    state.progress.map(({ id }) => id),
  );
  const entries = judged.flatMap(({ period, duties }) => {
    const owing = new Map(duties.map(({ duty, standing }) => [duty.agencyId, standing]));
    const also = state.progress.filter((entry) => entry.periodId === period.id && !owing.has(entry.agencyId));
    return [...owing.keys(), ...also.map(({ agencyId }) => agencyId)].map((agencyId): PageEntry => {
      const standing = owing.get(agencyId);
      const entry = reported.get(`${agencyId}/${period.id}`);
      const last = entry && written.get(entry.id);
      const { status, percent, narrative, problems, nextSteps, reportedOn, reporter, origin } =
        entry ?? NOTHING_REPORTED;
      return {
        agencyId,
        periodId: period.id,
        status,
        percent,
        narrative,
        problems,
        nextSteps,
        reportedOn,
        reporter,
        origin,
        ...shownStanding(standing, period, context.calendar),
        writtenAt: last?.at ?? null,
        writtenBy: last?.actor ?? '',
      };
    });
  });
  const known = new Set(entries.map(({ periodId }) => periodId));
  const [matter] = state.matters;
  return {
    taskId,
    planId: task.planId,
    task: task.number,
    title: task.title,
    content: task.content,
    sectionTitle: task.sectionTitle,
    responsibility: task.responsibility,
    leadLeader: task.leadLeader,
    leaderInCharge: task.leaderInCharge,
    personInCharge: task.personInCharge,
    matter: matter ?? null,
    targets: state.targets.map(({ taskId: _, ...target }) => target),
    dues: state.dues.map(({ taskId: _, ...due }) => due),
    agencies: agenciesOf(taskId, state, entries),
    periods: state.periods.filter(({ id }) => known.has(id)).map((period) => datedPeriod(period, context.calendar)),
    entries,
    targetValues: state.targetValues,
    targetStandings: targetsStanding(state, context.today()),
    milestones: state.milestones,
    subItems: state.subItems,
    verifications: state.verifications,
    evidence: listEvidence(db, task.planId, [taskId]),
    extensions: state.extensions,
    closings: state.closings,
    notes: state.notes.map(({ agencyId, text }) => ({ agencyId, text })),
    lastYear: readLastYear(db, task.carriedFrom),
  };
}

/** Those that owe the task in the order of the document, each group followed by its members; then those that did. */
function agenciesOf(
  taskId: TaskId,
  state: Pick<Parameters<typeof dutiesByTask>[1], 'places' | 'agencyNames'> &
    Pick<ReturnType<typeof loadPlanState>, 'owed' | 'agencies'>,
  entries: readonly PageEntry[],
): readonly PageAgency[] {
  const agencies = new Map(state.agencies.map((agency) => [agency.id, agency]));
  const duties = dutiesByTask([...bestOwed(state.owed)], state).get(taskId) ?? [];
  const roles = new Map<AgencyId, Pick<PageAgency, 'role' | 'through'>>();
  for (const { agencyId, role, through } of duties) {
    if (!roles.has(agencyId)) {
      roles.set(agencyId, { role, through: through === null ? null : (agencies.get(through)?.name ?? '') });
    }
  }
  for (const { agencyId } of entries) {
    if (!roles.has(agencyId)) roles.set(agencyId, { role: null, through: null });
  }
  return [...roles].map(([agencyId, role]) => {
    const agency = agencies.get(agencyId);
    return { agencyId, agency: agency?.name ?? '', shortName: agency?.shortName ?? '', ...role };
  });
}
