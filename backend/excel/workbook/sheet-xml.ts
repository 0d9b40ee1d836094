import type { SheetPlan } from '../sheet-plan.ts';
import { type RowKeeps, rangeOf, SheetRows } from './row-xml.ts';

/** About so many characters are handed on at a time: much smaller is slower, much larger is memory. */
const PIECE_LENGTH = 64 * 1024;

/** What the library drew of a sheet, cut where rows and merges go. */
type Frame = { readonly head: string; readonly between: string; readonly tail: string };

/** How many rows there are is not known yet, and the element may be left out (ECMA-376, 18.3.1.99). */
const DIMENSION = /<dimension ref="[^"]*"\/>/u;
const ROWS = /<sheetData>.*?<\/sheetData>|<sheetData\/>/su;
const MERGES = /<mergeCells\b.*?<\/mergeCells>/su;

function frameOf(drawn: string): Frame {
  const rows = ROWS.exec(drawn);
  const merges = MERGES.exec(drawn);
  if (!rows || !merges) throw new Error('a sheet without a place for rows and merges');
  return {
    head: drawn.slice(0, rows.index).replace(DIMENSION, ''),
    between: drawn.slice(rows.index + rows[0].length, merges.index),
    tail: drawn.slice(merges.index + merges[0].length),
  };
}

/**
 * A sheet's XML in pieces, each made when it is asked for.
 *
 * @param drawn what the library drew of this sheet
 * @param drawing the element that places a chart, or nothing
 * @param keeps what is kept for the whole workbook
 */
export function* sheetXml(plan: SheetPlan, drawn: string, drawing: string, keeps: RowKeeps): Generator<string> {
  const { head, between, tail } = frameOf(drawn);
  let piece = `${head}<sheetData>`;
  const rows = new SheetRows(plan.name, keeps);
  for (const rowPlan of plan.rows) {
    piece += rows.next(rowPlan);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData>${between}`;
  yield* mergesXml(plan);
  // The last two of the elements used here (CT_Worksheet): after the footer.
  yield tail.replace('</worksheet>', `${pageEndsXml(plan)}${drawing}</worksheet>`);
}

/** The last column of a sheet, counted from 0: a page ends across all of them. */
const LAST_COLUMN = 16_383;

function pageEndsXml({ pageEnds }: SheetPlan): string {
  const rows = pageEnds?.() ?? [];
  if (rows.length === 0) return '';
  const ends = rows.map((row) => `<brk id="${row}" max="${LAST_COLUMN}" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${ends}</rowBreaks>`;
}

function* mergesXml({ merges }: SheetPlan): Generator<string> {
  const ranges = Array.from(merges, rangeOf).filter((range) => range.includes(':'));
  if (ranges.length === 0) return;
  yield `<mergeCells count="${ranges.length}">`;
  for (let from = 0; from < ranges.length; from += 1_000) {
    yield ranges
      .slice(from, from + 1_000)
      .map((range) => `<mergeCell ref="${range}"/>`)
      .join('');
  }
  yield '</mergeCells>';
}
