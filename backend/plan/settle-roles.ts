import type { ReadRole } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import type { RawReading, RawUnit } from './role-grammar.ts';
import { spanOf } from './text-view.ts';
import { isGroupUnit } from './unit-lexicon.ts';

/** What earlier sentences of the document say about this responsibility. */
export type DocumentContext = Readonly<{
  /** 列首位的为牵头单位，下同 */
  firstLeads: boolean;
  /** Units every later bracket owes, already parsed, with role default or cooperating. */
  always: readonly RawUnit[];
}>;

export const NO_CONTEXT: DocumentContext = { firstLeads: false, always: [] };

const ORDER: Readonly<Record<Role, number>> = { lead: 0, 'co-responsible': 1, cooperating: 2 };

/**
 * Turns what labels and verbs say into the three roles:
 * a unit alone leads, several without 牵头 are co-responsible, a group alone is co-responsible,
 * and 指导 helps only where somebody else is responsible.
 */
export function settleRoles(reading: RawReading, context: DocumentContext = NO_CONTEXT): ReadRole[] {
  const own = reading.units;
  const known = new Set(own.map((unit) => unit.name));
  const added = context.always.filter((unit) => !known.has(unit.name));
  const all = [...own, ...added];
  const responsible = all.some((unit) => unit.role === 'lead' || unit.role === 'default');
  const hasLead = own.some((unit) => unit.role === 'lead');
  const isDefault = (unit: RawUnit): boolean => unit.role === 'default' || (unit.role === 'guide' && !responsible);
  const ownDefaults = new Set(own.filter(isDefault).map((unit) => unit.name));
  const firstLeads = context.firstLeads || reading.rules.some((rule) => rule.kind === 'first-leads');
  const leader = hasLead ? undefined : leaderOf(own, added, ownDefaults, firstLeads, isDefault);
  const roles = all.map((unit): ReadRole => {
    const role: Role =
      unit.role === 'lead' || unit.name === leader ? 'lead' : isDefault(unit) ? 'co-responsible' : 'cooperating';
    return { agency: unit.name, role, span: spanOf(unit.view) };
  });
  return withoutRepeats(roles);
}

/** The unit that leads although no word says 牵头. */
function leaderOf(
  own: readonly RawUnit[],
  added: readonly RawUnit[],
  ownDefaults: ReadonlySet<string>,
  firstLeads: boolean,
  isDefault: (unit: RawUnit) => boolean,
): string | undefined {
  if (firstLeads) return own.find(isDefault)?.name;
  const [sole] = ownDefaults.size > 0 ? ownDefaults : new Set(added.filter(isDefault).map((unit) => unit.name));
  const count = ownDefaults.size > 0 ? ownDefaults.size : added.filter(isDefault).length;
  return sole !== undefined && count === 1 && !isGroupUnit(sole) ? sole : undefined;
}

/** A unit named twice keeps its strongest role, at its first place. */
function withoutRepeats(roles: readonly ReadRole[]): ReadRole[] {
  const kept = new Map<string, ReadRole>();
  for (const role of roles) {
    const before = kept.get(role.agency);
    if (before === undefined) kept.set(role.agency, role);
    else if (ORDER[role.role] < ORDER[before.role]) kept.set(role.agency, { ...role, span: before.span });
  }
  return [...kept.values()];
}
