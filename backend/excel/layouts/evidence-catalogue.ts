import type { EvidenceLine } from '#shared/domain/evidence.ts';
import { tableFonts } from '../fonts.ts';
import type { Table } from '../table.ts';
import { chineseDate, planName, type TableHeadline, unitLine } from './table-words.ts';

export type CatalogueRow = Pick<
  EvidenceLine,
  | 'catalogueNumber'
  | 'taskNumber'
  | 'taskTitle'
  | 'agencyName'
  | 'title'
  | 'fileName'
  | 'addedOn'
  | 'periodLabel'
  | 'sha256'
  | 'closing'
> & {
  /** What is wrong with the file; empty when it lies beside the catalogue under its number. */
  readonly trouble: string;
};

export type CatalogueInput = TableHeadline & { readonly lines: readonly CatalogueRow[] };

/** 佐证材料目录 for an inspection: one row per file, the task's cells merged down over its files. */
export function catalogueTable(input: CatalogueInput): Table<CatalogueRow> {
  const mergeKey = (row: CatalogueRow): number => row.taskNumber;
  return {
    sheetName: '佐证材料目录',
    title: `${planName(input.plan.title)}佐证材料目录`,
    unitLine: unitLine(input),
    columns: [
      { head: '序号', width: 5, align: 'center', cell: (row) => row.taskNumber, mergeKey },
      { head: '工作任务', width: 28, align: 'left', cell: (row) => row.taskTitle, mergeKey },
      { head: '单位', width: 22, align: 'center', cell: (row) => row.agencyName || '（整项）' },
      { head: '材料编号', width: 26, align: 'left', cell: (row) => row.catalogueNumber },
      { head: '材料名称', width: 34, align: 'left', cell: (row) => row.title },
      { head: '文件', width: 34, align: 'left', cell: (row) => row.fileName },
      { head: '报送期', width: 12, align: 'center', cell: (row) => row.periodLabel || null },
      {
        head: '用于办结',
        width: 15,
        align: 'center',
        cell: ({ closing }) => closing && chineseDate(closing.closedOn),
      },
      { head: '收录日期', width: 15, align: 'center', cell: (row) => chineseDate(row.addedOn) },
      { head: '备注', width: 18, align: 'left', cell: (row) => row.trouble || null },
    ],
    items: input.lines.map((row) => ({ kind: 'row', row })),
    // The number of a file moves when one is put before it; its bytes do not.
    rowKey: (row) => `${row.taskNumber}/${row.agencyName || '（整项）'}/${row.title}/${row.sha256.slice(0, 8)}`,
    totals: [],
    notes: [],
    fonts: tableFonts(),
    paper: 'A4',
    frozenColumns: 0,
  };
}
