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
  const literal = narrow(words).replace(/[\^$.*+?()[\]{}|/\\]/gu, '\\$&');
  const pattern = new RegExp(wholeCell ? `(?<=^\\s*)${literal}(?=\\s*$)` : literal, matchCase ? 'gu' : 'giu');
  const spans = (text: string): readonly FoundSpan[] =>
    [...narrow(text).matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return {
    spans,
    replaced: (text, replacement) => {
      const found = spans(text);
      const kept = found.map(({ start }, index) => text.slice(found[index - 1]?.end ?? 0, start) + replacement);
      return kept.join('') + text.slice(found.at(-1)?.end ?? 0);
    },
  };
}

/** Full width signs as their half width ones, one for one, so that 65％ is found by 65% and places stay the same. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}
