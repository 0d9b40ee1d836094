import type { Grid, RawTable } from './tables/grid.ts';
import { placeTable } from './tables/grid.ts';

/** What one kind of file says, before anybody asks what it means. */
export type DocumentContent = {
  /** Paragraphs and table rows as lines. */
  readonly text: string;
  /** The tables among them; their cells know their offsets in `text`. */
  readonly grids: readonly Grid[];
  /** Paragraphs whose numbers Word counted; left out for other files. */
  readonly counted?: readonly CountedParagraph[];
  /** Chinese sentences about what was completed or left out on the way. */
  readonly notes: readonly string[];
};

/** A paragraph whose number stands in no text: it was counted by the rules of its list. */
export type CountedParagraph = {
  readonly label: string;
  /** Paragraphs of one list on one level have the same. */
  readonly list: string;
  /** Offset of the label in the document's text. */
  readonly start: number;
};

/** Builds the text of a document line by line, and remembers where the cells of its tables stand. */
export class DocumentText {
  readonly #lines: string[] = [];
  readonly #grids: Grid[] = [];
  #length = 0;

  /** @param line may itself hold line breaks */
  addLine(line: string): void {
    this.#lines.push(line);
    this.#length += line.length + 1;
  }

  /** Offset of whatever is added next. */
  get length(): number {
    return this.#length;
  }

  addTable(table: RawTable): void {
    const { lines, grid } = placeTable(table, this.#length);
    this.#grids.push(grid);
    for (const line of lines) this.addLine(line);
  }

  content(notes: readonly string[] = []): DocumentContent {
    return { text: this.#lines.map((line) => `${line}\n`).join(''), grids: this.#grids, notes };
  }
}
