import { plainText, type Shingled, shingle, textLikeness } from '#backend/returns/words/text-likeness.ts';

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
  if (figuresIn(one) !== figuresIn(other)) return 0;
  const [left, right] = [shingle(one), shingle(other)];
  return Math.min(left.plain.length, right.plain.length) < WORDS_MIN ? 0 : textLikeness(left, right);
}

/** @returns how much of a text stands in another one, 0 to 1; 0 for a short text or one with figures of its own */
export function copiedShare(text: string, from: string): number {
  const figures = text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [];
  if (figures.some((figure) => !from.normalize('NFKC').includes(figure))) return 0;
  const [own, source] = [shingle(text), shingle(from)];
  if (own.plain.length < WORDS_MIN) return 0;
  let shared = 0;
  for (const pair of own.pairs) if (source.pairs.has(pair)) shared++;
  return own.pairs.size === 0 ? 0 : shared / own.pairs.size;
}

type Indexed<Source> = TextOf<Source> & { readonly plain: string; readonly figures: string };

/**
 * Many texts, to be asked which of them another is a copy of. Only texts with the same figures that share one of its
 * rarest pairs of characters are compared, so a thousand questions among a thousand texts take a moment.
 *
 * @returns asks for the likeliest copy among the texts that `counts` lets through
 */
export function indexCopies<Source>(
  written: readonly TextOf<Source>[],
): (text: string, counts: (source: Source) => boolean) => CopyFound<Source> | undefined {
  const texts = written
    .map((each): Indexed<Source> => ({ ...each, plain: plainText(each.text), figures: figuresIn(each.text) }))
    .filter(({ plain }) => plain.length >= WORDS_MIN);
  const same = Map.groupBy(texts, ({ plain }) => plain);
  const sameFigures = Map.groupBy(texts, ({ figures }) => figures);
  const indexes = new Map<string, ReturnType<typeof indexPairs<Source>>>();
  return (text, counts) => {
    const plain = plainText(text);
    if (plain.length < WORDS_MIN) return undefined;
    const twin = same.get(plain)?.find(({ source }) => counts(source));
    if (twin) return { source: twin.source, likeness: 1 };
    const figures = figuresIn(text);
    const others = sameFigures.get(figures) ?? [];
    if (!others.some(({ source }) => counts(source))) return undefined;
    const candidates = indexes.get(figures) ?? indexPairs(others);
    indexes.set(figures, candidates);
    const asked = shingle(text);
    let best: CopyFound<Source> | undefined;
    for (const { source, shingled } of candidates(asked)) {
      const like = counts(source) ? textLikeness(asked, shingled) : 0;
      if (like >= COPY_LIKENESS && like > (best?.likeness ?? 0)) best = { source, likeness: like };
    }
    return best;
  };
}

type Candidate<Source> = { readonly source: Source; readonly shingled: Shingled };

/** Texts by their pairs of characters; asks for those that share one of the rarest of another text. */
function indexPairs<Source>(texts: readonly TextOf<Source>[]): (asked: Shingled) => readonly Candidate<Source>[] {
  const places = new Map<string, Candidate<Source>[]>();
  for (const { text, source } of texts) {
    const candidate = { source, shingled: shingle(text) };
    for (const pair of candidate.shingled.pairs) {
      const found = places.get(pair);
      if (found) found.push(candidate);
      else places.set(pair, [candidate]);
    }
  }
  return ({ pairs }) => {
    const rarest = [...pairs]
      .map((pair) => places.get(pair) ?? [])
      .toSorted((one, other) => one.length - other.length)
      .slice(0, Math.ceil(pairs.size * MISSING_SHARE) + 1);
    return [...new Set(rarest.flat())].slice(0, LOOKED_AT_MAX);
  };
}
