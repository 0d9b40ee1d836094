import { type DirectoryAgency, isNamed } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId } from '#shared/domain/ids.ts';
import type { PlanReading, ReadRole, ReadTask } from '#shared/domain/plan-reading.ts';
import { rolesOfTask } from '#shared/domain/task-roles.ts';
import { type Comparable, comparable, likeness } from './likeness.ts';
import { matchTasks } from './match-tasks.ts';
import type { PresentPlan, PresentTask } from './present-plan.ts';

/** A unit of the newer version: one of the open plan, or one that would be new to it. */
export type RevisedAgency = {
  readonly id: AgencyId | null;
  readonly name: string;
  /** As reviewed; of two that are one unit in the open plan, the first. */
  readonly draft: DirectoryAgency;
  /** Every writing that means it. */
  readonly writings: readonly string[];
};

export type RevisedRole = { readonly agency: RevisedAgency; readonly read: ReadRole };

/** A task of the newer version with what it was before, if it was there. */
export type TaskPair = {
  readonly read: ReadTask;
  readonly present: PresentTask | null;
  /** Each unit once, with its strongest role. */
  readonly roles: readonly RevisedRole[];
};

/** A section of the newer version with the one it was before. */
export type SectionPair = {
  readonly ordinal: number;
  readonly title: string;
  readonly id: SectionId | null;
  readonly titleBefore: string;
};

/** The open plan and a newer version of it, each part beside its own earlier self. */
export type PlanPair = {
  readonly tasks: readonly TaskPair[];
  /** How many tasks of the newer version were not there. */
  readonly added: number;
  /** Tasks that the newer version does not have. */
  readonly gone: readonly PresentTask[];
  /** Tasks that no version of the document has: they came up in the year, and stay. */
  readonly beside: readonly PresentTask[];
  readonly sections: readonly SectionPair[];
  readonly agencies: readonly RevisedAgency[];
  /** The words of each task of either side, made comparable once. */
  readonly wordsOf: (task: PresentTask | ReadTask) => Comparable;
};

/** Names a new task by where it stands in the document: its number may be corrected in the review. */
export function addedId({ span }: ReadTask): string {
  return `added ${span.start}`;
}

/** Section titles less alike than this are two sections. */
const TITLE_LIKENESS_MIN = 0.5;

/**
 * @param agencies the units of the newer version as reviewed; each name and alias means one unit
 */
export function pairPlans(present: PresentPlan, reading: PlanReading, agencies: readonly DirectoryAgency[]): PlanPair {
  const revised = reviseAgencies(present, agencies);
  const agencyOf = new Map(revised.flatMap((agency) => agency.writings.map((name) => [name, agency] as const)));
  const words = new Map([...present.tasks, ...reading.tasks].map((task) => [task, comparable(task.content)] as const));
  const wordsOf = (task: PresentTask | ReadTask): Comparable => words.get(task) ?? comparable(task.content);
  const matchable = (task: PresentTask | ReadTask) => ({ ...wordsOf(task), number: task.number });
  const ofDocument = present.tasks.filter((task) => !task.isMatter);
  const matches = matchTasks(ofDocument.map(matchable), reading.tasks.map(matchable));
  const presentOf = new Map(matches.map(({ before, after }) => [after, ofDocument[before]]));
  const tasks = reading.tasks.map((read, index) => ({
    read,
    present: presentOf.get(index) ?? null,
    roles: rolesOf(read, agencyOf),
  }));
  const kept = new Set(tasks.map((task) => task.present?.id));
  return {
    tasks,
    added: tasks.filter((task) => task.present === null).length,
    gone: ofDocument.filter((task) => !kept.has(task.id)),
    beside: present.tasks.filter((task) => task.isMatter),
    sections: pairSections(present, reading, tasks),
    agencies: revised,
    wordsOf,
  };
}

/** Two reviewed units that the open plan knows as one (an alias that was parted in the review) stay one there. */
function reviseAgencies(present: PresentPlan, agencies: readonly DirectoryAgency[]): readonly RevisedAgency[] {
  const revised = new Map<string, RevisedAgency>();
  for (const draft of agencies) {
    const writings = [draft.name, ...draft.aliases];
    const known = writings
      .map((writing) => present.agencies.find((agency) => isNamed(agency, writing)))
      .find((agency) => agency !== undefined);
    const name = known?.name ?? draft.name;
    const same = revised.get(name);
    revised.set(name, {
      id: known?.id ?? null,
      name,
      draft: same?.draft ?? draft,
      writings: [...(same?.writings ?? []), ...writings],
    });
  }
  return [...revised.values()];
}

function rolesOf(read: ReadTask, agencyOf: ReadonlyMap<string, RevisedAgency>): readonly RevisedRole[] {
  return [...rolesOfTask(read, (role) => agencyOf.get(role.agency))].map(([agency, role]) => ({ agency, read: role }));
}

/** By the same title, then by where most of its tasks were, then by a title that is alike. */
function pairSections(present: PresentPlan, reading: PlanReading, tasks: readonly TaskPair[]): readonly SectionPair[] {
  const left = new Map(present.sections.map((section) => [section.id, section]));
  const found = new Map<number, SectionId>();
  const take = (ordinal: number, id: SectionId | null | undefined): void => {
    if (id === null || id === undefined || !left.delete(id)) return;
    found.set(ordinal, id);
  };
  const open = () => reading.sections.filter((section) => !found.has(section.ordinal));
  for (const { ordinal, title } of open()) take(ordinal, [...left.values()].find((other) => other.title === title)?.id);
  for (const { ordinal } of open()) {
    const homes = tasks.filter((task) => task.read.section === ordinal).map((task) => task.present?.sectionId ?? null);
    take(ordinal, mostFrequent(homes));
  }
  for (const { ordinal, title } of open()) {
    const alike = [...left.values()]
      .map((other) => ({ id: other.id, score: likeness(comparable(title), comparable(other.title)) }))
      .filter(({ score }) => score >= TITLE_LIKENESS_MIN)
      .toSorted((a, b) => b.score - a.score)[0];
    take(ordinal, alike?.id);
  }
  return reading.sections.map(({ ordinal, title }) => {
    const id = found.get(ordinal) ?? null;
    const titleBefore = present.sections.find((section) => section.id === id)?.title ?? '';
    return { ordinal, title, id, titleBefore };
  });
}

function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.value;
}
