import type { RowWrite } from '#db/log/row-writer.ts';
import type { DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodDraft } from '#shared/domain/period.ts';
import type { KindRule } from '#shared/domain/period-rule.ts';
import type { PlanReading, ReadTask } from '#shared/domain/plan-reading.ts';
import { rolesOfTask } from '#shared/domain/task-roles.ts';
import { writeDerivedDuties } from './duty-rows.ts';
import { positionsBetween } from './task-order.ts';
import {
  dueValues,
  peopleValues,
  readPeople,
  responsibilityText,
  roleSource,
  sourceSpan,
  spanValues,
  targetValues,
} from './task-rows.ts';

/** All that a plan is made of. The caller has read the document and looked the agencies up. */
export type PlanDraft = {
  readonly reading: PlanReading;
  readonly source: { readonly name: string; readonly text: string; readonly sha256: string };
  /** In the order of the matrix columns; every agency that a role names is here under its name or an alias. */
  readonly agencies: readonly (DirectoryAgency & { readonly pinyin: string })[];
  readonly periods: readonly PeriodDraft[];
  /** By what rules the periods were made. */
  readonly rules?: readonly KindRule[];
  /** The plan of the year before, and by task number which of its tasks each one goes on with. */
  readonly previous?: { readonly planId: PlanId; readonly carried: ReadonlyMap<number, TaskId> };
};

/** Inserts a row. @returns its id */
export type Insert = (table: RowWrite['table'], values: NonNullable<RowWrite['values']>) => number;

/**
 * Writes a plan with everything read from its document, as part of a step.
 *
 * @param settleAgencies finds or inserts the agencies. @returns the id that each name and alias of the draft means
 * @returns the plan's id
 * @throws Error when a role names an agency that the draft does not hold
 */
export function writePlan(
  insert: Insert,
  draft: PlanDraft,
  settleAgencies: (insert: Insert) => ReadonlyMap<string, number>,
): number {
  const { reading, source } = draft;
  const planId = insert('plan', {
    title: reading.title,
    document_number: reading.documentNumber,
    issuer: reading.issuer,
    issued_on: reading.issuedOn,
    year: reading.year,
    source_name: source.name,
    source_text: source.text,
    source_sha256: source.sha256,
    previous_plan_id: draft.previous?.planId ?? null,
  });
  const sectionIds = new Map(
    reading.sections.map((section) => [
      section.ordinal,
      insert('section', { plan_id: planId, ordinal: section.ordinal, title: section.title }),
    ]),
  );
  const agencyIds = settleAgencies(insert);
  const positions = positionsBetween(null, null, reading.tasks.length);
  reading.tasks.forEach((task, index) => {
    const sectionId = sectionIds.get(task.section) ?? null;
    const carriedFrom = draft.previous?.carried.get(task.number) ?? null;
    const place = { planId, sectionId, position: positions[index] ?? 0, agencyIds, carriedFrom };
    insertTask(insert, task, place, reading.year);
  });
  for (const rule of draft.rules ?? []) {
    const { kind, dueDay, dueIn, onHoliday } = rule;
    insert('period_rule', { plan_id: planId, kind, due_day: dueDay, due_in: dueIn, on_holiday: onHoliday });
  }
  for (const period of draft.periods) {
    insert('period', {
      plan_id: planId,
      kind: period.kind,
      label: period.label,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
      due_on: period.dueOn,
      closed_on: null,
    });
  }
  return planId;
}

function insertTask(
  insert: Insert,
  task: ReadTask,
  place: {
    planId: number;
    sectionId: number | null;
    position: number;
    agencyIds: ReadonlyMap<string, number>;
    carriedFrom: TaskId | null;
  },
  year: number,
): void {
  const taskId = insert('task', {
    plan_id: place.planId,
    section_id: place.sectionId,
    position: place.position,
    number: task.number,
    title: task.title,
    content: task.content,
    responsibility: responsibilityText(task),
    carried_from: place.carriedFrom,
    ...peopleValues(readPeople(task)),
    ...spanValues(sourceSpan(task.span)),
  });
  task.targets.forEach((target, index) => {
    insert('task_target', targetValues(taskId, index, target));
  });
  task.dues.forEach((due, index) => {
    insert('task_due', dueValues(taskId, index, due));
  });
  const roles = rolesOfTask(task, (role) => idOf(place.agencyIds, role.canonical ?? role.agency));
  [...roles].forEach(([agencyId, role], index) => {
    const { origin, writtenAs, span } = roleSource(role);
    insert('assignment', {
      task_id: taskId,
      agency_id: agencyId,
      role: role.role,
      position: index + 1,
      origin,
      written_as: writtenAs,
      ...spanValues(span),
    });
  });
  const hasLead = [...roles.values()].some(({ role }) => role === 'lead');
  const words = { content: task.content, dues: task.dues, targets: task.targets, hasLead };
  const write = ({ table, values }: RowWrite): number => insert(table, values ?? {});
  writeDerivedDuties(write, { planId: place.planId, taskId, words }, year);
}

/** The id that a name of the draft means. */
export function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the draft holds no agency ${name}`);
  return id;
}
