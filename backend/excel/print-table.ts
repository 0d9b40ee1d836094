import type { PrintItem, PrintTable } from '#shared/domain/print-table.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';
import type { CellContent } from './sheet-plan.ts';
import { percentFormat } from './styles.ts';
import type { Table, TableColumn, TableItem } from './table.ts';

/** A table for superiors as plain texts, for paper: the same heads, rows, sums and notes as in its workbook. */
export function printTable<Row>(table: Table<Row>): PrintTable {
  const items = [...table.items];
  return {
    title: table.title,
    unitLine: table.unitLine,
    columns: table.columns.map(({ head, groups = [], width, align, verticalHead = false }) => ({
      head,
      groups: [...groups],
      width,
      align,
      verticalHead,
    })),
    repeated: table.frozenColumns,
    items: [
      ...items.map((item, index) => printItem(table, item, items[index - 1])),
      ...Array.from(
        table.totals,
        ({ label, over, cells }): PrintItem => ({
          kind: 'total',
          label,
          over,
          cells: cells.map((content, index) => textOfContent(content, table.columns[over + index]?.percent === true)),
        }),
      ),
    ],
    notes: [...table.notes],
    ...(table.signature === undefined ? {} : { signature: [...table.signature] }),
    ...chartOf(table, items),
    // A layout says its margins; other tables have the program's own look for paper.
    ...(table.margins === undefined ? {} : { look: { fonts: table.fonts, margins: table.margins } }),
  };
}

function chartOf<Row>({ chart, columns }: Table<Row>, items: readonly TableItem<Row>[]): Pick<PrintTable, 'chart'> {
  const [named, measured] = chart ? [columns[chart.categories], columns[chart.values]] : [];
  if (!chart || !named || !measured) return {};
  const bars = items.flatMap((item) => {
    if (item.kind === 'section') return [];
    const share = measured.cell(item.row);
    return typeof share === 'number' ? [{ label: textOfContent(named.cell(item.row), false), share }] : [];
  });
  return { chart: { title: chart.title, bars } };
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
