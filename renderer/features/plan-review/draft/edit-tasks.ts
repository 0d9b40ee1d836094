import type { PlanReading, ReadTask, Span } from '#shared/domain/plan-reading.ts';
import { PEOPLE_FIELDS, peopleText, type TaskPeople } from '#shared/domain/task-people.ts';
import { taskTitle } from '#shared/domain/task-title.ts';
import { type Draft, type DraftTask, hasSource } from './draft.ts';

/** This many characters find the place in the source where the second half begins. Fewer may stand there twice. */
const FOUND_BY = 8;

/**
 * Cuts a task in two at a place of its text. Each half takes the brackets, targets and dues that stand in it; a bracket
 * for both, as most are, goes to both.
 *
 * @param at offset in the task's content
 * @param source the document
 */
export function splitTask(draft: Draft, key: number, at: number, source: string): Draft {
  const index = draft.tasks.findIndex((task) => task.key === key);
  const task = draft.tasks[index];
  const [before, after] = [task?.content.slice(0, at).trim() ?? '', task?.content.slice(at).trim() ?? ''];
  if (!task || before === '' || after === '') return draft;
  const cut = placeOf(after, task.span, source);
  const isBefore = ({ span }: { readonly span: Span }): boolean => !hasSource(span) || span.start < cut;
  const isAfter = (item: { readonly span: Span }): boolean => !isBefore(item);
  const own = (isOwn: typeof isBefore) => {
    const responsibilities = task.responsibilities.filter(isOwn);
    return {
      responsibilities: responsibilities.length === 0 ? task.responsibilities : responsibilities,
      targets: task.targets.filter(isOwn),
      dues: task.dues.filter(isOwn),
    };
  };
  const halves: readonly DraftTask[] = [
    { ...task, ...own(isBefore), title: taskTitle(before), content: before, span: { ...task.span, end: cut } },
    {
      ...task,
      ...own(isAfter),
      key: draft.nextKey,
      number: task.number + 1,
      title: taskTitle(after),
      content: after,
      span: { ...task.span, start: cut },
    },
  ];
  const tasks = draft.tasks.toSpliced(index, 1, ...halves);
  return { ...draft, tasks: makeRoom(tasks, index + 1), nextKey: draft.nextKey + 1 };
}

function placeOf(words: string, span: Span, source: string): number {
  const found = source.indexOf(words.slice(0, FOUND_BY), span.start);
  return found > span.start && found < span.end ? found : span.end;
}

/** Joins a task to the one before it. */
export function mergeTask(draft: Draft, key: number): Draft {
  const index = draft.tasks.findIndex((task) => task.key === key);
  const [first, second] = [draft.tasks[index - 1], draft.tasks[index]];
  if (!first || !second) return draft;
  const merged: DraftTask = {
    ...first,
    content: first.content + second.content,
    responsibilities: [...first.responsibilities, ...second.responsibilities],
    targets: [...first.targets, ...second.targets],
    dues: [...first.dues, ...second.dues],
    ...mergedPeople(first, second),
    span: hasSource(second.span) ? { start: first.span.start, end: second.span.end } : first.span,
  };
  return { ...draft, tasks: draft.tasks.toSpliced(index - 1, 2, merged) };
}

/** Who answers for either part answers for both; a field that neither names stays left out. */
function mergedPeople(first: ReadTask, second: ReadTask): Partial<TaskPeople> {
  const named = PEOPLE_FIELDS.filter((field) => first[field] || second[field]);
  return Object.fromEntries(named.map((field) => [field, peopleText(`${first[field] ?? ''}、${second[field] ?? ''}`)]));
}

/** Puts tasks read from a passage of the source where that passage stands, with the next free numbers. */
export function addTasks(draft: Draft, added: readonly ReadTask[]): Draft {
  const first = added[0];
  if (!first) return draft;
  const found = draft.tasks.findIndex((task) => hasSource(task.span) && task.span.start > first.span.start);
  const index = found < 0 ? draft.tasks.length : found;
  const before = draft.tasks[index - 1];
  const section = draft.sections.findLast((candidate) => candidate.span.start <= first.span.start)?.ordinal ?? 0;
  const tasks = added.map((task, offset) => ({
    ...task,
    key: draft.nextKey + offset,
    number: (before?.number ?? 0) + 1 + offset,
    section,
  }));
  return {
    ...draft,
    tasks: makeRoom(draft.tasks.toSpliced(index, 0, ...tasks), index + tasks.length - 1),
    nextKey: draft.nextKey + tasks.length,
  };
}

/** Numbers after `index` move up as far as they must; a gap in the numbering takes up the rest. */
function makeRoom(tasks: readonly DraftTask[], index: number): readonly DraftTask[] {
  const moved = [...tasks];
  for (let at = index + 1; at < moved.length; at++) {
    const [before, task] = [moved[at - 1], moved[at]];
    if (!before || !task || task.number > before.number) break;
    moved[at] = { ...task, number: before.number + 1 };
  }
  return moved;
}

/** 1 to n in the order of the list. */
export function renumber(draft: Draft): Draft {
  return { ...draft, tasks: draft.tasks.map((task, index) => ({ ...task, number: index + 1 })) };
}

/** What a reading says of a task, part by part. */
const READ_PARTS = ['title', 'content', 'responsibilities', 'targets', 'dues', ...PEOPLE_FIELDS] as const;

/**
 * Takes from another reading of the same document the tasks that a repair touches. What a person corrected in them
 * stays, and so do their numbers and places.
 */
export function takeReading(draft: Draft, reading: PlanReading, span: Span): Draft {
  const touches = (task: ReadTask): boolean => task.span.start < span.end && span.start < task.span.end;
  const fresh = reading.tasks.filter(touches);
  const asRead = new Map(draft.asRead);
  const tasks = draft.tasks.map((task) => {
    const read = fresh.find((candidate) => candidate.span.start === task.span.start);
    if (!read) return task;
    const before = draft.asRead.get(task.key);
    asRead.set(task.key, read);
    const untouched = READ_PARTS.filter((part) => before === undefined || task[part] === before[part]);
    return { ...task, ...Object.fromEntries(untouched.map((part) => [part, read[part]])) };
  });
  return { ...draft, tasks, asRead, repairs: reading.repairs };
}
