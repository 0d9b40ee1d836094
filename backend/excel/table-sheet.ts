import { sheetName } from '#backend/sheets/safe-text.ts';
import { sectionParts } from '#shared/text/section-heading.ts';
import { PageFlow, pageCapacity, pagesAcross, USUAL_MARGINS } from './page-flow.ts';
import type { CellContent, CellPlan, CellStyle, PagePlan, RowPlan, SheetBlock, SheetPlan } from './sheet-plan.ts';
import { cellStyle } from './styles.ts';
import type { Table, TableItem } from './table.ts';
import { cellFormat, TableBody } from './table-body.ts';
import { ChartTrack } from './table-chart.ts';
import { headRows } from './table-heads.ts';
import { columnWidth, heightOf, linesOf } from './text-metrics.ts';

const SECTION_ROW_HEIGHT = 26;
/** Room to sign by hand. */
const SIGNATURE_ROW_HEIGHT = 30;

/** Collects rows that stand together, and their merges; every position is counted here and never changes afterwards. */
type Part = { readonly top: number; readonly rows: RowPlan[]; readonly merges: SheetBlock[] };

function across({ top, rows, merges }: Part, left: number, right: number): void {
  const row = top + rows.length - 1;
  if (right > left) merges.push({ top: row, left, bottom: row, right });
}

function filled(count: number, style: CellStyle, first: CellContent): CellPlan[] {
  return Array.from({ length: count }, (_, index) => ({ value: index === 0 ? first : null, style }));
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

function widthsOf<Row>(table: Table<Row>): readonly number[] {
  return table.columns.map(({ width }) => width);
}

/** @param count columns that it stands over: all, or those of the first page where a table has several side by side */
function addTitle<Row>(part: Part, table: Table<Row>, count: number): void {
  if (table.title === '') return;
  const { title } = table.fonts;
  const style = cellStyle(title, { align: 'center', border: false });
  const lines = linesOf(table.title, sum(widthsOf(table).slice(0, count)), title.size);
  part.rows.push({ height: heightOf(lines, title.size), cells: filled(count, style, table.title) });
  across(part, 1, count);
}

function addUnitLine<Row>(part: Part, table: Table<Row>, count: number): void {
  const { left, right } = table.unitLine;
  if (left === '' && right === '') return;
  const { unitLine: font } = table.fonts;
  const widths = widthsOf(table).slice(0, count);
  const leftLook = cellStyle(font, { align: 'left', border: false });
  const rightLook = cellStyle(font, { align: 'right', border: false });
  // A table of one column, or a line with one text, has no halves.
  const half =
    left === '' ? 0 : right === '' || count === 1 ? count : (ownColumns(table, count) ?? middleColumn(widths));
  const only = count === 1 && right !== '' && left !== '' ? `${left}　${right}` : left;
  const lines = Math.max(
    half === 0 ? 1 : linesOf(only, sum(widths.slice(0, half)), font.size),
    half === count ? 1 : linesOf(right, sum(widths.slice(half)), font.size),
  );
  part.rows.push({
    height: heightOf(lines, font.size),
    cells: [...filled(half, leftLook, only), ...filled(count - half, rightLook, right)],
  });
  across(part, 1, half);
  across(part, half + 1, count);
}

/** Narrower columns that stand on every page cannot hold a line of text. Column units. */
const OWN_WIDTH_MIN = 30;

/**
 * How many columns stand on every page where a table has several side by side, when they are wide enough for a line: one
 * that went on over the next columns would be cut there on all pages but the first.
 */
function ownColumns<Row>(table: Table<Row>, count: number): number | undefined {
  const { frozenColumns } = table;
  const isWide = count < table.columns.length && frozenColumns < count;
  return isWide && sum(widthsOf(table).slice(0, frozenColumns)) >= OWN_WIDTH_MIN ? frozenColumns : undefined;
}

/** @returns how many columns make up the left half of the width; at least 1, and at least 1 remains */
function middleColumn(widths: readonly number[]): number {
  const half = sum(widths) / 2;
  let reached = 0;
  const index = widths.findIndex((width) => {
    reached += width;
    return reached >= half;
  });
  return Math.min(Math.max(index + 1, 1), widths.length - 1);
}

type Section = Extract<TableItem<never>, { kind: 'section' }>;

/** Draws section rows; their looks are made once. */
function sectionRow<Row>(table: Table<Row>): (section: Section, row: number, merges: SheetBlock[]) => RowPlan {
  const { section: font } = table.fonts;
  const widths = widthsOf(table);
  const count = widths.length;
  const numberLook = cellStyle(font, { align: 'center' });
  const titleLook = cellStyle(font, { align: 'left' });
  return ({ ordinal, title }, row, merges) => {
    const parts = sectionParts(ordinal, title);
    // The column of numbers is too narrow for 第一部分: a title with such a number takes the whole row.
    const numbered = parts.number !== '' && count > 1;
    const first = numbered ? 2 : 1;
    if (count > first) merges.push({ top: row, left: first, bottom: row, right: count });
    const lines = linesOf(parts.title, sum(widths.slice(first - 1)), font.size);
    return {
      height: Math.max(SECTION_ROW_HEIGHT, heightOf(lines, font.size)),
      cells: numbered
        ? [{ value: parts.number, style: numberLook }, ...filled(count - 1, titleLook, parts.title)]
        : filled(count, titleLook, parts.title),
    };
  };
}

function addFoot<Row>(part: Part, table: Table<Row>, count: number): void {
  const { fonts, columns } = table;
  const size = fonts.body.size;
  const label = cellStyle(fonts.head, { align: 'center' });
  for (const total of table.totals) {
    const cells = total.cells.map((value, index): CellPlan => {
      const column = columns[total.over + index];
      const numFmt = cellFormat(column?.percent === true, value);
      const align = column?.align === 'right' ? 'right' : 'center';
      return { value, style: cellStyle(fonts.body, { align, numFmt: value === null ? '0' : numFmt }) };
    });
    const lines = linesOf(total.label, sum(widthsOf(table).slice(0, total.over)), fonts.head.size);
    part.rows.push({
      height: Math.max(heightOf(1, size), heightOf(lines, fonts.head.size)),
      cells: [...filled(total.over, label, total.label), ...cells],
    });
    across(part, 1, total.over);
  }
  const note = cellStyle(fonts.body, { align: 'left', border: false });
  const own = ownColumns(table, count);
  const noteWidth = own ?? count;
  for (const text of table.notes) {
    const lines = linesOf(text, sum(widthsOf(table).slice(0, noteWidth)), size);
    part.rows.push({ height: heightOf(lines, size), cells: filled(noteWidth, note, text) });
    across(part, 1, noteWidth);
  }
  const place = { left: own === undefined ? 1 : own + 1, right: count };
  for (const text of table.signature ?? []) addSignature(part, widthsOf(table), text, place, { look: note, size });
}

/** Between two names to sign there are blanks: 填报人：　　　　审核人：. */
const BLANKS = /(?<=[：:])[\s　_＿]{3,}(?=\S)/u;

/** A line to sign on: who signs stand at equal distances over the width, each with room beside. */
function addSignature(
  part: Part,
  widths: readonly number[],
  text: string,
  { left, right }: { readonly left: number; readonly right: number },
  { look, size }: { readonly look: CellStyle; readonly size: number },
): void {
  const own = widths.slice(left - 1, right);
  const names = text.trimEnd().split(BLANKS);
  const starts = names.map((_, index) => columnAt(own, (sum(own) * index) / names.length));
  const ends = starts.map((_, index) => starts[index + 1] ?? own.length);
  const fits = names.every((name, index) => {
    const width = sum(own.slice(starts[index], ends[index]));
    return linesOf(`${name}　　　　`, width, size) === 1;
  });
  const [texts, from, to] = fits ? [names, starts, ends] : [[text], [0], [own.length]];
  const blank = Array.from({ length: left - 1 }, () => null);
  const lines = fits ? 1 : linesOf(text, sum(own), size);
  const height = Math.max(SIGNATURE_ROW_HEIGHT, heightOf(lines, size));
  const cells = texts.flatMap((name, index) => filled((to[index] ?? 0) - (from[index] ?? 0), look, name));
  part.rows.push({ height, cells: [...blank, ...cells] });
  for (const [index, start] of from.entries()) across(part, left + start, left + (to[index] ?? 0) - 1);
}

/** @returns the column, counted from 0, whose left edge is nearest to a distance from the left */
function columnAt(widths: readonly number[], distance: number): number {
  let [best, edge] = [0, 0];
  for (const [index, width] of widths.entries()) {
    if (Math.abs(edge - distance) < Math.abs(sum(widths.slice(0, best)) - distance)) best = index;
    edge += width;
  }
  return best;
}

/** Title, unit line and heads: all that stands above the rows. */
function topOf<Row>(table: Table<Row>, count: number): Part & { readonly firstHead: number } {
  const part: Part = { top: 1, rows: [], merges: [] };
  addTitle(part, table, count);
  addUnitLine(part, table, count);
  const firstHead = part.rows.length + 1;
  const heads = headRows(table, firstHead);
  part.rows.push(...heads.rows);
  part.merges.push(...heads.merges);
  return { ...part, firstHead };
}

/** What is noted while the rows go by, and read after the last one. */
type Noted = { readonly merges: SheetBlock[]; readonly chart: ChartTrack; readonly flow: PageFlow };

const heightsOf = (rows: readonly RowPlan[]): number => rows.reduce((total, { height = 0 }) => total + height, 0);

/** The rows of a whole table, each made when it is asked for. */
function* tableRows<Row>(
  table: Table<Row>,
  top: Part,
  count: number,
  { merges, chart, flow }: Noted,
): Generator<RowPlan> {
  yield* top.rows;
  const body = new TableBody(table, top.rows.length + 1, merges);
  const drawSection = sectionRow(table);
  // A section row stands on the page of the first row under it.
  let section: RowPlan | undefined;
  function* placed(rows: readonly RowPlan[]): Generator<RowPlan> {
    if (rows.length === 0) return;
    const all = section ? [section, ...rows] : rows;
    section = undefined;
    flow.place(body.firstHeld - all.length, heightsOf(all));
    yield* all;
  }
  for (const item of table.items) {
    if (item.kind === 'section') {
      yield* placed(body.end(0));
      if (section) yield section;
      section = drawSection(item, body.next, merges);
      body.end(1);
      continue;
    }
    chart.follow(table, item.row, body.next);
    yield* placed(body.add(item.row, flow.blockMax - SECTION_ROW_HEIGHT));
  }
  yield* placed(body.end(0));
  if (section) yield section;
  const foot: Part = { top: body.next, rows: [], merges };
  addFoot(foot, table, count);
  flow.placeEnd(foot.top, heightsOf(foot.rows));
  yield* foot.rows;
  const below = foot.top + foot.rows.length;
  const drawing = chart.rows(below, flow.room);
  if (drawing.length > 0) flow.place(below, heightsOf(drawing));
  yield* drawing;
}

/**
 * Lays a table out as a sheet: all positions, heights and merges, row by row as they are written. What comes after the
 * rows (merges, page ends, the chart) is known when the last one was taken.
 */
export function tableSheet<Row>(table: Table<Row>): SheetPlan {
  const { orientation, margins, paper, fonts } = table;
  const widths = widthsOf(table).map(columnWidth);
  const paged = { paper, ...(orientation === undefined ? {} : { orientation }), margins: margins ?? USUAL_MARGINS };
  const across = pagesAcross(paged, widths, table.frozenColumns, fonts.body.size);
  const count = across?.onFirst ?? widths.length;
  const top = topOf(table, count);
  const lastHead = top.rows.length;
  const page: PagePlan = {
    paper,
    repeatRows: [top.firstHead, lastHead],
    ...(across === undefined ? {} : { across }),
    ...(orientation === undefined ? {} : { orientation }),
    ...(margins === undefined ? {} : { margins }),
  };
  const noted: Noted = {
    merges: [...top.merges],
    chart: new ChartTrack(table),
    flow: new PageFlow(
      pageCapacity(paged, widths, across),
      heightsOf(top.rows),
      heightsOf(top.rows.slice(top.firstHead - 1)),
    ),
  };
  return {
    name: sheetName(table.sheetName),
    state: 'visible',
    columns: table.columns.map((column) => ({ width: columnWidth(column.width) })),
    rows: tableRows(table, top, count, noted),
    merges: noted.merges,
    validations: [],
    page,
    freeze: { rows: lastHead, columns: table.frozenColumns },
    pageEnds: () => noted.flow.breaks,
    ...(table.chart ? { chart: () => noted.chart.plan } : {}),
  };
}
