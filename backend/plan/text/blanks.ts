/** Blanks of every kind seen in plans: NBSP, thin and ideographic spaces, zero-width marks, soft hyphens. */
const BLANKS = new Set(
  '\t\n\v\f\r \u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff',
);

/** Asked for nearly every character of a document, so a look into a set and no expression. */
export function isBlank(char: string): boolean {
  return BLANKS.has(char);
}

export function isLineBreak(char: string): boolean {
  return char === '\n' || char === '\r' || char === '\f' || char === '\v' || char === '\u2028' || char === '\u2029';
}

/** Drops every blank; Chinese needs none, and layout puts many. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '');
}

/** Characters that end a sentence or a list item: what follows them starts something new. */
export const SENTENCE_END = new Set([...'。！？；!?;']);

/** Closing marks that may stand after the end of a sentence or of a responsibility. */
export const CLOSING_MARKS = new Set([...'”’"』」》〕）)】]］〗﹞']);
