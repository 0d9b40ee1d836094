import { z } from 'zod';

/** Families of agencies; the matrix groups its columns by them, in this order. */
export const AGENCY_KINDS = [
  'party',
  'government',
  'judicial',
  'people-organization',
  'vertical',
  'office',
  'township',
  'group',
] as const;

export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const AGENCY_KIND_LABELS: Readonly<Record<AgencyKind, string>> = {
  party: '县委部门',
  government: '县政府部门',
  judicial: '法检机关',
  'people-organization': '群团组织',
  vertical: '垂管单位',
  office: '议事协调机构',
  township: '乡镇',
  group: '集体单位',
};

/** One entry of an agency directory (`seeds/*-agencies.json`). Names are unique across names and aliases. */
export const DirectoryAgencySchema = z.strictObject({
  name: z.string().min(1),
  shortName: z.string().min(1),
  kind: z.enum(AGENCY_KINDS),
  /** Other writings a person has confirmed to mean this unit. */
  aliases: z.array(z.string()).default([]),
  /** For a group agency: the directory names of its members, when they are known. */
  members: z.array(z.string()).default([]),
});
export type DirectoryAgency = z.infer<typeof DirectoryAgencySchema>;

export const AgencyDirectorySchema = z.strictObject({
  title: z.string(),
  agencies: z.array(DirectoryAgencySchema),
});
export type AgencyDirectory = z.infer<typeof AgencyDirectorySchema>;

/** Whether a name is an agency's own: its full name, an alias or a former name. Short names may belong to several. */
export function isNamed(
  agency: { readonly name: string; readonly aliases: readonly string[]; readonly formerNames: readonly string[] },
  name: string,
): boolean {
  return agency.name === name || agency.aliases.includes(name) || agency.formerNames.includes(name);
}
