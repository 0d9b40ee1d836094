import type { RawCell } from '#backend/sheets/sheet.ts';
import { type CountedNumber, type DocumentContent, DocumentText, NUMBER_MARK } from '../document-text.ts';

/** A row of more lines is none: a tab somewhere in the text opened it. */
const ROW_LINES_MAX = 60;

/**
 * Finds the tables in the text of an old Word file. A row comes as its cells, a tab after each, and a line break; line
 * breaks inside its cells stay. Merged cells come as empty ones, so that a row without a task of its own goes on with
 * the one above.
 */
export function layOutDocText(
  body: string,
  numbers: readonly CountedNumber[],
  notes: readonly string[],
): DocumentContent {
  const text = new DocumentText(numbers);
  let rows: ReadonlyMap<number, RawCell>[] = [];
  /** Lines of a row whose end has not come yet. */
  let open: string[] = [];
  const endTable = (): void => {
    if (rows.length > 0) text.addTable({ name: '', rows });
    rows = [];
    for (const line of open) text.addLine(line);
    open = [];
  };
  for (const line of body.split('\n')) {
    const isRowEnd = line.endsWith('\t');
    if (open.length === 0 && !line.includes('\t')) {
      endTable();
      text.addLine(line);
    } else if (isRowEnd) {
      rows.push(rowOf([...open, line].join('\n'), rows.length));
      open = [];
    } else {
      open.push(line);
      if (open.length >= ROW_LINES_MAX) endTable();
    }
  }
  endTable();
  return text.content(notes);
}

function rowOf(row: string, originRow: number): ReadonlyMap<number, RawCell> {
  const cells = row.replace(NUMBER_MARK, '').split('\t').slice(0, -1);
  return new Map(cells.map((cell, column) => [column, { text: cell.trim(), originRow, originColumn: column }]));
}
