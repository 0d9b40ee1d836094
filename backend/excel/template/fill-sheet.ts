import { nameBook } from '#backend/returns/words/name-book.ts';
import { cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { referenceOf } from '../cell-reference.ts';
import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { type Splice, splice, withAttribute } from '../package/xml-part.ts';
import { columnsOfMonth } from './columns-of-month.ts';
import type { TemplateFillInput } from './fill-input.ts';
import { type FillNotes, fillRows, type WrittenRow } from './fill-rows.ts';
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
import { type PlacedRows, placeRows } from './place-rows.ts';
import { isHeightSet, type RowHeights, rowHeights } from './row-heights.ts';
import { type RowMoves, rowMoves } from './row-moves.ts';
import { addedRow, type FormRowWriter, rowOfTheirs } from './row-xml.ts';
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

/** More rows than this in a sentence help nobody. */
const ROWS_NAMED = 20;

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

function rowNotes(placed: PlacedRows, foreign: readonly number[], said: FillNotes, moves: RowMoves): readonly string[] {
  const added = placed.insertions.reduce((sum, { count }) => sum + count, 0);
  const where = moves.insertions.map(({ after }) => after);
  const notes: string[] = [];
  if (added > 0) notes.push(`表样的行不够，在${rowList(where)}之后加了 ${added} 行，样式与上一行相同。`);
  if (foreign.length > 0) {
    notes.push(`${rowList(foreign.map(moves.row))}没有对应的任务，保持原样，请核对。`);
  }
  if (said.emptied.length > 0) notes.push(`${rowList(said.emptied)}本期没有填报，上期的内容已清空。`);
  for (const [letters, count] of said.formulas) notes.push(`${letters} 列有 ${count} 个单元格是公式，没有改写。`);
  for (const [letters, { words, rows }] of said.unlisted) {
    const shown = [...words]
      .slice(0, 5)
      .map((word) => `“${word.slice(0, 30)}”`)
      .join('、');
    notes.push(`${letters} 列有下拉选项，${shown}不在其中，${rowList(rows)}没有填写，请从选项中选。`);
  }
  for (const [letters, rows] of said.kept) {
    notes.push(`${letters} 列${rowList(rows)}表样中原有的内容与数据文件不同，没有改写，请核对。`);
  }
  if (said.cut.length > 0)
    notes.push(`${said.cut.slice(0, ROWS_NAMED).join('、')} 的内容超过 32767 字，已截断并注明。`);
  return notes;
}

/**
 * Cells that were not filled stay as they are to the letter, formulas with their last results too: Excel works them out
 * anew when it opens the file. Who only looks at it sees the last ones.
 */
function staleNote(cells: readonly string[]): readonly string[] {
  if (cells.length === 0) return [];
  const shown = cells.slice(0, 5).join('、') + (cells.length > 5 ? ` 等 ${cells.length} 处` : '');
  return [
    `${shown}是公式，保持原样，打开时由 Excel 重新计算；别的软件里看到的若还是原来的数，请重算（WPS：公式 → 重算工作簿）。`,
  ];
}

function rowList(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].toSorted((one, other) => one - other);
  const shown = sorted.slice(0, ROWS_NAMED).join('、');
  return sorted.length > ROWS_NAMED ? `第 ${shown} 等 ${sorted.length} 行` : `第 ${shown} 行`;
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
  const stale = [...staleFormulas(formulas, changedCells(rows, words, formulas), name)].map(({ row, column }) =>
    referenceOf({ row: moves.row(row), column }),
  );
  const writer: FormRowWriter = {
    sheet,
    cell: cellWriter(sheet.prefix),
    row: moves.row,
    formulaAt: formulas.at,
    ...moved,
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

/** Excel works a sheet out when it opens it, if the sheet says so: right behind its cells (CT_Worksheet). */
function recalculation({ xml, prefix, parts, data }: SheetText, formulas: FormFormulas): readonly Splice[] {
  if (formulas.all.length === 0) return [];
  const own = parts.find(({ name }) => name === 'sheetCalcPr');
  if (own === undefined) return [{ at: data.end, put: `<${prefix}sheetCalcPr fullCalcOnLoad="1"/>` }];
  const tag = xml.slice(own.start, own.openEnd);
  return [{ at: own.start, until: own.openEnd, put: withAttribute(tag, 'fullCalcOnLoad', '1') }];
}

/** Where the sheet says how far it goes; it may say less than is true, and then readers leave rows out. */
function dimension({ xml, parts }: SheetText, rows: readonly WrittenRow[], moves: RowMoves): readonly Splice[] {
  const own = parts.find(({ name }) => name === 'dimension');
  const tag = own ? xml.slice(own.start, own.openEnd) : '';
  const block = cellBlock(attributeOf(tag, 'ref'));
  if (own === undefined || block === undefined) return [];
  const { top, bottom } = moves.span(block.top, block.bottom, true);
  const columns = rows.flatMap(({ cells }) => [...cells.keys()]);
  const last = rows.reduce((most, { number }) => Math.max(most, number), bottom);
  const first = rows.reduce((least, { number }) => Math.min(least, number), top);
  const left = columns.reduce((least, column) => Math.min(least, column), block.left);
  const right = columns.reduce((most, column) => Math.max(most, column), block.right);
  const reference = `${referenceOf({ row: first, column: left })}:${referenceOf({ row: last, column: right })}`;
  if (first === block.top && last === block.bottom && left === block.left && right === block.right) return [];
  return [{ at: own.start, until: own.openEnd, put: withAttribute(tag, 'ref', reference) }];
}
