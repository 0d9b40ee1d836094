import type { PrintItem, PrintTable } from '#shared/domain/print-table.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';
import type { CellContent } from './sheet-plan.ts';
import { percentFormat } from './styles.ts';
import type { Table, TableColumn, TableItem } from './table.ts';

/** A table for superiors as plain texts, for paper: the same heads, rows, sums and notes as in its workbook. */
export function printTable<Row>(table: Table<Row>): PrintTable {
  return {
    title: table.title,
    unitLine: table.unitLine,
    columns: table.columns.map(({ head, group = '', width, align, verticalHead = false }) => ({
      head,
      group,
      width,
      align,
      verticalHead,
    })),
    repeated: table.frozenColumns,
    items: [
      ...table.items.map((item, index) => printItem(table, item, table.items[index - 1])),
      ...table.totals.map(
        ({ label, over, cells }): PrintItem => ({
          kind: 'total',
          label,
          over,
          cells: cells.map((content) => textOfContent(content, false)),
        }),
      ),
    ],
    notes: [...table.notes],
  };
}

function printItem<Row>({ columns }: Table<Row>, item: TableItem<Row>, above: TableItem<Row> | undefined): PrintItem {
  if (item.kind === 'section') return { kind: 'section', text: sectionHeading(item.ordinal, item.title) };
  const goesOn = ({ mergeKey }: TableColumn<Row>): boolean =>
    mergeKey !== undefined && above?.kind === 'row' && mergeKey(above.row) === mergeKey(item.row);
  return {
    kind: 'row',
    cells: columns.map((column) => textOfContent(column.cell(item.row), column.percent === true)),
    joined: columns.flatMap((column, index) => (goesOn(column) ? [index] : [])),
    lights: columns.flatMap((column, index) => {
      const light = column.light?.(item.row) ?? null;
      return light === null ? [] : [[index, light] satisfies [number, unknown]];
    }),
  };
}

/** A content as it is read on paper; in the workbook the program that opens it does this by the number's format. */
export function textOfContent(content: CellContent, percent: boolean): string {
  if (content === null) return '';
  if (typeof content === 'string') return content;
  if (typeof content === 'object' && 'date' in content) return content.date;
  if (typeof content === 'object') return textOfContent(content.result, percent);
  if (!percent) return String(content);
  return `${(content * 100).toFixed(percentFormat(content) === '0%' ? 0 : 1)}%`;
}
