import type { CellStyle } from '../sheet-plan.ts';

/**
 * The looks of a workbook in the order in which its cells asked for them. The number that a look gets is written into
 * cells before the part of styles is drawn, so it must be the one the library will give it: the first look is 1 (0 is
 * the look of a cell without any), and looks of equal value are one look.
 */
export class Looks {
  readonly #byObject = new Map<CellStyle, number>();
  readonly #byValue = new Map<string, number>();
  readonly #styles: CellStyle[] = [];

  /** The number of a look, as its cells name it. */
  numberOf(style: CellStyle): number {
    const known = this.#byObject.get(style);
    if (known !== undefined) return known;
    const value = JSON.stringify(inOrder(style));
    let number = this.#byValue.get(value);
    if (number === undefined) {
      number = this.#styles.push(style);
      this.#byValue.set(value, number);
    }
    // A layout that makes a look for every cell is slower, but does not fill the memory.
    if (this.#byObject.size < OBJECTS_MAX) this.#byObject.set(style, number);
    return number;
  }

  /** All looks so far: the first one is number 1. */
  get styles(): readonly CellStyle[] {
    return this.#styles;
  }
}

const OBJECTS_MAX = 10_000;

/** The same looks written in another order of their properties are the same. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, inOrder(inner)]);
}
