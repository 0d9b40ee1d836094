import type { DirectoryAgency } from './agency.ts';
import type { PlanReading } from './plan-reading.ts';

/** A document that was read and waits for a person: what it says, what was understood, who the units may be. */
export type PlanReview = {
  readonly reviewId: string;
  readonly source: {
    /** File name without its folder; 粘贴的文字 for pasted text. */
    readonly name: string;
    /** Lower-case hex. */
    readonly sha256: string;
    /** The spans of the reading are offsets in it. */
    readonly text: string;
  };
  readonly reading: PlanReading;
  /** The units that the reading names, in the order of the matrix columns. */
  readonly agencies: readonly ProposedAgency[];
  /** The units of the directory that it does not name: to choose from. */
  readonly others: readonly KnownAgency[];
};

/** A unit of the directory, with the initials by which a clerk finds it (`sjj` finds 市监局). */
export type KnownAgency = DirectoryAgency & { readonly pinyin: string };

/**
 * A unit as the plan would get it. An unknown one has a guessed kind and short name; which known unit it may mean is
 * only proposed, because two names are made one by a person, never silently.
 */
export type ProposedAgency = KnownAgency & {
  readonly isKnown: boolean;
  /** The unit it most probably is another writing of: same name but for the words that reforms change. */
  readonly aliasOf: string | null;
  /** The nearest known names, best first. */
  readonly nearest: readonly string[];
};

/** What became of a review that was created. */
export type CreatedPlan = { readonly fileName: string; readonly tasks: number; readonly agencies: number };
