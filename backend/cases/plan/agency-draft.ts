import { AGENCY_KINDS, type AgencyDirectory, type AgencyKind, type DirectoryAgency } from '#shared/domain/agency.ts';
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
      : { agency: describeUnknown(name), rank: directory.agencies.length + index };
  });
  return drafts
    .toSorted((a, b) => AGENCY_KINDS.indexOf(a.agency.kind) - AGENCY_KINDS.indexOf(b.agency.kind) || a.rank - b.rank)
    .map((draft) => draft.agency);
}

/** A group keeps only members that the plan itself knows. */
function keepMembers(agency: DirectoryAgency, names: ReadonlySet<string>): DirectoryAgency {
  return { ...agency, members: agency.members.filter((member) => names.has(member)) };
}

/** How the name of a unit tells its kind; the first that fits wins. */
const KIND_BY_NAME: readonly { readonly pattern: RegExp; readonly kind: AgencyKind }[] = [
  { pattern: /^各|^相关|^有关|有关(?:单位|部门)$|相关(?:单位|部门)$|成员单位$|^全/u, kind: 'group' },
  { pattern: /委员会办公室$|领导小组办公室$|指挥部办公室$|专班$/u, kind: 'office' },
  { pattern: /法院$|检察院$/u, kind: 'judicial' },
  { pattern: /工会$|共青团|^团|妇联$|工商联$|科协$|残联$|红十字会$|文联$|侨联$/u, kind: 'people-organization' },
  { pattern: /税务局$|分局$|支行$|银保监|海关|气象局$|消防|供电公司$|烟草/u, kind: 'vertical' },
  { pattern: /镇人民政府$|乡人民政府$|镇政府$|乡政府$|街道办事处$/u, kind: 'township' },
  { pattern: /委(?:办公室|组织部|宣传部|统战部|政法委|网信办|编办|党校|巡察办|办)$|纪委/u, kind: 'party' },
];

/** Kind and short name of an agency that no directory knows, from the way its name is written. */
export function describeUnknown(name: string): DirectoryAgency {
  const kind = KIND_BY_NAME.find(({ pattern }) => pattern.test(name))?.kind ?? 'government';
  const shortName = name.replace(/^[省市县区](?=.{3})/u, '').replace(/人民政府$/u, '');
  return { name, shortName, kind, aliases: [], members: [] };
}
