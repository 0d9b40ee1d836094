import { AppError } from '#shared/errors.ts';

/**
 * The target of that name, place or unmistakable part of a name; without one named, the only one.
 *
 * @throws AppError TARGET_UNKNOWN
 */
export function targetNamed<Target extends { readonly name: string }>(
  targets: readonly Target[],
  number: number,
  wanted: string | undefined,
): Target {
  const found = chosenTarget(targets, wanted);
  if (found) return found;
  const known = targets.map(({ name }, index) => `${index + 1} ${name}`).join('；') || '（无）';
  throw new AppError('TARGET_UNKNOWN', { number, name: wanted ?? '未指明', targets: known });
}

function chosenTarget<Target extends { readonly name: string }>(
  targets: readonly Target[],
  wanted: string | undefined,
): Target | undefined {
  if (wanted === undefined) return targets.length === 1 ? targets[0] : undefined;
  const exact = targets.find(({ name }) => name === wanted);
  const alike = targets.filter(({ name }) => name.includes(wanted));
  return (
    exact ??
    (/^\d+$/u.test(wanted) ? targets[Number(wanted) - 1] : undefined) ??
    (alike.length === 1 ? alike[0] : undefined)
  );
}
