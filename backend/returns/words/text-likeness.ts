/**
 * How alike two Chinese texts are, by the pairs of characters they share. Punctuation and blanks do not count.
 * Pairs are counted as a set: a sentence said twice is not more like its source.
 */

/** A text taken apart once, for many questions. */
export type Shingled = { readonly plain: string; readonly pairs: ReadonlySet<string> };

/** Candidates an index looks at closely; the right one shares more rare pairs than the others. */
const LOOKED_AT_MAX = 8;
/** Pairs that stand in more texts than this tell nothing about which text is meant. */
const COMMON_PAIR = 400;

/** Letters, digits and Chinese characters alone, in plain width. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
}

export function shingle(text: string): Shingled {
  const plain = plainText(text);
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < plain.length; index++) pairs.add(plain.slice(index, index + 2));
  return { plain, pairs };
}

function sharedPairs(left: Shingled, right: Shingled): number {
  const [few, many] = left.pairs.size <= right.pairs.size ? [left, right] : [right, left];
  let shared = 0;
  for (const pair of few.pairs) if (many.pairs.has(pair)) shared++;
  return shared;
}

/** @returns 0 (nothing in common) to 1 (the same); a text added to one side makes it smaller */
export function textLikeness(left: Shingled, right: Shingled): number {
  if (left.plain === right.plain) return left.plain === '' ? 0 : 1;
  const all = left.pairs.size + right.pairs.size;
  return all === 0 ? 0 : (2 * sharedPairs(left, right)) / all;
}

/** @returns how much of the shorter text stands in the longer one, 0 to 1 */
export function containment(left: Shingled, right: Shingled): number {
  const least = Math.min(left.pairs.size, right.pairs.size);
  return least === 0 ? 0 : sharedPairs(left, right) / least;
}

export type LikenessIndex = {
  /** Positions of the texts that share the most rare pairs with this one, best first; at most a handful. */
  readonly candidates: (text: Shingled) => readonly number[];
};

/** Texts indexed by their pairs, so that one question costs what the text has in common with them. */
export function indexTexts(texts: readonly Shingled[]): LikenessIndex {
  const places = new Map<string, number[]>();
  for (const [at, { pairs }] of texts.entries()) {
    for (const pair of pairs) {
      const found = places.get(pair);
      if (found) found.push(at);
      else places.set(pair, [at]);
    }
  }
  return {
    candidates: ({ pairs }) => {
      const shared = new Map<number, number>();
      for (const pair of pairs) {
        const found = places.get(pair) ?? [];
        if (found.length > COMMON_PAIR) continue;
        for (const at of found) shared.set(at, (shared.get(at) ?? 0) + 1 / found.length);
      }
      return [...shared]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, LOOKED_AT_MAX)
        .map(([at]) => at);
    },
  };
}
