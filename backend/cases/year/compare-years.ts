import { matchTargets } from '#db/commands/match-targets.ts';
import { TargetIdSchema, type TaskId } from '#shared/domain/ids.ts';
import type { Target } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS, type TaskPeople } from '#shared/domain/task-people.ts';
import type { YearChange, YearEnding, YearItem, YearState } from '#shared/domain/year.ts';
import { comparable } from '../plan/revision/likeness.ts';
import { rolesText } from '../plan/revision/role-changes.ts';

/** A task of one year as it is compared with that of the other. */
export type ComparedTask = TaskPeople & {
  /** `null`: only read, or only proposed. */
  readonly taskId: TaskId | null;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly roles: readonly { readonly role: Role; readonly name: string }[];
  readonly targets: readonly Pick<Target, 'name' | 'comparator' | 'value' | 'unit' | 'text'>[];
  readonly dues: readonly { readonly text: string }[];
};

/**
 * This year's tasks in their order, each beside the one it goes on with, then those of last year that are gone.
 *
 * @param earlierOf the task of last year that one of this year goes on with
 * @param endingOf how a task of last year ended
 * @param noteOf what a person should look at in a task of this year
 */
export function compareYears(
  before: readonly (ComparedTask & { readonly taskId: TaskId })[],
  after: readonly ComparedTask[],
  earlierOf: (task: ComparedTask) => TaskId | null,
  endingOf: (taskId: TaskId) => YearEnding,
  noteOf: (task: ComparedTask) => string = () => '',
): { readonly items: readonly YearItem[]; readonly counts: Readonly<Record<YearState, number>> } {
  const taskOf = new Map(before.map((task) => [task.taskId, task]));
  const kept = new Set<TaskId>();
  const side = ({ taskId, number, title }: ComparedTask & { readonly taskId: TaskId }) => {
    return { taskId, number, title, ending: endingOf(taskId) };
  };
  const present = after.map((task): YearItem => {
    const earlierId = earlierOf(task);
    const earlier = earlierId === null ? undefined : taskOf.get(earlierId);
    if (earlier) kept.add(earlier.taskId);
    const changes = earlier ? changesBetween(earlier, task) : [];
    const { taskId, number, title } = task;
    return {
      state: !earlier ? 'new' : changes.length === 0 ? 'carried' : 'changed',
      before: earlier ? side(earlier) : null,
      after: { taskId, number, title },
      changes,
      note: noteOf(task),
    };
  });
  const gone = before
    .filter((task) => !kept.has(task.taskId))
    .map((task): YearItem => ({ state: 'dropped', before: side(task), after: null, changes: [], note: '' }));
  const items = [...present, ...gone];
  const count = (state: YearState): number => items.filter((item) => item.state === state).length;
  const counts = { carried: count('carried'), changed: count('changed'), new: count('new'), dropped: count('dropped') };
  return { items, counts };
}

function changesBetween(before: ComparedTask, after: ComparedTask): readonly YearChange[] {
  const changed = (kind: YearChange['kind'], one: string, other: string): readonly YearChange[] =>
    one === other ? [] : [{ kind, before: one, after: other, trend: null }];
  const sameWords = comparable(before.content).words === comparable(after.content).words;
  return [
    ...(sameWords ? [] : changed('text', before.content, after.content)),
    ...changed('roles', rolesText(inOrder(before.roles)), rolesText(inOrder(after.roles))),
    ...changed('people', peopleWords(before), peopleWords(after)),
    ...targetChanges(before.targets, after.targets),
    ...changed('due', before.dues.map(({ text }) => text).join('；'), after.dues.map(({ text }) => text).join('；')),
  ];
}

/** The order in which a document names its units is no change of who is responsible. */
function inOrder(roles: ComparedTask['roles']): ComparedTask['roles'] {
  return roles.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
}

function peopleWords(task: TaskPeople): string {
  return PEOPLE_FIELDS.flatMap((field) => (task[field] === '' ? [] : [`${PEOPLE_LABELS[field]}：${task[field]}`])).join(
    '；',
  );
}

type ComparedTarget = ComparedTask['targets'][number];

/** Targets that are up, down, new or gone. */
function targetChanges(before: readonly ComparedTarget[], after: readonly ComparedTarget[]): readonly YearChange[] {
  const words = ({ name, comparator, value, unit }: ComparedTarget): string => `${name} ${comparator}${value}${unit}`;
  const present = before.map((target, index) => ({ ...target, id: TargetIdSchema.parse(index + 1) }));
  const matches = matchTargets(present, after);
  const kept = new Set(matches.values());
  const changes = after.flatMap((target, index): readonly YearChange[] => {
    const old = present.find(({ id }) => id === matches.get(index));
    if (!old) return [{ kind: 'target', before: '', after: words(target), trend: null }];
    if (old.value === target.value && old.comparator === target.comparator && old.unit === target.unit) return [];
    const trend =
      old.unit !== target.unit || old.value === target.value ? null : target.value > old.value ? 'up' : 'down';
    return [{ kind: 'target', before: words(old), after: words(target), trend }];
  });
  const gone = present.filter(({ id }) => !kept.has(id));
  return [
    ...changes,
    ...gone.map((target): YearChange => ({ kind: 'target', before: words(target), after: '', trend: null })),
  ];
}
