import type { Paper } from '#shared/domain/layout.ts';
import type { LayoutMargins } from '#shared/domain/layout-def.ts';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';

/** Measures of a printed page. Lengths are millimetres throughout this folder; a point is 0.3528 of them. */
export const MM_PER_POINT = 25.4 / 72;

/** ISO 216, short edge first. */
const SHEETS: Readonly<Record<Paper, readonly [number, number]>> = { A4: [210, 297], A3: [297, 420] };

/** Smaller: some office printers cut the outer lines of the table. A layout has margins of its own. */
export const MARGIN = 12;

/** The title of the whole table, on the first page of each run of columns. */
const TITLE_POINTS: Readonly<Record<Paper, number>> = { A4: 16, A3: 20 };

const UNIT_LINE_FONT = 10.5 * MM_PER_POINT;
const UNIT_LINE_HEIGHT = 7;
/** On the pages that go on, title and date share one line of this height. */
const RUNNING_TITLE_HEIGHT = 7;
const NOTE_FONT = 9 * MM_PER_POINT;
const NOTE_LINE_EMS = 1.4;
/** The line of the page number; a little more than it needs, so that rounding never pushes a row out. */
const PAGE_NUMBER_HEIGHT = 7;
const TITLE_EMS = 1.5;
/** The program's own rows: lines, and the room around a row's text and around a head, in their letters. */
const LINE_EMS = 1.35;
const ROW_PADDING_EMS = 0.5;
const HEAD_PADDING_EMS = 0.8;
/** Characters one below the other: a little more than a square each. */
const STACKED_EMS = 1.12;

/** Rows of a layout are as tall as its workbook's (backend/excel/text-metrics.ts, table-sheet.ts): pages break alike. */
const WORKBOOK = {
  lineEms: 1.42,
  stackedEms: 1.5,
  rowPaddingPoints: 7,
  headPaddingPoints: 11,
  sectionRowPoints: 26,
} as const;

export type PageBox = {
  readonly width: number;
  readonly height: number;
  readonly margins: LayoutMargins;
};

export function pageBox({ paper, orientation }: PrintSetup, look: PrintTable['look']): PageBox {
  const [short, long] = SHEETS[paper];
  const margins = look?.margins ?? { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  return orientation === 'landscape'
    ? { width: long, height: short, margins }
    : { width: short, height: long, margins };
}

/** Sizes of everything that is not a cell (mm). */
export type Letters = {
  readonly title: number;
  readonly titleLine: number;
  readonly unit: number;
  readonly unitLine: number;
  readonly head: number;
  /** Letters and height of a section row. */
  readonly section: number;
  readonly sectionRow: number;
  /** Height of a line and of a character in a stacked head, in letters of the cell. */
  readonly lineEms: number;
  readonly stackedEms: number;
  /** Room above and below the text of a row and of a head together. */
  readonly rowPadding: number;
  readonly headPadding: number;
  readonly note: number;
  readonly noteLine: number;
  /** What the pages that go on have in place of title and unit line; 0: nothing but the heads. */
  readonly running: number;
  /** What the page number takes from the rows; a layout's stands in its lower margin. */
  readonly pageNumber: number;
};

/** @param font size of the table's own letters, by which a layout's other sizes are made smaller too */
export function lettersOf({ look, unitLine }: PrintTable, paper: Paper, font: number, margins: LayoutMargins): Letters {
  if (!look) {
    const title = TITLE_POINTS[paper] * MM_PER_POINT;
    return {
      title,
      titleLine: title * TITLE_EMS,
      unit: UNIT_LINE_FONT,
      unitLine: UNIT_LINE_HEIGHT,
      head: font,
      section: font,
      sectionRow: (LINE_EMS + ROW_PADDING_EMS) * font,
      lineEms: LINE_EMS,
      stackedEms: STACKED_EMS,
      rowPadding: ROW_PADDING_EMS * font,
      headPadding: HEAD_PADDING_EMS * font,
      note: NOTE_FONT,
      noteLine: NOTE_FONT * NOTE_LINE_EMS,
      running: RUNNING_TITLE_HEIGHT,
      pageNumber: PAGE_NUMBER_HEIGHT,
    };
  }
  const { fonts } = look;
  /** Millimetres that are a point of the workbook, on this page. */
  const scale = font / fonts.body.size;
  const rowPadding = WORKBOOK.rowPaddingPoints * scale;
  const title = fonts.title.size * scale;
  const unit = fonts.unitLine.size * scale;
  return {
    title,
    titleLine: title * WORKBOOK.lineEms + rowPadding,
    unit,
    unitLine: unitLine.left === '' && unitLine.right === '' ? 0 : unit * WORKBOOK.lineEms + rowPadding,
    head: fonts.head.size * scale,
    section: fonts.section.size * scale,
    sectionRow: WORKBOOK.sectionRowPoints * scale,
    lineEms: WORKBOOK.lineEms,
    stackedEms: WORKBOOK.stackedEms,
    rowPadding,
    headPadding: WORKBOOK.headPaddingPoints * scale,
    note: unit,
    noteLine: unit * WORKBOOK.lineEms + rowPadding,
    running: 0,
    pageNumber: Math.max(0, PAGE_NUMBER_HEIGHT - margins.bottom),
  };
}
