/**
 * Texts that many cells share stand once in a part of their own, as is usual; the others stand in their cells. That
 * part is written after the last row, so what goes into it is kept until then: it takes short texts only, and only so
 * many, and does not grow with the rows.
 */

/** Longer ones are seldom repeated. */
const SHARED_LENGTH_MAX = 40;
const SHARED_COUNT_MAX = 10_000;

/** `_x005F_`: some readers take such a sign back only in the shared part. */
const ESCAPED = /_x005F_/;

export class RepeatedTexts {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** @returns the text's number in the shared part, or nothing when it is to stand in its cell */
  numberOf(text: string): number | undefined {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      const hasRoom = text.length <= SHARED_LENGTH_MAX && this.#numbers.size < SHARED_COUNT_MAX;
      if (!hasRoom && !ESCAPED.test(text)) return undefined;
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    this.#uses++;
    return number;
  }

  /** The part (ECMA-376, 18.4.9). @param escaped makes a text fit for XML */
  *xml(escaped: (text: string) => string): Generator<string> {
    const counts = `count="${this.#uses}" uniqueCount="${this.#numbers.size}"`;
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    for (const text of this.#numbers.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
    yield '</sst>';
  }
}
