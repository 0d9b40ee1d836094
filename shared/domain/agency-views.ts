import type { AgencyKind } from './agency.ts';
import type { AgencyId, TaskId } from './ids.ts';
import type { Role } from './role.ts';

export type AgencyView = {
  readonly id: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly position: number;
  readonly active: boolean;
  /** Pinyin initials for finding it by keyboard: `sjj` finds 市监局. */
  readonly pinyin: string;
  /** Other writings a person has confirmed to mean this unit. */
  readonly aliases: readonly string[];
  /** What it was called before a reform; old documents and forms still say so. */
  readonly formerNames: readonly string[];
  /** For a group agency: who belongs to it, as far as known. */
  readonly members: readonly AgencyId[];
  /** How many assignments it holds; 0 lets the matrix hide its column. */
  readonly duties: number;
  /** Nothing names it: no role, progress, form, return or note. Others can only be merged or put out of use. */
  readonly removable: boolean;
};

/** An agency and those whose names are like its own, the most alike first. */
export type SimilarAgencies = { readonly agencyId: AgencyId; readonly nearest: readonly AgencyId[] };

/** What merging one agency into another would do, for the clerk to look at before. */
export type MergePreview = {
  /** Names of the vanishing agency that become other names of the staying one. */
  readonly aliases: readonly string[];
  /** Tasks in which the vanishing agency has a role, in the order of the plan. */
  readonly roles: readonly {
    readonly taskId: TaskId;
    readonly number: number;
    readonly title: string;
    readonly from: Role;
    /** The role the staying agency has in the task already. */
    readonly into: Role | null;
    /** The role it has afterwards: the stronger of the two. */
    readonly merged: Role;
  }[];
  /** Progress entries that go over, and those that both have and that are joined. */
  readonly progress: { readonly moved: number; readonly joined: number };
  readonly forms: number;
  readonly returns: number;
  readonly notes: number;
  /** Values of targets that go over, that are added to those of the staying one, and pairs of which the later stands. */
  readonly values: { readonly moved: number; readonly added: number; readonly later: number };
  /** Deadlines put off, milestones, sub-items, checks, evidence, deliveries, reminders and drafts that go over. */
  readonly facts: number;
  /** Numbers of tasks that are open again, because only one of the two had closed them. */
  readonly reopened: readonly number[];
};
