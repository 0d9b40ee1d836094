import type { LightDef, LightKey } from '#shared/domain/light.ts';
import type { AgencyFilter, MatrixView } from './matrix-view.ts';

/**
 * The filters of a view without lights that the rules in use do not have: a view is remembered, and other rules may
 * have been chosen since. Without this it would show nothing, and say so in a word nobody knows.
 *
 * @returns what is to be changed about the view; `null` when nothing is
 */
export function withoutUnknownLights(
  { lights, agencyFilters }: Pick<MatrixView, 'lights' | 'agencyFilters'>,
  known: readonly LightDef[],
): Pick<MatrixView, 'lights' | 'agencyFilters'> | null {
  const filters = Object.entries(agencyFilters) as [string, AgencyFilter][];
  const all = [...lights, ...filters.flatMap(([, filter]) => filter.lights ?? [])];
  if (all.every((key) => isKnown(key, known))) return null;
  const kept = filters.flatMap(([agencyId, { roles, lights: lit }]) => {
    const left = lit && knownOf(lit, known);
    const filter = { roles, lights: left?.length === 0 ? null : left };
    return filter.roles === null && filter.lights === null ? [] : [[agencyId, filter] as const];
  });
  return { lights: knownOf(lights, known), agencyFilters: Object.fromEntries(kept) };
}

/** Those lights that the rules in use have. */
export function knownOf(lights: readonly LightKey[], known: readonly LightDef[]): readonly LightKey[] {
  return lights.filter((key) => isKnown(key, known));
}

function isKnown(key: LightKey, known: readonly LightDef[]): boolean {
  return known.some((light) => light.key === key);
}
