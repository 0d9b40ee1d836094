import type { FigureTable } from '#shared/domain/figure-table.ts';
import { tableFonts } from '../fonts.ts';
import type { Table, TableColumn } from '../table.ts';
import { planName, type TableHeadline, unitLine } from './table-words.ts';

export type FiguresInput = TableHeadline & {
  readonly table: FigureTable;
  /** What was counted: 2021年1月至10月，截至2021年10月31日. */
  readonly about: string;
};

type FigureRow = FigureTable['rows'][number];

const WIDTHS = { text: 22, 'long-text': 56, number: 10, share: 10 } as const;

/** A table of a plan's statistics: one row for each value, the sum below. */
export function figuresTable(input: FiguresInput): Table<FigureRow> {
  const { columns, rows, total, name, notes } = input.table;
  return {
    sheetName: name,
    title: `${planName(input.plan.title)}统计（${name}，${input.about}）`,
    unitLine: unitLine(input),
    columns: columns.map(
      ({ head, kind }, index): TableColumn<FigureRow> => ({
        head,
        width: WIDTHS[kind],
        align: kind === 'text' || kind === 'long-text' ? 'left' : 'center',
        ...(kind === 'share' ? { percent: true } : {}),
        cell: (row) => row[index] ?? null,
      }),
    ),
    items: rows.map((row) => ({ kind: 'row', row })),
    totals: total === null ? [] : [{ label: String(total[0] ?? ''), over: 1, cells: total.slice(1) }],
    notes,
    fonts: tableFonts(),
    paper: 'A4',
    frozenColumns: 1,
  };
}
