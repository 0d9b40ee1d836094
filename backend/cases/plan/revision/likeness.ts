/** Blanks and punctuation say nothing about whether two texts are the same task. */
const NOISE = /[\s\p{P}]+/gu;

/** A text as compared: its words without blanks and punctuation, and its pairs of neighbouring characters. */
export type Comparable = { readonly words: string; readonly pairs: ReadonlySet<string> };

export function comparable(text: string): Comparable {
  const words = text.normalize('NFKC').replace(NOISE, '');
  const pairs = new Set<string>();
  for (let at = 0; at < words.length - 1; at++) pairs.add(words.slice(at, at + 2));
  return { words, pairs };
}

/** How alike two texts are, 0 to 1: the share of character pairs they have in common. */
export function likeness(left: Comparable, right: Comparable): number {
  if (left.words === right.words) return 1;
  return (2 * commonPairs(left, right)) / Math.max(1, left.pairs.size + right.pairs.size);
}

/** Which share of a text stands in another one, 0 to 1. */
export function share(part: Comparable, whole: Comparable): number {
  return commonPairs(part, whole) / Math.max(1, part.pairs.size);
}

function commonPairs(left: Comparable, right: Comparable): number {
  const [few, many] = left.pairs.size < right.pairs.size ? [left.pairs, right.pairs] : [right.pairs, left.pairs];
  let common = 0;
  for (const pair of few) if (many.has(pair)) common++;
  return common;
}
