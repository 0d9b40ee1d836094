import type { AgencyDirectory, DirectoryAgency } from '#shared/domain/agency.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';
import type { ProposedAgency } from '#shared/domain/plan-review.ts';
import { nameStem } from '../../plan/agency-names.ts';
import { isGroupUnit } from '../../plan/unit-lexicon.ts';
import { draftAgencies } from './agency-draft.ts';

/** Known names offered for an unknown unit. More: the list hides the right one. */
const NEAREST_MAX = 5;
/** Names less alike than this share hardly more than 县 and 局. */
const NEARNESS_MIN = 0.4;
/** A shorter stem says too little: 县教 could be many. */
const STEM_LENGTH_MIN = 3;

/** Most plans name 20 to 60 units; a list of thousands is no directory, and comparing it would take seconds. */
const COMPARED_MAX = 2_000;

export type AgencyProposal = Omit<ProposedAgency, 'pinyin'>;

/**
 * Who the units of a reading are: known ones as the directory has them, unknown ones with what they may mean.
 *
 * @param reading the plan as read; aliases that a person confirmed are resolved into `canonical` already
 * @param directory the confirmed directory
 */
export function proposeAgencies(reading: PlanReading, directory: AgencyDirectory): readonly AgencyProposal[] {
  const known = new Set(directory.agencies.map((agency) => agency.name));
  const nameByStem = new Map<string, string>();
  for (const { name, aliases } of directory.agencies) {
    for (const writing of [...aliases, name]) keepStem(nameByStem, writing, name);
  }
  const drafts = draftAgencies(reading, directory);
  for (const { name } of drafts) keepStem(nameByStem, name, name);
  return drafts.map((agency, index): AgencyProposal => {
    if (known.has(agency.name)) return { ...agency, isKnown: true, aliasOf: null, nearest: [] };
    const twin = isGroupUnit(agency.name) ? undefined : nameByStem.get(nameStem(agency.name));
    return {
      ...agency,
      isKnown: false,
      aliasOf: twin === undefined || twin === agency.name ? null : twin,
      nearest: index < COMPARED_MAX ? nearestNames(agency.name, directory.agencies) : [],
    };
  });
}

/** The first name of a stem stands for it: the directory's before the document's. */
function keepStem(nameByStem: Map<string, string>, writing: string, name: string): void {
  const stem = nameStem(writing);
  if (stem.length >= STEM_LENGTH_MIN && !nameByStem.has(stem)) nameByStem.set(stem, name);
}

function nearestNames(name: string, agencies: readonly DirectoryAgency[]): readonly string[] {
  const pairs = bigrams(name);
  return agencies
    .map((agency) => ({
      name: agency.name,
      nearness: Math.max(...[agency.name, agency.shortName, ...agency.aliases].map((known) => dice(pairs, known))),
    }))
    .filter(({ nearness }) => nearness >= NEARNESS_MIN)
    .toSorted((a, b) => b.nearness - a.nearness)
    .slice(0, NEAREST_MAX)
    .map((candidate) => candidate.name);
}

/** Share of neighbouring character pairs that two names have in common, 0 to 1. */
function dice(pairs: ReadonlySet<string>, other: string): number {
  const others = bigrams(other);
  const common = [...others].filter((pair) => pairs.has(pair)).length;
  return (2 * common) / Math.max(1, pairs.size + others.size);
}

function bigrams(name: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2)));
}
