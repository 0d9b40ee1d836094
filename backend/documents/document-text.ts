import type { RawTable } from '#backend/sheets/sheet.ts';
import type { Grid } from './tables/grid.ts';
import { placeTable } from './tables/grid.ts';

/** What one kind of file says, before anybody asks what it means. */
export type DocumentContent = {
  /** Paragraphs and table rows as lines. */
  readonly text: string;
  /** The tables among them; their cells know their offsets in `text`. */
  readonly grids: readonly Grid[];
  /** Paragraphs whose numbers Word counted. */
  readonly counted: readonly CountedParagraph[];
  /** Chinese sentences about what was completed or left out on the way. */
  readonly notes: readonly string[];
};

/** A paragraph whose number stands in no text: it was counted by the rules of its list. */
export type CountedParagraph = CountedNumber & {
  /** Offset of the label in the document's text. */
  readonly start: number;
};
export type CountedNumber = {
  readonly label: string;
  /** Paragraphs of one list on one level have the same. */
  readonly list: string;
};

/**
 * Stands before each number that was written into a document, with its index, so that its place can be found again in
 * the text. No document holds these two: they are no characters (Unicode, 23.7).
 */
export const NUMBER_MARK = /\uFDD0(\d+)\uFDD1/gu;

export function numberMark(index: number): string {
  return `\uFDD0${index}\uFDD1`;
}

/**
 * Builds the text of a document line by line, and remembers where the cells of its tables, and the numbers written
 * into it, stand.
 */
export class DocumentText {
  readonly #lines: string[] = [];
  readonly #grids: Grid[] = [];
  readonly #numbers: readonly CountedNumber[];
  readonly #counted: CountedParagraph[] = [];
  #length = 0;

  /** @param numbers those that marks in the lines speak of, by their index */
  constructor(numbers: readonly CountedNumber[] = []) {
    this.#numbers = numbers;
  }

  /** @param line may itself hold line breaks, and a mark before a number */
  addLine(line: string): void {
    const mark = line.matchAll(NUMBER_MARK).next().value;
    const number = this.#numbers[Number(mark?.[1])];
    if (number !== undefined) this.#counted.push({ ...number, start: this.#length + (mark?.index ?? 0) });
    const words = line.replace(NUMBER_MARK, '');
    this.#lines.push(words);
    this.#length += words.length + 1;
  }

  addTable(table: RawTable): void {
    const { lines, grid } = placeTable(table, this.#length);
    this.#grids.push(grid);
    for (const line of lines) this.addLine(line);
  }

  content(notes: readonly string[] = []): DocumentContent {
    return { text: this.#lines.map((line) => `${line}\n`).join(''), grids: this.#grids, counted: this.#counted, notes };
  }
}
