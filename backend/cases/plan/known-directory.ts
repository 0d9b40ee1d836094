import type { ReadableDb } from '#db/handle.ts';
import { listAgencies } from '#db/queries/agency.queries.ts';
import type { AgencyDirectory, DirectoryAgency } from '#shared/domain/agency.ts';

/**
 * Every agency a person has confirmed: those of the open data file first, then those that come with the program.
 * A name or alias belongs to the first that has it.
 *
 * @param seeds the directory that comes with the program; its group agencies know their members
 */
export function knownDirectory(db: ReadableDb, seeds: AgencyDirectory): AgencyDirectory {
  const seedByName = new Map(seeds.agencies.map((agency) => [agency.name, agency]));
  const present = listAgencies(db);
  const nameOf = new Map(present.map((agency) => [agency.id, agency.name]));
  const own = present.map(
    ({ name, shortName, kind, aliases, formerNames, members }): DirectoryAgency => ({
      name,
      shortName,
      kind,
      // A document of last year still uses the name from before a reform.
      aliases: [...aliases, ...formerNames],
      members:
        members.length > 0 ? members.flatMap((id) => nameOf.get(id) ?? []) : [...(seedByName.get(name)?.members ?? [])],
    }),
  );
  const taken = new Set<string>();
  const agencies = [...own, ...seeds.agencies].flatMap((agency) => {
    if (taken.has(agency.name)) return [];
    taken.add(agency.name);
    const aliases = agency.aliases.filter((alias) => !taken.has(alias));
    for (const alias of aliases) taken.add(alias);
    return [{ ...agency, aliases }];
  });
  return { title: seeds.title, agencies };
}
