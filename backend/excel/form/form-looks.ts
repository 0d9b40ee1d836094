import { type FontChoice, type TableFonts, tableFonts } from '../fonts.ts';
import type { CellPlan, CellStyle, RowPlan } from '../sheet-plan.ts';
import { cellStyle, TEXT_FORMAT } from '../styles.ts';

export const BODY_SIZE = 10.5;

/** Grey: what is given and locked. Light enough for a copier. */
const GIVEN_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

/** Colours of conditions, RRGGBB: something is missing, something cannot be, everything stands. */
export const MISSING_FILL = 'FFE3C2';
export const WRONG_FILL = 'F8B4AB';
export const WRONG_FONT = 'B42318';
export const COMPLETE_FILL = 'D7EFD9';
export const COMPLETE_FONT = '1E6B33';

/** The looks of a form's cells, each made once: cells that share one are written faster. */
export type FormLooks = {
  readonly fonts: TableFonts;
  readonly body: FontChoice;
  readonly title: CellStyle;
  readonly line: CellStyle;
  readonly label: CellStyle;
  readonly entry: CellStyle;
  readonly counter: CellStyle;
  readonly help: CellStyle;
  readonly head: CellStyle;
  readonly given: CellStyle;
  readonly givenCentred: CellStyle;
  readonly missing: CellStyle;
  readonly hiddenId: CellStyle;
  /** Of cells to fill in, by alignment and number format, as they are asked for. */
  readonly entries: Map<string, CellStyle>;
};

export function formLooks(): FormLooks {
  const fonts = tableFonts();
  const body = { name: '宋体', size: BODY_SIZE, bold: false };
  const line = { ...body, size: 11 };
  const given = (style: CellStyle): CellStyle => ({ ...style, fill: GIVEN_FILL });
  return {
    fonts,
    body,
    title: cellStyle(fonts.title, { align: 'center', border: false }),
    line: cellStyle(line, { border: false }),
    label: cellStyle(line, { align: 'right', border: false }),
    entry: cellStyle(line, { align: 'left', fillable: true, numFmt: TEXT_FORMAT }),
    counter: cellStyle({ ...line, bold: true }, { align: 'center' }),
    help: cellStyle({ ...body, size: 10 }, { border: false }),
    head: cellStyle(fonts.head, { align: 'center' }),
    given: given(cellStyle(body, { align: 'left' })),
    givenCentred: given(cellStyle(body, { align: 'center' })),
    missing: cellStyle({ ...body, size: 10 }, { align: 'left' }),
    // Shows nothing even where a program lets a number too wide for its hidden column peep into the next one.
    hiddenId: cellStyle(body, { border: false, numFmt: ';;;' }),
    entries: new Map(),
  };
}

/** A row of one text over all columns, to be merged. */
export function wholeRow(style: CellStyle, value: string, height: number, columns: number): RowPlan {
  const cells = Array.from({ length: columns }, (_, index): CellPlan => ({ value: index === 0 ? value : null, style }));
  return { height, cells };
}
