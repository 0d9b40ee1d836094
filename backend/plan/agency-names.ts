import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ReadRole } from '#shared/domain/plan-reading.ts';

/** Adds the directory's name to each unit written under a confirmed alias; a unit written by its name gets none. */
export function addCanonicalNames(roles: readonly ReadRole[], names: ReadonlyMap<string, string>): ReadRole[] {
  return roles.map((role) => {
    const canonical = names.get(role.agency);
    return canonical === undefined || canonical === role.agency ? role : { ...role, canonical };
  });
}

/** Every name and alias of the directory, to the name; empty without a directory. */
export function aliasIndex(directory: AgencyDirectory | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (directory === undefined) return names;
  for (const agency of directory.agencies) {
    for (const alias of agency.aliases) names.set(alias, agency.name);
  }
  for (const agency of directory.agencies) names.set(agency.name, agency.name);
  return names;
}

const SAME_OFFICE_ENDING = /(?:管理)?(?:委员会|办公室|局|委|办|厅|部|中心|处)$/u;
const JOINING = /和|与|及|、/gu;

/**
 * What stays of a name when the words that reforms change are taken off:
 * 县发展和改革委员会, 县发展和改革局 and 县发展改革委 are all 县发展改革.
 */
export function nameStem(name: string): string {
  return name.replace(SAME_OFFICE_ENDING, '').replace(JOINING, '');
}
