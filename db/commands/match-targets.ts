import type { TargetId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';

type Measured = Pick<TargetView, 'name' | 'unit' | 'text'>;

/**
 * Which targets of a task are the same ones in another version: of the same words, else of the same name and unit, else
 * the only one of its unit on either side.
 *
 * @returns the id of the earlier self by place among the new ones; those without one are left out
 */
export function matchTargets(
  present: readonly (Measured & { readonly id: TargetId })[],
  wanted: readonly Measured[],
): ReadonlyMap<number, TargetId> {
  const found = new Map<number, TargetId>();
  const free = () => present.filter(({ id }) => ![...found.values()].includes(id));
  const open = () => wanted.map((target, index) => ({ target, index })).filter(({ index }) => !found.has(index));
  const pair = (isSame: (one: Measured, other: Measured) => boolean): void => {
    for (const { target, index } of open()) {
      const match = free().find((each) => isSame(each, target));
      if (match) found.set(index, match.id);
    }
  };
  pair((one, other) => one.text === other.text && one.unit === other.unit);
  pair((one, other) => one.name === other.name && one.unit === other.unit);
  for (const { target, index } of open()) {
    const [only, ...others] = free().filter(({ unit }) => unit === target.unit);
    const rivals = open().filter((each) => each.target.unit === target.unit);
    if (only && others.length === 0 && rivals.length === 1) found.set(index, only.id);
  }
  return found;
}
