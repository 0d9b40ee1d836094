import type { PlanRevision, RevisedTask } from '#db/commands/revise-plan.commands.ts';
import { positionsBetween } from '#db/commands/task-order.ts';
import { responsibilityText, sourceSpan } from '#db/commands/task-rows.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { PeopleField } from '#shared/domain/task-people.ts';
import { namedFields } from './compare-plans.ts';
import { addedId, type PlanPair, type SectionPair, type TaskPair } from './pair-plans.ts';
import type { PresentPlan, PresentTask } from './present-plan.ts';
import { hasRoleChanges, roleChanges } from './role-changes.ts';
import { settleRevisedRoles } from './settle-roles.ts';

/** Which changes of the comparison are taken, by id. */
export type Accepted = ReadonlySet<string>;

/** A task of the plan as it will be: one of the newer version, one that stays though the newer version lacks it. */
type Entry = { readonly pair: TaskPair | null; readonly present: PresentTask | null; readonly section: string };

export type SettledRevision = Omit<PlanRevision, 'planId' | 'source' | 'newAgencies' | 'newAliases' | 'label'>;

/**
 * What the plan will be when some of the changes are taken. What is not taken stays as it is; only the places in the
 * document are the newer one's, because that is the document the file then holds.
 *
 * @param highestNumber the highest number any task ever had: those without a place in the numbering come after it
 */
export function settleRevision(
  present: PresentPlan,
  reading: PlanReading,
  pair: PlanPair,
  accepted: Accepted,
  highestNumber: number,
): SettledRevision {
  const takesOrder = accepted.has('order');
  const stays = [...pair.gone.filter((task) => !accepted.has(`removed ${task.id}`)), ...pair.beside];
  const tasks = pair.tasks.filter(({ present: before, read }) => before || accepted.has(addedId(read)));
  const entries = takesOrder ? newOrder(tasks, stays, pair) : oldOrder(present, tasks, stays, pair);
  const sections = sectionsOf(present, pair, entries, accepted, takesOrder);
  const placeOf = new Map(sections.map((section, index) => [section.key, index]));
  const numbers = numbersOf(entries, takesOrder, highestNumber, new Set(pair.beside));
  const positions = positionsOf(entries);
  const named = namedFields(reading);
  return {
    head: accepted.has('head') ? reading : present.plan,
    sections: sections.map(({ id, title }) => ({ id, title })),
    removed: pair.gone.filter((task) => !stays.includes(task)).map((task) => task.id),
    tasks: entries.map((entry, index): RevisedTask => {
      const section = placeOf.get(entry.section) ?? null;
      const at = { section, number: numbers[index] ?? 0, position: positions[index] ?? 0 };
      return entry.pair ? revisedTask(entry.pair, at, accepted, named) : keptTask(entry.present, at);
    }),
  };
}

type Place = Pick<RevisedTask, 'section' | 'number' | 'position'>;

function revisedTask(
  { read, present, roles }: TaskPair,
  place: Place,
  accepted: Accepted,
  named: readonly PeopleField[],
): RevisedTask {
  const takes = (kind: string): boolean => present === null || accepted.has(`${kind} ${present.id}`);
  const takesRoles = takes('roles') || (present !== null && !hasRoleChanges(roleChanges(present, roles)));
  const text = takes('text') ? read : present;
  return {
    ...place,
    id: present?.id ?? null,
    title: text?.title ?? '',
    content: text?.content ?? '',
    responsibility: takesRoles ? responsibilityText(read) : (present?.responsibility ?? ''),
    span: sourceSpan(read.span),
    assignments: settleRevisedRoles(present?.assignments ?? [], roles, takes('roles')),
    ...(takes('people') ? { people: Object.fromEntries(named.map((field) => [field, read[field] ?? ''])) } : {}),
    ...(takes('facts') ? { facts: { targets: read.targets, dues: read.dues } } : {}),
  };
}

/** It has no place in the newer document any more. */
function keptTask(present: PresentTask | null, place: Place): RevisedTask {
  if (present === null) throw new Error('an entry has a task');
  const { id, title, content, responsibility, assignments } = present;
  return {
    ...place,
    id,
    title,
    content,
    responsibility,
    span: null,
    assignments: settleRevisedRoles(assignments, [], false),
  };
}

/** Names a section by its row, or one that would be new by its ordinal. */
function sectionKey(section: Pick<SectionPair, 'id' | 'ordinal'> | undefined): string {
  if (!section) return '';
  return section.id === null ? `new ${section.ordinal}` : String(section.id);
}

function keyOfRead(task: TaskPair, pair: PlanPair): string {
  return sectionKey(pair.sections.find((section) => section.ordinal === task.read.section));
}

function newOrder(tasks: readonly TaskPair[], stays: readonly PresentTask[], pair: PlanPair): readonly Entry[] {
  return [
    ...tasks.map((task) => ({ pair: task, present: task.present, section: keyOfRead(task, pair) })),
    ...stays.map((present) => ({ pair: null, present, section: String(present.sectionId ?? '') })),
  ];
}

/** The present order; a new task comes after the one it follows in the newer version. */
function oldOrder(
  { tasks: before }: PresentPlan,
  tasks: readonly TaskPair[],
  stays: readonly PresentTask[],
  pair: PlanPair,
): readonly Entry[] {
  const staying = new Set<TaskId>(stays.map((task) => task.id));
  const pairOf = new Map(tasks.flatMap((task) => (task.present ? [[task.present.id, task] as const] : [])));
  const entries: Entry[] = before
    .filter((task) => staying.has(task.id) || pairOf.has(task.id))
    .map((present) => ({ pair: pairOf.get(present.id) ?? null, present, section: String(present.sectionId ?? '') }));
  tasks.forEach((task, index) => {
    if (task.present) return;
    const previous = tasks[index - 1];
    const at = previous === undefined ? 0 : entries.findIndex((entry) => entry.pair === previous) + 1;
    entries.splice(at, 0, { pair: task, present: null, section: keyOfRead(task, pair) });
  });
  return entries;
}

/** Present sections keep their place unless the new order is taken; new ones come only when a task stands in them. */
function sectionsOf(
  present: PresentPlan,
  pair: PlanPair,
  entries: readonly Entry[],
  accepted: Accepted,
  takesOrder: boolean,
): readonly { readonly key: string; readonly id: SectionPair['id']; readonly title: string }[] {
  const used = new Set(entries.map((entry) => entry.section));
  const read = pair.sections
    .filter((section) => section.id !== null || used.has(sectionKey(section)))
    .map((section) => ({
      key: sectionKey(section),
      id: section.id,
      title: section.id === null || accepted.has(`section ${section.id}`) ? section.title : section.titleBefore,
    }));
  const known = new Map(read.map((section) => [section.key, section]));
  const old = present.sections.map(
    (section) => known.get(String(section.id)) ?? { key: String(section.id), id: section.id, title: section.title },
  );
  const first = takesOrder ? read : old;
  const firstKeys = new Set(first.map((section) => section.key));
  return [...first, ...(takesOrder ? old : read).filter((section) => !firstKeys.has(section.key))];
}

/** Numbers of the newer version, or the present ones; what has none there gets the next that was never used. */
function numbersOf(
  entries: readonly Entry[],
  takesOrder: boolean,
  highest: number,
  beside: ReadonlySet<PresentTask | null>,
): readonly number[] {
  const read = new Set(entries.map(({ pair }) => pair?.read.number));
  const wanted = entries.map(({ pair, present }) => {
    if (!takesOrder) return present?.number;
    // What came up in the year keeps its number where the newer version leaves it free: others quote it.
    return beside.has(present) && present && !read.has(present.number) ? present.number : pair?.read.number;
  });
  const taken = new Set(wanted);
  let next = Math.max(highest, ...wanted.map((number) => number ?? 0));
  return entries.map(({ pair }, index) => {
    const number = wanted[index];
    if (number !== undefined) return number;
    const own = pair?.read.number;
    if (own === undefined || taken.has(own)) {
      next += 1;
      return next;
    }
    taken.add(own);
    return own;
  });
}

/** Positions within each section, in the order of the entries; a section in which nothing moved keeps its own. */
function positionsOf(entries: readonly Entry[]): readonly number[] {
  const bySection = Map.groupBy(entries.keys(), (index) => entries[index]?.section ?? '');
  const positions = new Array<number>(entries.length).fill(0);
  for (const indexes of bySection.values()) {
    const own = indexes.map((index) => entries[index]?.present?.position ?? null);
    const isInOrder = own.every((position, at) => position !== null && (at === 0 || position > (own[at - 1] ?? 0)));
    const spaced = isInOrder ? own : positionsBetween(null, null, indexes.length);
    indexes.forEach((index, at) => {
      positions[index] = spaced[at] ?? 0;
    });
  }
  return positions;
}
