import type { RowValues } from '#db/log/row-writer.ts';
import type { Due, ReadRole, ReadTask, Span, Target } from '#shared/domain/plan-reading.ts';
import { PEOPLE_FIELDS, type PeopleField, peopleText, type TaskPeople } from '#shared/domain/task-people.ts';

/** A task as it was read, as columns: creating a plan and revising one write the same. */
export function targetValues(taskId: number, index: number, target: Target): RowValues {
  const { name, comparator, value, unit, text } = target;
  return { task_id: taskId, position: index + 1, name, comparator, value, unit, verbatim: text };
}

export function dueValues(taskId: number, index: number, due: Due): RowValues {
  return {
    task_id: taskId,
    position: index + 1,
    kind: due.kind,
    verbatim: due.text,
    due_on: due.date ?? null,
    day: due.day ?? null,
    count: due.count ?? null,
  };
}

const PEOPLE_COLUMNS: Readonly<Record<PeopleField, string>> = {
  leadLeader: 'lead_leader',
  leaderInCharge: 'leader_in_charge',
  personInCharge: 'person_in_charge',
};

/** Who answers for a task, as columns; fields left out are left out. */
export function peopleValues(people: Partial<TaskPeople>): RowValues {
  const named = PEOPLE_FIELDS.filter((field) => people[field] !== undefined);
  return Object.fromEntries(named.map((field) => [PEOPLE_COLUMNS[field], peopleText(people[field] ?? '')]));
}

/** Who answers for a task as it was read. */
export function readPeople(task: ReadTask): TaskPeople {
  const { leadLeader = '', leaderInCharge = '', personInCharge = '' } = task;
  return { leadLeader, leaderInCharge, personInCharge };
}

/** The verbatim words of the responsibility, brackets left out; several are parted by a line break. */
export function responsibilityText(task: ReadTask): string {
  return task.responsibilities
    .map((responsibility) => responsibility.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** An empty span says that no words of the document gave something: a person added it. */
export function sourceSpan(span: Span): Span | null {
  return span.start === span.end ? null : span;
}

export function spanValues(span: Span | null): RowValues {
  return { source_start: span?.start ?? null, source_end: span?.end ?? null };
}

/** Where a role came from: the words of the document, or a person. */
export function roleSource({ agency, span }: ReadRole) {
  const source = sourceSpan(span);
  return source === null
    ? ({ origin: 'manual', writtenAs: null, span: null } as const)
    : ({ origin: 'parsed', writtenAs: agency, span: source } as const);
}
