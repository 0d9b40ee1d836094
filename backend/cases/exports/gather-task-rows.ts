import type { MarkRecord, TaskLine, ToldProgress } from '#backend/excel/layouts/records.ts';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { judgeOfPeriod, owedWhenClosed } from '#backend/standing/load-judge.ts';
import { loadPlanState, type PlanState } from '#backend/standing/plan-state.ts';
import { AGENCY_KINDS } from '#shared/domain/agency.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { type LightDef, lightOf } from '#shared/domain/light.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import type { Ground } from './gather-ground.ts';

const TOLD_FIELDS = ['status', 'percent', 'narrative', 'problems', 'nextSteps'] as const;
const LIGHT_FIELDS = ['light', 'lightReason'] as const;

/** A row for each task: its marks, and what its lead has reported where a column asks for that. */
export function gatherTaskRows(ground: Ground) {
  const { context, plan, period, chosen, fields } = ground;
  const { taskIds } = chosen;
  const asksTold = TOLD_FIELDS.some((field) => fields.has(field));
  const showsLight = LIGHT_FIELDS.some((field) => fields.has(field));
  const asksLight = chosen.withLights === true || showsLight;
  const state = loadPlanState(context.db, plan.id, { taskIds, periodId: period.id, parts: ['cells', 'memberships'] });
  const judge = asksLight
    ? judgeOfPeriod(context, period, {
        taskIds,
        memberships: state.memberships,
        owedThen: owedWhenClosed(context, period, taskIds),
      })
    : undefined;
  const { lights } = chosenRules(context.db, plan.id);
  const shown = agencyColumnsOf(ground);
  const isShown = new Set(shown);
  const cells = Map.groupBy(state.cells, ({ taskId }) => taskId);
  const told = asksTold ? leadTold(ground) : undefined;
  const rows = ground.taskIds.map((taskId, task): TaskLine => {
    const own = cells.get(taskId) ?? [];
    const marks = own.flatMap((cell): MarkRecord[] => {
      const agency = ground.placeOfAgency.get(cell.agencyId);
      if (agency === undefined || !isShown.has(agency)) return [];
      const light = judge && chosen.withLights === true ? lightOf(lights, judge(cell, cell).light) : undefined;
      return [{ agency, role: cell.role, ...(light ? { light: { letter: light.letter, colour: light.colour } } : {}) }];
    });
    const lead = own.find(({ role }) => role === 'lead') ?? own[0];
    const judged = lead && showsLight ? judge?.(lead, lead) : undefined;
    return {
      ...{ task, marks },
      ...(told ? { told: lead ? told(taskId, lead) : null } : {}),
      ...(judged ? { light: { word: judged.word, colour: judged.colour }, lightReason: judged.because } : {}),
    };
  });
  return { rows, agencyColumns: shown, legend: legendOf(chosen.withLights === true ? lights : []) };
}

/** Agencies with a column, by kind in the kinds' own order, inside a kind by position. */
function agencyColumnsOf({ agencies, chosen, isWanted }: Ground): readonly number[] {
  return agencies
    .map((agency, place) => ({ ...agency, place }))
    .filter(({ id, duties }) => (chosen.agencyIds ? isWanted(id) : duties > 0))
    .toSorted((a, b) => AGENCY_KINDS.indexOf(a.kind) - AGENCY_KINDS.indexOf(b.kind) || a.position - b.position)
    .map(({ place }) => place);
}

type Held = Pick<PlanState['cells'][number], 'agencyId'>;

function leadTold({ context, plan, period, chosen }: Ground): (taskId: TaskId, held: Held) => ToldProgress | null {
  const scope = { taskIds: chosen.taskIds, periodId: period.id };
  const { progress } = loadPlanState(context.db, plan.id, { ...scope, parts: ['progress'] });
  const entries = Map.groupBy(progress, ({ taskId }) => taskId);
  return (taskId, { agencyId }) => entries.get(taskId)?.find((entry) => entry.agencyId === agencyId) ?? null;
}

/** The marks explained, and the characters below them. */
function legendOf(shown: readonly LightDef[]): string {
  const roles = ROLES.map((role) => `${ROLE_MARKS[role]} ${ROLE_LABELS[role]}`).join('  ');
  if (shown.length === 0) return roles;
  return `${roles}；标记下的字表示进展：${shown.map(({ letter, word }) => `${letter} ${word}`).join('  ')}`;
}
