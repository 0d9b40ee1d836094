import { AGENCY_KINDS, type AgencyDirectory, type DirectoryAgency } from '#shared/domain/agency.ts';
import { describeAgency } from '#shared/domain/describe-agency.ts';
import type { PlanReading } from '#shared/domain/plan-reading.ts';

/**
 * The agencies a plan needs, in the order of the matrix columns: those its roles name, with what the directory
 * knows of them; unknown ones get a kind and a short name from the way they are written.
 *
 * @param reading the plan as read; aliases are already resolved into `canonical`
 * @param directory the confirmed directory; its order is kept within a kind
 */
export function draftAgencies(reading: PlanReading, directory: AgencyDirectory): readonly DirectoryAgency[] {
  const known = new Map(directory.agencies.map((agency, index) => [agency.name, { agency, index }]));
  const names = new Set(
    reading.tasks.flatMap((task) =>
      task.responsibilities.flatMap((responsibility) =>
        responsibility.roles.map((role) => role.canonical ?? role.agency),
      ),
    ),
  );
  const drafts = [...names].map((name, index) => {
    const entry = known.get(name);
    return entry
      ? { agency: keepMembers(entry.agency, names), rank: entry.index }
      : { agency: describeAgency(name), rank: directory.agencies.length + index };
  });
  return drafts
    .toSorted((a, b) => AGENCY_KINDS.indexOf(a.agency.kind) - AGENCY_KINDS.indexOf(b.agency.kind) || a.rank - b.rank)
    .map((draft) => draft.agency);
}

/** A group keeps only members that the plan itself knows. */
function keepMembers(agency: DirectoryAgency, names: ReadonlySet<string>): DirectoryAgency {
  return { ...agency, members: agency.members.filter((member) => names.has(member)) };
}
