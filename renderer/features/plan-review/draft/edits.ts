import type { DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanReading, ReadTask, Responsibility, Span } from '#shared/domain/plan-reading.ts';
import type { KnownAgency } from '#shared/domain/plan-review.ts';
import type { Role } from '#shared/domain/role.ts';
import type { PeopleField } from '#shared/domain/task-people.ts';
import type { DraftHead, DraftTask } from './draft.ts';

/** Which role of a task: place of its responsibility, place within it. */
export type DraftRolePlace = { readonly responsibility: number; readonly index: number };

export type TaskPatch = Partial<
  Pick<DraftTask, 'number' | 'title' | 'content' | 'section' | 'targets' | 'dues' | PeopleField>
>;
export type ReviewAgencyPatch = Partial<Pick<DirectoryAgency, 'name' | 'shortName' | 'kind'>>;

/** Everything a person can do to a plan under review. Each is one step of the review's own undo. */
export type Edit =
  | { readonly kind: 'set-head'; readonly patch: Partial<DraftHead> }
  | { readonly kind: 'set-section'; readonly ordinal: number; readonly title: string }
  | { readonly kind: 'set-task'; readonly key: number; readonly patch: TaskPatch }
  | { readonly kind: 'add-role'; readonly key: number; readonly agency: string; readonly role: Role }
  | { readonly kind: 'set-role'; readonly key: number; readonly place: DraftRolePlace; readonly role: Role }
  | { readonly kind: 'remove-role'; readonly key: number; readonly place: DraftRolePlace }
  /** Exactly one unit leads; who else led becomes co-responsible. */
  | { readonly kind: 'choose-lead'; readonly key: number; readonly agency: string }
  | { readonly kind: 'add-responsibility'; readonly key: number; readonly responsibility: Responsibility }
  /** Words of a bracket were edited and read again. */
  | {
      readonly kind: 'set-responsibility';
      readonly key: number;
      readonly index: number;
      readonly responsibility: Responsibility;
    }
  | { readonly kind: 'split-task'; readonly key: number; readonly at: number; readonly source: string }
  | { readonly kind: 'merge-task'; readonly key: number }
  | { readonly kind: 'remove-task'; readonly key: number }
  /** Read from a passage of the source; they take their place by where it stands. */
  | { readonly kind: 'add-tasks'; readonly tasks: readonly ReadTask[] }
  | { readonly kind: 'renumber' }
  | { readonly kind: 'set-agency'; readonly name: string; readonly patch: ReviewAgencyPatch }
  /** Two names of one unit: the first becomes an alias of the second. */
  | { readonly kind: 'merge-agency'; readonly name: string; readonly into: string }
  | { readonly kind: 'separate-alias'; readonly name: string; readonly alias: string }
  /** The document was read again with other repairs refused; the tasks around `span` are taken from it. */
  | { readonly kind: 'take-reading'; readonly reading: PlanReading; readonly span: Span }
  | { readonly kind: 'see'; readonly doubts: readonly string[]; readonly seen: boolean };

/** The units that an edit may bring in: those of the directory that the document did not name. */
export type EditContext = { readonly others: readonly KnownAgency[] };
