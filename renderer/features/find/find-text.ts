/** How words are looked for. */
export type FindWish = {
  readonly words: string;
  readonly matchCase: boolean;
  /** The whole text must be the words, blanks around it aside. */
  readonly wholeCell: boolean;
};

/** Looks for words in one text. `spans` are half-open; `replaced` is the text with all of them exchanged. */
export type TextFinder = {
  readonly spans: (text: string) => readonly FoundSpan[];
  readonly replaced: (text: string, replacement: string) => string;
};

export type FoundSpan = { readonly start: number; readonly end: number };

/** @returns `null` when nothing is looked for */
export function finderOf({ words, matchCase, wholeCell }: FindWish): TextFinder | null {
  if (words === '') return null;
  const literal = words.replace(/[\^$.*+?()[\]{}|/\\]/gu, '\\$&');
  const pattern = new RegExp(wholeCell ? `(?<=^\\s*)${literal}(?=\\s*$)` : literal, matchCase ? 'gu' : 'giu');
  return {
    spans: (text) =>
      [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    // A function, so that a `$&` in the replacement is only what it looks like.
    replaced: (text, replacement) => text.replace(pattern, () => replacement),
  };
}
