/** Blanks of every kind seen in plans: NBSP, thin and ideographic spaces, zero-width marks, soft hyphens. */
const BLANK = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/u;

export function isBlank(char: string): boolean {
  return BLANK.test(char);
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
