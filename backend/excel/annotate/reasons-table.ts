import { tableFonts } from '../fonts.ts';
import type { CellPlan, RowPlan, SheetPlan } from '../sheet-plan.ts';
import { cellStyle } from '../styles.ts';
import { heightOf, linesOf } from '../text-metrics.ts';

/** A reason beside what they wrote, as a row of the table that goes with a file that cannot carry remarks. */
export type ReasonRow = {
  /** `Sheet1!E12`; empty when it is about the whole file. */
  readonly place: string;
  /** 第 5 项 进展情况, as far as known. */
  readonly about: string;
  /** What they wrote there. */
  readonly written: string;
  readonly reason: string;
};

const HEADS = ['序号', '所在单元格', '任务及栏目', '填报内容', '退回原因'] as const;
const WIDTHS = [6, 16, 22, 40, 46] as const;
const SIZE = 11;

/**
 * The reasons for sending back a file in which no remarks can be put: an old workbook, text, a document.
 *
 * @param file its name
 * @param agencyName whose it is; empty when nobody knows
 */
export function reasonsTable(file: string, agencyName: string, rows: readonly ReasonRow[]): SheetPlan {
  const fonts = tableFonts();
  const left = cellStyle(fonts.body);
  const centred = cellStyle(fonts.body, { align: 'center' });
  const line = (value: string, style: CellPlan['style'], height: number): RowPlan => ({
    height,
    cells: [{ value, style }],
  });
  const words = [
    `原文件：${file}${agencyName === '' ? '' : `（${agencyName}）`}`,
    '原文件不便直接加批注，故另列此表。请对照本表，在原文件中改正后重新报送。',
  ];
  const wide = WIDTHS.reduce<number>((sum, width) => sum + width, 0);
  const bodyRow = (row: ReasonRow, index: number): RowPlan => {
    const values = [row.place, row.about, row.written, row.reason];
    const lines = Math.max(...values.map((value, column) => linesOf(value, WIDTHS[column + 1] ?? 1, SIZE)));
    return {
      height: heightOf(lines, SIZE),
      cells: [{ value: index + 1, style: centred }, ...values.map((value): CellPlan => ({ value, style: left }))],
    };
  };
  const lead = words.map((text) =>
    line(
      text,
      cellStyle(fonts.unitLine, { border: false }),
      heightOf(linesOf(text, wide, fonts.unitLine.size), fonts.unitLine.size),
    ),
  );
  return {
    name: '退回说明',
    state: 'visible',
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      line('退回说明', cellStyle(fonts.title, { align: 'center', border: false }), 32),
      ...lead,
      { cells: HEADS.map((value) => ({ value, style: cellStyle(fonts.head, { align: 'center' }) })) },
      ...rows.map(bodyRow),
    ],
    merges: [1, 2, 3].map((row) => ({ top: row, left: 1, bottom: row, right: WIDTHS.length })),
    validations: [],
    page: { paper: 'A4', repeatRows: [4, 4] },
    freeze: { rows: 4, columns: 0 },
  };
}
