/** A small seeded generator: the same seed damages the same forms in the same way. */
export type Random = {
  /** 0 up to, not with, `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** At least one, about `share` of them, in their order. */
  readonly some: <Value>(values: readonly Value[], share?: number) => Value[];
  readonly shuffled: <Value>(values: readonly Value[]) => Value[];
};

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const shuffled = <Value>(values: readonly Value[]): Value[] =>
    values
      .map((value) => [next(), value] as const)
      .toSorted(([a], [b]) => a - b)
      .map(([, value]) => value);
  const some = <Value>(values: readonly Value[], share = 0.5): Value[] => {
    const chosen = new Set(shuffled(values).slice(0, Math.max(1, Math.round(values.length * share))));
    return values.filter((value) => chosen.has(value));
  };
  return { below, pick, some, shuffled };
}
