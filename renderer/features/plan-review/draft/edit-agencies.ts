import { describeAgency } from '#shared/domain/describe-agency.ts';
import type { KnownAgency, ProposedAgency } from '#shared/domain/plan-review.ts';
import { agencyByWriting, type Draft, rolesOf } from './draft.ts';
import type { ReviewAgencyPatch } from './edits.ts';

/** Units that a role names and the draft does not hold join it: from the directory, or described by their name. */
export function withNamedAgencies(draft: Draft, others: readonly KnownAgency[]): Draft {
  const held = agencyByWriting(draft.agencies);
  const missing = new Set(
    rolesOf(draft.tasks)
      .map((role) => role.agency)
      .filter((writing) => !held.has(writing)),
  );
  if (missing.size === 0) return draft;
  const known = agencyByWriting(others);
  const added = new Map<string, ProposedAgency>();
  for (const writing of missing) {
    const agency = known.get(writing);
    if (agency) added.set(agency.name, { ...agency, isKnown: true, aliasOf: null, nearest: [] });
    else added.set(writing, unknownAgency(writing));
  }
  return { ...draft, agencies: [...draft.agencies, ...added.values()] };
}

function unknownAgency(name: string): ProposedAgency {
  return { ...describeAgency(name), pinyin: '', isKnown: false, aliasOf: null, nearest: [] };
}

/** Corrects a unit. Renamed, it keeps its old name as a writing, so that the document's words still mean it. */
export function setAgency(draft: Draft, name: string, patch: ReviewAgencyPatch): Draft {
  const isTaken = patch.name !== undefined && patch.name !== name && agencyByWriting(draft.agencies).has(patch.name);
  if (isTaken || patch.name === '') return draft;
  return {
    ...draft,
    agencies: draft.agencies.map((agency) => {
      if (agency.name !== name) return agency;
      const renamed = patch.name !== undefined && patch.name !== name;
      return { ...agency, ...patch, aliases: renamed ? [...agency.aliases, name] : agency.aliases };
    }),
  };
}

/**
 * Makes two names one unit: the first becomes an alias of the second.
 *
 * @param into name of a unit of the draft or of the directory
 */
export function mergeAgency(draft: Draft, name: string, into: string, others: readonly KnownAgency[]): Draft {
  const from = draft.agencies.find((agency) => agency.name === name);
  const other = others.find((agency) => agency.name === into);
  const target =
    draft.agencies.find((agency) => agency.name === into) ??
    (other && { ...other, isKnown: true, aliasOf: null, nearest: [] });
  if (!from || !target || from.name === target.name) return draft;
  const merged = { ...target, aliases: [...target.aliases, from.name, ...from.aliases] };
  const rest = draft.agencies.filter((agency) => agency.name !== from.name && agency.name !== target.name);
  const place = draft.agencies.findIndex((agency) => agency.name === target.name);
  // A unit that is new to the draft takes the place of the one it swallows.
  const at =
    place < 0
      ? draft.agencies.indexOf(from)
      : draft.agencies.slice(0, place).filter((agency) => agency !== from).length;
  return { ...draft, agencies: rest.toSpliced(at, 0, merged) };
}

/** An alias becomes a unit of its own again. */
export function separateAlias(draft: Draft, name: string, alias: string): Draft {
  const index = draft.agencies.findIndex((agency) => agency.name === name && agency.aliases.includes(alias));
  const agency = draft.agencies[index];
  if (!agency) return draft;
  const without = { ...agency, aliases: agency.aliases.filter((writing) => writing !== alias) };
  return { ...draft, agencies: draft.agencies.toSpliced(index, 1, without, unknownAgency(alias)) };
}
