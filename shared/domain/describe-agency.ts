import type { AgencyKind, DirectoryAgency } from './agency.ts';

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

/** A unit that no directory knows, described by the way its name is written; a person corrects it. */
export function describeAgency(name: string): DirectoryAgency {
  const kind = KIND_BY_NAME.find(({ pattern }) => pattern.test(name))?.kind ?? 'government';
  const shortName = name.replace(/^[省市县区](?=.{3})/u, '').replace(/人民政府$/u, '');
  return { name, shortName, kind, aliases: [], members: [] };
}
