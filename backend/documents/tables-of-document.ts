import type { RawTable } from '#backend/sheets/sheet.ts';
import type { DocumentContent } from './document-text.ts';

/** A table of a document with the words before it and, of the last one, after it, line by line. */
export type DocumentTable = {
  readonly before: readonly string[];
  readonly table: RawTable;
  readonly after: readonly string[];
};

/**
 * The tables of a Word document, for readers of tables that know nothing of documents. Pure.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError as docx/read-docx.ts and doc/read-doc.ts
 */
export async function tablesOfDocument(
  kind: 'docx' | 'doc',
  bytes: Uint8Array,
  file: string,
): Promise<readonly DocumentTable[]> {
  const content: DocumentContent =
    kind === 'docx'
      ? await (await import('./docx/read-docx.ts')).readDocx(bytes, file)
      : await (await import('./doc/read-doc.ts')).readDoc(bytes, file);
  const { text, grids } = content;
  return grids.map((grid, index): DocumentTable => {
    const isLast = index === grids.length - 1;
    return {
      before: linesOf(text.slice(grids[index - 1]?.end ?? 0, grid.start)),
      table: {
        name: '',
        rows: grid.rows.map((cells) => new Map(cells.map((cell) => [cell.column, cell] as const))),
      },
      after: isLast ? linesOf(text.slice(grid.end)) : [],
    };
  });
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
