import type { DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanReading, ReadSection, ReadTask, Repair, Span } from '#shared/domain/plan-reading.ts';
import type { PlanReview, ProposedAgency } from '#shared/domain/plan-review.ts';

/** A task under review. The key stays when its number changes. */
export type DraftTask = ReadTask & { readonly key: number };

export type DraftHead = Pick<PlanReading, 'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'year'>;

/** A plan under review: everything a person can change before it is created. Values only, so that undo keeps old ones. */
export type Draft = {
  readonly head: DraftHead;
  readonly sections: readonly ReadSection[];
  readonly tasks: readonly DraftTask[];
  /** Units by their names; a writing in a role means the unit that has it as name or alias. */
  readonly agencies: readonly ProposedAgency[];
  readonly repairs: readonly Repair[];
  /** Each task as the reader gave it, by key: what differs from it was corrected by a person. */
  readonly asRead: ReadonlyMap<number, ReadTask>;
  /** Doubts a person has looked at and let stand, by id. */
  readonly seen: ReadonlySet<string>;
  readonly nextKey: number;
};

/** Says that no words of the document gave something: a person added it. */
export const NO_SPAN: Span = { start: 0, end: 0 };

export function hasSource(span: Span): boolean {
  return span.end > span.start;
}

/** Characters shown on both sides of a joined line, which has none itself. */
const JOIN_SHOWN = 4;

/** Where a repair can be seen: a broken sentence was mended at a line's end. */
export function shownSpan({ kind, span: { start, end } }: Repair): Span {
  return kind === 'page-break' ? { start: Math.max(0, start - JOIN_SHOWN), end: end + JOIN_SHOWN } : { start, end };
}

export function planDraftOf({ reading, agencies }: PlanReview): Draft {
  const { title, documentNumber, issuer, issuedOn, year, sections, repairs } = reading;
  const tasks = reading.tasks.map((task, index) => ({ ...task, key: index + 1 }));
  return {
    head: { title, documentNumber, issuer, issuedOn, year },
    sections,
    tasks,
    agencies,
    repairs,
    asRead: new Map(tasks.map((task) => [task.key, task])),
    seen: new Set(),
    nextKey: reading.tasks.length + 1,
  };
}

/** The plan as it is to be created, with the units that hold a role. */
export function planOf(draft: Draft): { readonly reading: PlanReading; readonly agencies: DirectoryAgency[] } {
  const agencyOf = agencyByWriting(draft.agencies);
  const named = new Set(rolesOf(draft.tasks).map((role) => agencyOf.get(role.agency)?.name));
  return {
    reading: {
      ...draft.head,
      sections: [...draft.sections],
      tasks: draft.tasks.map(({ key: _, ...task }) => task),
      rules: [],
      repairs: [],
      warnings: [],
    },
    agencies: draft.agencies
      .filter((agency) => named.has(agency.name))
      .map(({ name, shortName, kind, aliases, members }) => ({ name, shortName, kind, aliases, members })),
  };
}

export function rolesOf(tasks: readonly ReadTask[]): readonly ReadTask['responsibilities'][number]['roles'][number][] {
  return tasks.flatMap((task) => task.responsibilities.flatMap((responsibility) => responsibility.roles));
}

/** A list of agencies never changes, and every task on the screen asks which unit its writings mean. */
const AGENCIES = new WeakMap<readonly DirectoryAgency[], ReadonlyMap<string, DirectoryAgency>>();

/** Which unit each writing means. */
export function agencyByWriting<Agency extends DirectoryAgency>(
  agencies: readonly Agency[],
): ReadonlyMap<string, Agency> {
  const known = AGENCIES.get(agencies);
  // What was made of this very list holds its agencies.
  if (known) return known as ReadonlyMap<string, Agency>;
  const made = new Map(
    agencies.flatMap((agency) => [agency.name, ...agency.aliases].map((writing) => [writing, agency])),
  );
  AGENCIES.set(agencies, made);
  return made;
}
