import { overviewShown } from '../../state/queries.ts';
import { PageLink } from './PageParts.tsx';
import { openPage } from './page-desk.ts';

/** Full name of an agency that opens its page; plain where the directory does not know it any more. */
export function AgencyLink({ name }: { readonly name: string }) {
  const agency = overviewShown()?.agencies.find((each) => each.name === name);
  if (!agency) return name;
  return <PageLink onOpen={() => openPage({ kind: 'agency', agencyId: agency.id })}>{name}</PageLink>;
}
