import type { KnownAgency } from '#shared/domain/plan-review.ts';

/** Units shown to choose from; more are found by typing on. */
const CHOICES_MAX = 40;

export type AgencyChoice = { readonly name: string; readonly hint: string };

/**
 * Units that fit what was typed, by name, short name, other writing or pinyin initials. What fits none exactly can be
 * taken as a new unit.
 *
 * @param typed the search text, as typed
 */
export function agencyChoices(agencies: readonly KnownAgency[], typed: string): readonly AgencyChoice[] {
  const query = typed.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  const fitting = agencies.filter(
    ({ name, shortName, aliases, pinyin }) =>
      query === '' ||
      [name, shortName, ...aliases].some((writing) => writing.includes(query)) ||
      pinyin.includes(query),
  );
  const choices = fitting.slice(0, CHOICES_MAX).map(({ name, shortName }) => ({ name, hint: shortName }));
  const isNew =
    /\p{Script=Han}/u.test(query) && !agencies.some(({ name, aliases }) => [name, ...aliases].includes(query));
  return isNew ? [...choices, { name: query, hint: '新增单位' }] : choices;
}
