import type { KnownAgency } from '#shared/domain/plan-review.ts';
import { agencyMatches } from '../matrix/matrix-filter.ts';

/** Units shown to choose from; more are found by typing on. */
const CHOICES_MAX = 40;

export type AgencyChoice = { readonly name: string; readonly hint: string };

/**
 * Units that fit what was typed, as everywhere in the window. What is the name of none can be taken as a new unit.
 *
 * @param typed the search text, as typed; all units fit an empty one
 */
export function agencyChoices(agencies: readonly KnownAgency[], typed: string): readonly AgencyChoice[] {
  const name = typed.trim();
  const fitting = name === '' ? agencies : agencies.filter((agency) => agencyMatches(agency, name));
  const choices = fitting.slice(0, CHOICES_MAX).map((agency) => ({ name: agency.name, hint: agency.shortName }));
  const isNew =
    /\p{Script=Han}/u.test(name) && !agencies.some((agency) => [agency.name, ...agency.aliases].includes(name));
  return isNew ? [...choices, { name, hint: '新增单位' }] : choices;
}
