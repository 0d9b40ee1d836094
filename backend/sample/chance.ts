/** A number from 0 up to 1 that depends on nothing but what it is asked for. */
export type Chance = (...about: readonly (string | number)[]) => number;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Draws that are the same in every run and do not depend on the order in which they are asked for: `chance('late', 5, 3)`
 * is a hash of the seed and these words, so another question more or less changes no other answer.
 *
 * @param seed another one makes another world
 */
export function chanceOf(seed: number): Chance {
  return (...about) => {
    let hash = FNV_OFFSET ^ seed;
    for (const char of about.join('/')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), FNV_PRIME);
    // The last bits of FNV know little of the first letters: mixed as MurmurHash ends.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** One of a list, by a draw. */
export function pick<Item>(items: readonly Item[], draw: number): Item {
  const item = items[Math.floor(draw * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
