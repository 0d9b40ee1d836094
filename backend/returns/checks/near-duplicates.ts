import { type Shingled, shingle, textLikeness } from '../text-likeness.ts';

/** Shorter texts are alike by chance: 已检查 12 家. */
const WORDS_MIN = 12;
/** From here on a text is a copy with a word changed. */
export const COPY_LIKENESS = 0.9;
/** Texts of a likeness this great share all but so much of their pairs; so one of so many rare pairs is shared. */
const MISSING_SHARE = 2 * (1 - COPY_LIKENESS);
/** More candidates than this are looked at no further; the same text from everybody is found at once anyway. */
const LOOKED_AT_MAX = 60;

export type TextOf<Source> = { readonly text: string; readonly source: Source };
export type CopyFound<Source> = { readonly source: Source; readonly likeness: number };

/** Figures of a text; two reports that differ in them are two reports, however alike their words. */
function figuresIn(text: string): string {
  return (text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
}

/** @returns 0 to 1, and 0 for texts too short to be called a copy, or whose figures differ */
export function copyLikeness(one: string, other: string): number {
  const [left, right] = [shingle(one), shingle(other)];
  if (Math.min(left.plain.length, right.plain.length) < WORDS_MIN) return 0;
  return figuresIn(one) === figuresIn(other) ? textLikeness(left, right) : 0;
}

/** @returns how much of a text stands in another one, 0 to 1; 0 for a short text or one with figures of its own */
export function copiedShare(text: string, from: string): number {
  const [own, source] = [shingle(text), shingle(from)];
  if (own.plain.length < WORDS_MIN) return 0;
  const figures = text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [];
  if (figures.some((figure) => !from.normalize('NFKC').includes(figure))) return 0;
  let shared = 0;
  for (const pair of own.pairs) if (source.pairs.has(pair)) shared++;
  return own.pairs.size === 0 ? 0 : shared / own.pairs.size;
}

/**
 * Many texts, to be asked which of them another is a copy of. Only texts that share one of its rarest pairs of
 * characters are compared, so a thousand questions among a thousand texts take a moment.
 *
 * @returns asks for the likeliest copy among the texts that `counts` lets through
 */
export function indexCopies<Source>(
  written: readonly TextOf<Source>[],
): (text: string, counts: (source: Source) => boolean) => CopyFound<Source> | undefined {
  const texts = written.map(({ text }) => shingle(text));
  const places = new Map<string, number[]>();
  const same = new Map<string, number[]>();
  for (const [at, { plain, pairs }] of texts.entries()) {
    if (plain.length < WORDS_MIN) continue;
    push(same, plain, at);
    for (const pair of pairs) push(places, pair, at);
  }
  return (text, counts) => {
    const asked = shingle(text);
    if (asked.plain.length < WORDS_MIN) return undefined;
    const source = (at: number | undefined): Source | undefined => (at === undefined ? undefined : written[at]?.source);
    for (const at of same.get(asked.plain) ?? []) {
      const found = source(at);
      if (found !== undefined && counts(found)) return { source: found, likeness: 1 };
    }
    let best: CopyFound<Source> | undefined;
    for (const at of candidates(asked, places)) {
      const found = source(at);
      if (found === undefined || !counts(found) || figuresIn(written[at]?.text ?? '') !== figuresIn(text)) continue;
      const like = textLikeness(asked, texts[at] ?? asked);
      if (like >= COPY_LIKENESS && like > (best?.likeness ?? 0)) best = { source: found, likeness: like };
    }
    return best;
  };
}

function candidates({ pairs }: Shingled, places: ReadonlyMap<string, number[]>): ReadonlySet<number> {
  const rarest = [...pairs]
    .map((pair) => places.get(pair) ?? [])
    .toSorted((one, other) => one.length - other.length)
    .slice(0, Math.ceil(pairs.size * MISSING_SHARE) + 1);
  const found = new Set<number>();
  for (const at of rarest.flat()) {
    found.add(at);
    if (found.size >= LOOKED_AT_MAX) break;
  }
  return found;
}

function push(map: Map<string, number[]>, key: string, at: number): void {
  const found = map.get(key);
  if (found) found.push(at);
  else map.set(key, [at]);
}
