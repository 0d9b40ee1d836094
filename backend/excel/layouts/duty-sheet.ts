import type { DutyCell, DutyRow, DutyTable } from '#shared/domain/duty-table.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { tableFonts } from '../fonts.ts';
import type { Table } from '../table.ts';
import { planName, type TableHeadline, unitLine } from './table-words.ts';

export type DutySheetInput = TableHeadline & {
  readonly table: Pick<DutyTable, 'duty' | 'stretches' | 'rows'>;
};

type SheetRow = DutyRow & { readonly place: number };

/** Heads of many columns are narrow: 10月 under its year, 四季度, 第 12 周. */
function headOf(label: string): string {
  return periodTitle(label).replace(/^\d{4}年(?=.)/u, '');
}

function cellText(cell: DutyCell | null | undefined): string | null {
  if (!cell) return null;
  return cell.needed === 0 ? String(cell.received) : `${cell.received}/${cell.needed}`;
}

/** 定期报送情况表: units down, stretches across, each cell what came of what is needed; sums of units and stretches. */
export function dutySheet(input: DutySheetInput): Table<SheetRow> {
  const { duty, stretches, rows } = input.table;
  const sum = (index: number, field: 'received' | 'short'): number | null =>
    rows.reduce((total, { cells }) => total + (cells[index]?.[field] ?? 0), 0) || null;
  const whole = (field: 'received' | 'short'): number => rows.reduce((total, row) => total + row[field], 0);
  return {
    sheetName: '定期报送',
    title: `${planName(input.plan.title)}${duty.title}情况表`,
    unitLine: unitLine(input),
    columns: [
      { head: '序号', width: 5, align: 'center', cell: (row) => row.place },
      {
        head: '单位',
        width: 30,
        align: 'left',
        cell: ({ agencyName, isGroup }) => `${agencyName}${isGroup ? '（尚未设成员）' : ''}`,
      },
      ...stretches.map(
        ({ label }, index) =>
          ({
            head: headOf(label),
            width: stretches.length > 12 ? 5 : 7,
            align: 'center',
            verticalHead: stretches.length > 12,
            cell: (row: SheetRow) => cellText(row.cells[index]),
          }) as const,
      ),
      { head: '应报', width: 6, align: 'center', cell: (row) => row.needed },
      { head: '已报', width: 6, align: 'center', cell: (row) => row.received },
      { head: '欠报', width: 6, align: 'center', cell: (row) => row.short || null },
    ],
    items: rows.map((row, index) => ({ kind: 'row', row: { ...row, place: index + 1 } })),
    rowKey: (row) => row.agencyName,
    totals: [
      {
        label: '已报合计',
        over: 2,
        cells: [...stretches.map((_, index) => sum(index, 'received')), null, whole('received'), null],
      },
      {
        label: '欠报合计',
        over: 2,
        cells: [...stretches.map((_, index) => sum(index, 'short')), null, null, whole('short')],
      },
    ],
    notes: [
      `注：每格为“已报/应报”（${duty.unit}），空格为尚未到期或不需报送。第 ${duty.taskNumber} 项：${duty.taskTitle}`,
    ],
    fonts: tableFonts(),
    paper: 'A4',
    frozenColumns: 2,
  };
}
