import type { FormPart, FormTarget, FormTaskRow } from '#backend/excel/form/form-input.ts';
import { owedIn } from '#backend/standing/owed-in-period.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { matterOrigin } from '#shared/domain/matter.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { holdsIn } from '#shared/domain/owed.ts';
import { cumulativeAt, targetKey, valuesByTarget } from '#shared/domain/target-standing.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';
import { AppError } from '#shared/errors.ts';

/** What goes into the form of one agency about one plan. */
export type GatheredForm = { readonly agency: AgencyView; readonly rows: readonly FormTaskRow[] };

/** What a plan asks in a period, of each agency. */
export type GatheredPlan = {
  readonly plan: PlanView;
  readonly period: PeriodView;
  readonly lastLabel: FormPart['lastLabel'];
  /** Agencies without a duty are left out. */
  readonly forms: readonly GatheredForm[];
};

const PARTS = [
  'plan',
  'tasks',
  'targets',
  'agencies',
  'memberships',
  'owed',
  'periods',
  'progress',
  'matters',
  'milestones',
  'targetValues',
] as const;

type State = Pick<PlanState, (typeof PARTS)[number]>;

/**
 * What each agency owes in the period, also through a group, in the order of the plan, with what is known so far and
 * what it said last: read once for all of them, so that forty forms tell of one moment.
 *
 * @param agencyIds which agencies; when left out, all that owe something in the order of the matrix. A group whose
 *   members owe through it is then left out, for each of them gets a form
 * @throws AppError AGENCY_GONE
 */
export function gatherForms(db: ReadableDb, period: PeriodView, agencyIds?: readonly AgencyId[]): GatheredPlan {
  const state = loadPlanState(db, period.planId, { periodId: period.id, parts: PARTS });
  const before = state.periods.findLast(({ kind, endsOn }) => kind === period.kind && endsOn < period.startsOn);
  const last = before ? byCell(listProgress(db, period.planId, { periodId: before.id })) : new Map();
  const owed = owedIn(state.owed, period);
  const roles = new Map(
    [...Map.groupBy(owed, ({ agencyId }) => agencyId)].map(([agencyId, duties]) => [
      agencyId,
      new Map(duties.map(({ taskId, role }) => [taskId, role])),
    ]),
  );
  const targetsOf = targetsWithValues(state, period, before);
  const milestones = Map.groupBy(state.milestones, ({ taskId }) => taskId);
  const entries = byCell(state.progress);
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter]));
  const stoodFor = new Set(state.memberships.filter((each) => holdsIn(each, period)).map(({ groupId }) => groupId));
  const chosen =
    agencyIds === undefined
      ? state.agencies.filter(({ id }) => roles.has(id) && !stoodFor.has(id))
      : agencyIds.map((agencyId) => present(state.agencies, agencyId));
  const forms = chosen.map((agency) => ({
    agency,
    rows: state.tasks.flatMap(({ id: taskId, number, title, content }): FormTaskRow[] => {
      const role = roles.get(agency.id)?.get(taskId);
      if (role === undefined) return [];
      const cell = `${taskId}/${agency.id}`;
      return [
        {
          taskId,
          number,
          title,
          content: matterOrigin(matters.get(taskId)) + content,
          role,
          targets: targetsOf(taskId, agency.id),
          milestones: (milestones.get(taskId) ?? []).filter((each) => concerns(each, agency.id, period)),
          last: last.get(cell) ?? null,
          progress: entries.get(cell) ?? null,
        },
      ];
    }),
  }));
  return {
    plan: state.plan,
    period,
    lastLabel: before?.label ?? null,
    forms: forms.filter(({ rows }) => rows.length > 0),
  };
}

function byCell(entries: PlanState['progress']): ReadonlyMap<string, PlanState['progress'][number]> {
  return new Map(entries.map((entry) => [`${entry.taskId}/${entry.agencyId}`, entry]));
}

/** Reached or not, those of the period; of the time before those that were not reached. */
function concerns({ agencyId, plannedOn, doneOn }: MilestoneRow, asked: AgencyId, period: PeriodView): boolean {
  if (agencyId !== null && agencyId !== asked) return false;
  if (plannedOn > period.endsOn) return false;
  return plannedOn >= period.startsOn || doneOn === null;
}

function targetsWithValues(
  { targets, targetValues, periods }: State,
  period: PeriodView,
  before: PeriodView | undefined,
): (taskId: number, agencyId: AgencyId) => readonly FormTarget[] {
  const byTask = Map.groupBy(targets, ({ taskId }) => taskId as number);
  const values = valuesByTarget(targetValues, periods);
  const now = new Map(
    targetValues
      .filter(({ periodId }) => periodId === period.id)
      .map((row) => [targetKey(row.targetId, row.agencyId), row.value]),
  );
  const then = new Map(
    targetValues
      .filter(({ periodId }) => periodId === before?.id)
      .map((row) => [targetKey(row.targetId, row.agencyId), row.value ?? row.cumulative]),
  );
  return (taskId, agencyId) =>
    (byTask.get(taskId) ?? []).map(({ id, name, comparator, value, unit, text, accumulates }) => {
      const key = targetKey(id, agencyId);
      const known = (values.get(key) ?? []).filter(({ endsOn }) => endsOn < period.startsOn);
      return {
        targetId: id,
        name,
        comparator,
        value,
        unit,
        text,
        last: then.get(key) ?? null,
        soFar: cumulativeAt(accumulates, known, period.startsOn),
        now: now.get(key) ?? null,
      };
    });
}

function present(agencies: readonly AgencyView[], agencyId: AgencyId): AgencyView {
  const agency = agencies.find(({ id }) => id === agencyId);
  if (!agency) throw new AppError('AGENCY_GONE');
  return agency;
}
