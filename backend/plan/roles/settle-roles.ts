import type { ReadRole } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import { strongestRoles } from '#shared/domain/task-roles.ts';
import { spanOf } from '../text/text-view.ts';
import type { RawReading, RawUnit } from './role-grammar.ts';
import { isMemberGroup } from './unit-lexicon.ts';

/** A unit that a rule adds to every later bracket, and the rule's place among the document's rules. */
export type AddedUnit = Readonly<{ unit: RawUnit; rule: number }>;

/** What the document's rules say about this responsibility. */
export type DocumentContext = Readonly<{
  /** The rule by which the first unit leads (列首位的为牵头单位，下同), and whether it lets the others cooperate. */
  firstLeads: Readonly<{ rule: number | undefined; othersCooperate: boolean }> | undefined;
  always: readonly AddedUnit[];
}>;

export const NO_CONTEXT: DocumentContext = { firstLeads: undefined, always: [] };

/**
 * Turns what labels and verbs say into the three roles:
 * a unit alone leads, several without 牵头 are co-responsible, and so are the members of a committee alone,
 * and 指导 helps only where somebody else is responsible. A role that a rule gave says which.
 */
export function settleRoles(reading: RawReading, context: DocumentContext = NO_CONTEXT): ReadRole[] {
  const own = reading.units;
  const known = new Set(own.map((unit) => unit.name));
  const added = context.always.filter(({ unit }) => !known.has(unit.name));
  const all = [...own.map((unit): Partial<AddedUnit> & { unit: RawUnit } => ({ unit })), ...added];
  const responsible = all.some(({ unit }) => unit.role === 'lead' || unit.role === 'default');
  const isDefault = (unit: RawUnit): boolean =>
    unit.role === 'default' || ((unit.role === 'guide' || unit.role === 'joint') && !responsible);
  const ownDefaults = own.filter(isDefault);
  const hasLead = own.some((unit) => unit.role === 'lead');
  const firstLeads = context.firstLeads ?? ownRule(reading);
  const addedDefaults = added.map(({ unit }) => unit).filter(isDefault);
  const sole = soleLeader(ownDefaults.length > 0 ? ownDefaults : addedDefaults);
  const leader = hasLead ? undefined : firstLeads === undefined ? sole : ownDefaults[0]?.name;
  const ruled = leader !== undefined && leader !== sole ? firstLeads : undefined;
  const roles = all.map(({ unit, rule }): ReadRole => {
    const isOther = ruled?.othersCooperate === true && ownDefaults.includes(unit) && unit.name !== leader;
    const leads = unit.role === 'lead' || unit.name === leader;
    const role: Role = leads ? 'lead' : isDefault(unit) && !isOther ? 'co-responsible' : 'cooperating';
    const by = unit.name === leader || isOther ? (ruled?.rule ?? rule) : rule;
    return { agency: unit.name, role, ...(by === undefined ? {} : { rule: by }), span: spanOf(unit.view) };
  });
  return [...strongestRoles(roles, (role) => role.agency).values()];
}

/** A rule in the bracket itself, where no document stands around it. */
function ownRule(reading: RawReading): DocumentContext['firstLeads'] {
  const own = reading.rules.find((rule) => rule.kind === 'first-leads');
  return own === undefined ? undefined : { rule: undefined, othersCooperate: own.cooperating };
}

/** The unit that leads because it is alone, although no word says 牵头. */
function soleLeader(defaults: readonly RawUnit[]): string | undefined {
  const [sole, ...others] = new Set(defaults.map((unit) => unit.name));
  return sole !== undefined && others.length === 0 && !isMemberGroup(sole) ? sole : undefined;
}
