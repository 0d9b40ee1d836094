import { nameBook } from '#backend/returns/words/name-book.ts';
import { referenceOf } from '../cell-reference.ts';
import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { type Splice, splice } from '../package/xml-part.ts';
import { columnsOfMonth } from './columns-of-month.ts';
import type { TemplateFillInput } from './fill-input.ts';
import { type FillNotes, fillRows, type WrittenRow } from './fill-rows.ts';
import { rowList, rowNotes, staleNote } from './filling-sentences.ts';
import { type FormBody, type FormSheet, readFormBody } from './form-body.ts';
import { type FormColumn, formColumns } from './form-columns.ts';
import {
  ChangedCells,
  columnsLookedAt,
  type FormFormulas,
  formFormulas,
  movedFormulas,
  staleFormulas,
} from './form-formulas.ts';
import { matchFormRows } from './match-form-rows.ts';
import { mergeEdits, taskMerges } from './merge-edits.ts';
import { movedPartEdits } from './moved-parts.ts';
import { placeRows } from './place-rows.ts';
import { isHeightSet, type RowHeights, rowHeights } from './row-heights.ts';
import { type RowMoves, rowMoves } from './row-moves.ts';
import { addedRow, type FormRowWriter, rowOfTheirs } from './row-xml.ts';
import { dimension, recalculation } from './sheet-edits.ts';
import { ROWS_MAX, type SheetText } from './sheet-text.ts';
import { type ColumnManner, cellWriter, columnManner } from './value-words.ts';
import { wordsBeside } from './words-beside.ts';

export type FilledSheetXml = {
  readonly xml: string;
  readonly moves: RowMoves;
  readonly filledRows: number;
  readonly filledCells: number;
  readonly notes: readonly string[];
};

/**
 * Writes into a form: nothing but the cells that the mapping names, in rows that are ours, and what must follow when
 * rows come in. All else in the sheet is the same text as before.
 *
 * @throws OddPackageError
 */
export function fillSheet(form: FormSheet, input: TemplateFillInput, date1904: boolean): FilledSheetXml | 'too-long' {
  const { sheet } = form;
  const { columns, notes: columnNotes } = formColumns(
    columnsOfMonth(input.mapping, input.period.endsOn),
    input.isSettled,
  );
  const body = readFormBody(form, input.mapping, columns);
  const matches = matchFormRows(body, columns, input);
  const placed = placeRows(input.rows, body, matches, columns, form.merges);
  const moves = rowMoves(placed.insertions);
  if (moves.row((sheet.rows.at(-1)?.number ?? 0) + 1) > ROWS_MAX) return 'too-long';
  const formulas = formFormulas(sheet);
  const spans = taskMerges(form, body, columns);
  const said: FillNotes = { formulas: new Map(), cut: [], emptied: [], unlisted: new Map(), kept: new Map() };
  let book: ReturnType<typeof nameBook> | undefined;
  const names = () => (book ??= nameBook(input.agencies, input.home));
  const rows = fillRows(
    form,
    placed.rows,
    columns,
    mannersOf(body, columns),
    formulas,
    moves,
    { rowsAre: input.rowsAre, date1904, mergesTasks: spans.length > 0, names },
    said,
  );
  const beside = wordsBeside(form, body, input);
  const sections = new Set(columns.filter(({ fields }) => fields.includes('section')).map(({ column }) => column));
  const data = writtenData(form, body, rows, formulas, moves, input.mapping.sheet, beside.cells);
  const edits: Splice[] = [
    data.edit,
    ...recalculation(sheet, formulas),
    ...mergeEdits(form, rows, spans, sections, moves),
    ...(moves.insertions.length > 0 ? movedPartEdits(sheet, moves, input.mapping.sheet) : []),
    ...dimension(sheet, rows, moves),
  ];
  return {
    xml: splice(sheet.xml, edits),
    moves,
    filledRows: rows.filter(({ filled }) => filled > 0).length,
    filledCells: rows.reduce((sum, { filled }) => sum + filled, 0),
    notes: [
      ...columnNotes,
      ...beside.notes,
      ...matches.notes,
      ...rowNotes(placed, matches.foreign, said, moves),
      ...staleNote(data.stale),
      ...(data.grown.length > 0 ? [`${rowList(data.grown)}原来固定了行高，已加高以显示全部文字。`] : []),
    ],
  };
}

/** Rows that a column's manner is read from; more say nothing new. */
const MANNER_ROWS = 200;

function mannersOf(body: FormBody, columns: readonly FormColumn[]): ReadonlyMap<number, ColumnManner> {
  const filled = body.rows.filter(({ kind }) => kind === 'task').slice(0, MANNER_ROWS);
  return new Map(
    columns.map(({ column, head, fields }) => {
      const asks = fields.includes('percent') || fields.includes('reportedOn');
      return [column, columnManner(head, asks ? filled.map(({ text }) => text(column)) : [])];
    }),
  );
}

type WrittenData = { readonly edit: Splice; readonly grown: readonly number[]; readonly stale: readonly string[] };

function writtenData(
  form: FormSheet,
  body: FormBody,
  rows: readonly WrittenRow[],
  formulas: FormFormulas,
  moves: RowMoves,
  name: string,
  words: FormRowWriter['words'],
): WrittenData {
  const { sheet } = form;
  const isBody = (row: number): boolean => {
    const own = body.rows[row - body.first];
    return own !== undefined && own.kind !== 'other' && own.kind !== 'heading';
  };
  const moved = movedFormulas(formulas, moves, name, sheet.prefix, isBody);
  const staleCells = staleFormulas(formulas, changedCells(rows, words, formulas), name);
  const stale = [...staleCells]
    .filter((cell) => moved.elementOf(cell) === cell.element)
    .map(({ row, column }) => referenceOf({ row: moves.row(row), column }));
  const writer: FormRowWriter = {
    sheet,
    cell: cellWriter(sheet.prefix),
    row: moves.row,
    formulaAt: formulas.at,
    ...moved,
    isStale: (cell) => staleCells.has(cell),
    words,
    columnStyle: columnStyles(sheet),
  };
  const heights = rowHeights(form);
  const grown: number[] = [];
  const heightOf = (written: WrittenRow): number | null => heightFor(form, heights, written, writer.columnStyle, grown);
  const pieces: string[] = [];
  let few: string[] = [];
  const hasFormulas = formulas.all.length > 0;
  let next = 0;
  /** Rows that are the same text as before are taken over in one stretch. */
  let same = sheet.data.openEnd;
  const takeOver = (until: number): void => {
    if (until > same) few.push(sheet.xml.slice(same, until));
    same = until;
  };
  const putBefore = (number: number): void => {
    for (let row = rows[next]; row && row.number < number; row = rows[++next]) {
      few.push(addedRow(writer, row, heightOf(row)));
      if (few.length > PIECES_AT_ONCE) few = joinedInto(pieces, few);
    }
  };
  for (const row of sheet.rows) {
    const number = moves.row(row.number);
    const waiting = rows[next];
    if (waiting && waiting.number < number) {
      takeOver(row.start);
      putBefore(number);
    }
    const written = rows[next]?.number === number ? rows[next++] : undefined;
    if (written === undefined && number === row.number && !words.has(row.number) && !hasFormulas) continue;
    takeOver(row.start);
    rowOfTheirs(writer, row, written, written ? heightOf(written) : null, few);
    if (few.length > PIECES_AT_ONCE) few = joinedInto(pieces, few);
    same = row.end;
  }
  takeOver(sheet.data.closeStart);
  if (sheet.data.closeStart === sheet.data.end) {
    // A sheet without any row closes itself.
    putBefore(Number.POSITIVE_INFINITY);
    joinedInto(pieces, few);
    const open = sheet.xml.slice(sheet.data.start, sheet.data.end).replace(/\s*\/>$/u, '>');
    const put = `${open}${pieces.join('')}</${sheet.prefix}sheetData>`;
    return { edit: { at: sheet.data.start, until: sheet.data.end, put }, grown, stale };
  }
  putBefore(Number.POSITIVE_INFINITY);
  joinedInto(pieces, few);
  return { edit: { at: sheet.data.openEnd, until: sheet.data.closeStart, put: pieces.join('') }, grown, stale };
}

/** Thousands of small pieces that are kept to the end cost more than their text. */
const PIECES_AT_ONCE = 2_000;

function joinedInto(pieces: string[], few: readonly string[]): string[] {
  pieces.push(few.join(''));
  return [];
}

/**
 * In the numbers of the sheet as it was: what came in behind a row counts as that row, with which sums grow. Only
 * columns that some formula looks at.
 */
function changedCells(
  rows: readonly WrittenRow[],
  words: FormRowWriter['words'],
  formulas: FormFormulas,
): ChangedCells {
  const looked = columnsLookedAt(formulas);
  const changed = new ChangedCells();
  for (const { placed, cells } of rows) {
    const { place } = placed;
    const number = place.kind === 'added' ? place.after : place.number;
    for (const column of cells.keys()) if (looked(column)) changed.add(number, column);
  }
  for (const [row, cells] of words) for (const column of cells.keys()) if (looked(column)) changed.add(row, column);
  return changed;
}

function heightFor(
  { sheet }: FormSheet,
  heights: RowHeights,
  { placed: { place }, like, theirs, cells, number }: WrittenRow,
  columnStyle: FormRowWriter['columnStyle'],
  grown: number[],
): number | null {
  const at = place.kind === 'added' ? place.like : place.number;
  const needed = heights.needed(like, at, cells, (column) => Number(columnStyle(column) ?? 0));
  if (needed !== null && theirs && isHeightSet(sheet.xml.slice(theirs.start, theirs.openEnd))) grown.push(number);
  return needed;
}

function columnStyles({ xml, parts }: SheetText): (column: number) => string | null {
  const styles: { readonly first: number; readonly last: number; readonly style: string }[] = [];
  for (const part of parts.filter(({ name }) => name === 'cols')) {
    const tags = new TagScanner(xml, part.openEnd);
    while (tags.end < part.closeStart && tags.next()) {
      if (tags.isClosing || tags.name() !== 'col') continue;
      const tag = tags.tag();
      const style = attributeOf(tag, 'style');
      if (style !== undefined)
        styles.push({ first: Number(attributeOf(tag, 'min')), last: Number(attributeOf(tag, 'max')), style });
    }
  }
  return (column) => styles.find(({ first, last }) => first <= column && column <= last)?.style ?? null;
}
