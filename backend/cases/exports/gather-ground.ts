import type { BackendContext } from '#backend/calls/context.ts';
import type { AgencyRecord, TaskRecord } from '#backend/excel/layouts/records.ts';
import { distinctLines } from '#backend/excel/layouts/table-words.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, DutyId, TaskId } from '#shared/domain/ids.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { matterDueText, matterMark, matterOrigin } from '#shared/domain/matter.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { ROLES } from '#shared/domain/role.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';
import type { MatterRow } from '#shared/domain/year-facts.ts';

/** What of a plan a table is about. */
export type Chosen = {
  readonly taskIds?: readonly TaskId[] | undefined;
  readonly agencyIds?: readonly AgencyId[] | undefined;
  readonly dutyId?: DutyId | undefined;
  /** Marks of the matrix with the lights of the period below. */
  readonly withLights?: boolean | undefined;
};

/** What the rows of every kind are gathered on: the plan's tasks and agencies, and where each stands in its list. */
export type Ground = {
  readonly context: BackendContext;
  readonly plan: PlanView;
  readonly period: PeriodView;
  readonly def: LayoutDef;
  /** Fields that columns name. */
  readonly fields: ReadonlySet<string>;
  readonly chosen: Chosen;
  readonly tasks: readonly TaskRecord[];
  readonly taskIds: readonly TaskId[];
  readonly placeOfTask: ReadonlyMap<TaskId, number>;
  readonly agencies: readonly (AgencyRecord & Pick<AgencyView, 'position' | 'duties'>)[];
  readonly placeOfAgency: ReadonlyMap<AgencyId, number>;
  readonly isWanted: (agencyId: AgencyId) => boolean;
};

const UNIT_FIELDS = ['lead', 'coResponsible', 'cooperating', 'units'] as const;

/**
 * Reads the plan's tasks and agencies for a layout; long lists only where a column asks for them.
 *
 * @throws AppError PLAN_GONE
 */
export function gatherLayoutGround(
  context: BackendContext,
  plan: PlanView,
  period: PeriodView,
  def: LayoutDef,
  chosen: Chosen,
): Ground {
  const { db, calendar } = context;
  const fields = new Set(def.columns.map(({ field }) => field));
  const { taskIds } = chosen;
  const state = loadPlanState(db, plan.id, { taskIds, parts: ['sections', 'tasks', 'agencies', 'matters'] });
  // Of targets and agencies in a row of their own the lead is named too.
  const named = def.rows === 'target' || UNIT_FIELDS.some((field) => fields.has(field));
  const assignments = named ? loadPlanState(db, plan.id, { taskIds, parts: ['assignments'] }).assignments : [];
  const targets = fields.has('targets') ? loadPlanState(db, plan.id, { taskIds, parts: ['targets'] }).targets : [];
  const dues = fields.has('due') ? loadPlanState(db, plan.id, { taskIds, parts: ['dues'] }).dues : [];
  const agencies = state.agencies.map(({ id, name, shortName, kind, position, duties }) => ({
    ...{ id, name, shortName, kind, position, duties },
  }));
  const wanted = chosen.agencyIds && new Set(chosen.agencyIds);
  return {
    ...{ context, plan, period, def, fields, chosen, agencies },
    tasks: taskRecords(state, { assignments, targets, dues, agencies, calendar, asksDue: fields.has('due') }),
    taskIds: state.tasks.map(({ id }) => id),
    placeOfTask: new Map(state.tasks.map(({ id }, place) => [id, place])),
    placeOfAgency: new Map(agencies.map(({ id }, place) => [id, place])),
    isWanted: (agencyId) => wanted?.has(agencyId) ?? true,
  };
}

type Hanging = Pick<PlanState, 'assignments' | 'targets' | 'dues'> & {
  readonly agencies: readonly Pick<AgencyRecord, 'id' | 'name'>[];
  readonly calendar: WorkCalendar;
  readonly asksDue: boolean;
};

/** Tasks in their order; what came up in the year says so before its words. */
function taskRecords(
  { sections, tasks, matters }: Pick<PlanState, 'sections' | 'tasks' | 'matters'>,
  hanging: Hanging,
): readonly TaskRecord[] {
  const sectionOf = new Map(sections.map(({ id, ordinal, title }) => [id, { ordinal, title }]));
  const matterOf = new Map(matters.map((matter) => [matter.taskId, matter]));
  const nameOf = new Map(hanging.agencies.map(({ id, name }) => [id, name]));
  const assigned = Map.groupBy(hanging.assignments, ({ taskId }) => taskId);
  const targets = Map.groupBy(hanging.targets, ({ taskId }) => taskId);
  const dues = Map.groupBy(hanging.dues, ({ taskId }) => taskId);
  return tasks.map((task): TaskRecord => {
    const { id, sectionId, number, leadLeader, leaderInCharge, personInCharge } = task;
    const matter = matterOf.get(id);
    const holders = Map.groupBy(assigned.get(id) ?? [], ({ role }) => role);
    const units = ROLES.map((role) => [
      role,
      (holders.get(role) ?? []).map(({ agencyId }) => nameOf.get(agencyId) ?? ''),
    ]);
    return {
      section: (sectionId === null ? undefined : sectionOf.get(sectionId)) ?? null,
      number,
      title: matterMark(matter) + task.title,
      content: matterOrigin(matter) + task.content,
      targets: distinctLines(targets.get(id) ?? []),
      due: distinctLines([...(dues.get(id) ?? []), ...(hanging.asksDue ? matterDues(matter, hanging.calendar) : [])]),
      ...{ leadLeader, leaderInCharge, personInCharge },
      // Every role is named once.
      units: Object.fromEntries(units) as TaskRecord['units'],
    };
  });
}

function matterDues(matter: MatterRow | undefined, calendar: WorkCalendar): readonly { readonly text: string }[] {
  const text = matter ? matterDueText(matter, matterDueOn(calendar, matter)) : '';
  return text === '' ? [] : [{ text }];
}
