/** Ends of a Chinese sentence with the closing marks that belong to it; a line break ends one too. */
const SENTENCE = /[^。！？!?…\n\r]*(?:[。！？!?…]+[”’』」）)】》]*|$|(?=[\n\r]))/gu;

/** The sentences of a text, word for word, without the blanks around them. */
export function splitSentences(text: string): readonly string[] {
  return (text.match(SENTENCE) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** What makes two sentences the same for a reader: blanks and the mark at the end do not count. */
export function sentenceKey(sentence: string): string {
  return sentence.replace(/\s+/gu, '').replace(/[。！？!?；;，,…]+$/u, '');
}
