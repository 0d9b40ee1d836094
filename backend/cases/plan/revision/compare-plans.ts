import type { AgencyId } from '#shared/domain/ids.ts';
import type { DueView, TargetView } from '#shared/domain/matrix.ts';
import type { PlanView } from '#shared/domain/overview.ts';
import type { PlanChange, PlanComparison } from '#shared/domain/plan-comparison.ts';
import type { PlanReading, ReadTask } from '#shared/domain/plan-reading.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, type PeopleField } from '#shared/domain/task-people.ts';
import { share } from './likeness.ts';
import { addedId, type PlanPair, type TaskPair } from './pair-plans.ts';
import type { PresentPlan, PresentTask } from './present-plan.ts';
import { hasRoleChanges, roleChanges, rolesAfter, rolesText } from './role-changes.ts';

/** A task of which this share stands in another one was most probably split from it, or joined to it. */
const PART_SHARE_MIN = 0.6;
/** With more tasks come and gone than this, it is another plan, and looking for parts would take long. */
const PARTS_LOOKED_FOR_MAX = 200;

/** What a newer version changes, in the order in which a person looks at it. */
export function comparePlans(present: PresentPlan, reading: PlanReading, pair: PlanPair): PlanComparison {
  const name = (id: AgencyId): string => present.agencies.find((agency) => agency.id === id)?.name ?? '';
  const both = pair.tasks.flatMap((task) => (task.present ? [{ ...task, present: task.present }] : []));
  const named = namedFields(reading);
  return {
    changes: [
      ...headChanges(present.plan, reading),
      ...orderChanges(pair),
      ...pair.sections.flatMap(sectionChange),
      ...pair.gone.map((task) => removedChange(task, pair)),
      ...pair.tasks.filter((task) => task.present === null).map((task) => addedChange(task, present, pair)),
      ...both.flatMap((task) => [...taskChanges(task, pair, name), ...peopleChanges(task, named)]),
    ],
    sameYear: present.plan.year === reading.year,
    matched: both.length,
    tasksBefore: present.tasks.length,
    tasksAfter: reading.tasks.length,
  };
}

const NOTHING = { taskId: null, number: null, note: '', overridesHand: false } as const;

export function headText(head: Pick<PlanView, 'title' | 'documentNumber' | 'issuer' | 'issuedOn'>): string {
  return [head.title, head.documentNumber, head.issuer, head.issuedOn].filter((words) => words !== '').join('　');
}

function headChanges(plan: PlanView, reading: PlanReading): readonly PlanChange[] {
  const [before, after] = [headText(plan), headText(reading)];
  return before === after ? [] : [{ ...NOTHING, id: 'head', kind: 'head', title: '计划名称和文号', before, after }];
}

/** Numbers, sections and order are taken together: half of a renumbering would give two tasks one number. */
function orderChanges(pair: PlanPair): readonly PlanChange[] {
  const sectionId = new Map(pair.sections.map((section) => [section.ordinal, section.id]));
  const moved = pair.tasks.filter(({ read, present }) => {
    if (!present) return false;
    return present.number !== read.number || present.sectionId !== (sectionId.get(read.section) ?? null);
  });
  if (moved.length === 0) return [];
  const line = (number: number, task: TaskPair): string => `${number}. ${task.present?.title ?? ''}`;
  return [
    {
      ...NOTHING,
      id: 'order',
      kind: 'order',
      title: `按新版排列和编号（${moved.length} 项变动）`,
      before: moved.map((task) => line(task.present?.number ?? 0, task)).join('\n'),
      after: moved.map((task) => line(task.read.number, task)).join('\n'),
    },
  ];
}

function sectionChange({ ordinal, title, id, titleBefore }: PlanPair['sections'][number]): readonly PlanChange[] {
  if (id === null || title === titleBefore) return [];
  return [
    { ...NOTHING, id: `section ${id}`, kind: 'section', title: `章节 ${ordinal}`, before: titleBefore, after: title },
  ];
}

function removedChange(task: PresentTask, pair: PlanPair): PlanChange {
  const into = wholeOf(
    task,
    pair.tasks.map(({ read }) => read),
    pair,
  );
  const notes = [
    into === undefined ? '' : `可能并入了新版第 ${into.number} 项`,
    task.progress === 0 ? '' : `已登记 ${task.progress} 条进展，移出后仍保留`,
  ];
  return {
    ...NOTHING,
    id: `removed ${task.id}`,
    kind: 'removed',
    taskId: task.id,
    title: `第 ${task.number} 项 ${task.title}`,
    before: task.content,
    after: '',
    note: notes.filter((words) => words !== '').join('；'),
  };
}

function addedChange({ read, roles }: TaskPair, present: PresentPlan, pair: PlanPair): PlanChange {
  const from = wholeOf(read, present.tasks, pair);
  const words = rolesText(roles.map(({ agency, read: role }) => ({ role: role.role, name: agency.name })));
  return {
    ...NOTHING,
    id: addedId(read),
    kind: 'added',
    number: read.number,
    title: `第 ${read.number} 项 ${read.title}`,
    before: '',
    after: [read.content, words].filter((part) => part !== '').join('\n'),
    note: from === undefined ? '' : `可能由原第 ${from.number} 项拆出`,
  };
}

/** The task that holds most of the words of another one. */
function wholeOf<Task extends PresentTask | ReadTask>(
  part: PresentTask | ReadTask,
  tasks: readonly Task[],
  { gone, added, wordsOf }: PlanPair,
): Task | undefined {
  if (Math.max(gone.length, added) > PARTS_LOOKED_FOR_MAX) return undefined;
  const words = wordsOf(part);
  return tasks.find((task) => wordsOf(task) !== words && share(words, wordsOf(task)) >= PART_SHARE_MIN);
}

function taskChanges(
  task: TaskPair & { readonly present: PresentTask },
  { wordsOf }: PlanPair,
  name: (id: AgencyId) => string,
): readonly PlanChange[] {
  const { read, present } = task;
  const about = {
    ...NOTHING,
    taskId: present.id,
    number: read.number,
    title: `第 ${present.number} 项 ${present.title}`,
  };
  const roles = roleChanges(present, task.roles);
  const changes: PlanChange[] = [];
  if (wordsOf(present).words !== wordsOf(read).words) {
    changes.push({ ...about, id: `text ${present.id}`, kind: 'text', before: present.content, after: read.content });
  }
  if (hasRoleChanges(roles)) {
    changes.push({
      ...about,
      id: `roles ${present.id}`,
      kind: 'roles',
      before: rolesText(present.assignments.map((row) => ({ role: row.role, name: name(row.agencyId) }))),
      after: rolesAfter(task, name),
      note: roles.overridesHand ? '其中有手工改过的责任' : '',
      overridesHand: roles.overridesHand,
    });
  }
  const [before, after] = [factsText(present.targets, present.dues), factsText(read.targets, read.dues)];
  if (before !== after) changes.push({ ...about, id: `facts ${present.id}`, kind: 'facts', before, after });
  return changes;
}

/** A newer version without a column of leaders does not take away those that are known. */
export function namedFields(reading: PlanReading): readonly PeopleField[] {
  return PEOPLE_FIELDS.filter((field) => reading.tasks.some((task) => (task[field] ?? '') !== ''));
}

function peopleChanges(
  { read, present }: TaskPair & { readonly present: PresentTask },
  named: readonly PeopleField[],
): readonly PlanChange[] {
  const words = (task: PresentTask | ReadTask): string =>
    named.flatMap((field) => (task[field] ? [`${PEOPLE_LABELS[field]}：${task[field]}`] : [])).join('；');
  const [before, after] = [words(present), words(read)];
  if (before === after) return [];
  const title = `第 ${present.number} 项 ${present.title}`;
  return [
    {
      ...NOTHING,
      taskId: present.id,
      number: read.number,
      title,
      id: `people ${present.id}`,
      kind: 'people',
      before,
      after,
    },
  ];
}

/** Targets and dues as a person reads them; two tasks with the same text have the same ones. */
function factsText(
  targets: readonly Pick<TargetView, 'name' | 'comparator' | 'value' | 'unit'>[],
  dues: readonly Pick<DueView, 'kind' | 'text'>[],
): string {
  return [
    ...targets.map(({ name, comparator, value, unit }) => `${name} ${comparator}${value}${unit}`),
    ...dues.map((due) => due.text),
  ].join('；');
}
