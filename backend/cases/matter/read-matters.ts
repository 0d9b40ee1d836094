import { loadPlanState } from '#backend/standing/plan-state.ts';
import type { ReadableDb } from '#db/handle.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { MatterDue, MatterView } from '#shared/domain/matter.ts';
import { matterDueOn } from '#shared/domain/matter-due.ts';
import { addWorkdays, isYearKnown, type WorkCalendar } from '#shared/domain/work-calendar.ts';

/** The matters of a plan with their tasks and units, in the order of the plan. @throws AppError PLAN_GONE */
export function readMatters(db: ReadableDb, planId: PlanId, calendar: WorkCalendar): readonly MatterView[] {
  const state = loadPlanState(db, planId, { parts: ['plan', 'tasks', 'matters', 'assignments', 'agencyNames'] });
  const matters = new Map(state.matters.map((matter) => [matter.taskId, matter]));
  const names = new Map(state.agencyNames.map(({ id, name }) => [id, name]));
  const roles = Map.groupBy(state.assignments, ({ taskId }) => taskId);
  return state.tasks.flatMap(({ id, number, title, content }): MatterView[] => {
    const matter = matters.get(id);
    if (!matter) return [];
    const dueOn = matterDueOn(calendar, matter);
    return [
      {
        ...matter,
        number,
        title,
        content,
        dueOn,
        calendarKnown: matter.workdays === null || isKnownBetween(calendar, matter.aroseOn, dueOn ?? matter.aroseOn),
        roles: (roles.get(id) ?? []).map(({ agencyId, role }) => ({
          agencyId,
          agency: names.get(agencyId) ?? '',
          role,
        })),
      },
    ];
  });
}

/** The last of so many workdays after a day. */
export function matterDue(calendar: WorkCalendar, aroseOn: string, workdays: number): MatterDue {
  const dueOn = addWorkdays(calendar, aroseOn, workdays);
  return { dueOn, calendarKnown: isKnownBetween(calendar, aroseOn, dueOn) };
}

function isKnownBetween(calendar: WorkCalendar, from: string, to: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!isYearKnown(calendar, year)) return false;
  }
  return true;
}
