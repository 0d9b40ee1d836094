import type { FontChoice } from './fonts.ts';
import type { CellPlan, CellStyle, RowPlan, SheetBlock } from './sheet-plan.ts';
import { cellStyle } from './styles.ts';
import type { Table, TableColumn } from './table.ts';
import { brokenLines, heightOf, linesOf, ROW_HEIGHT_MAX } from './text-metrics.ts';

const STACKED_LINE_HEIGHT = 1.5;

type Head = Pick<TableColumn<never>, 'head' | 'groups' | 'width' | 'verticalHead'>;

/** A column's heads from the top, its own last. */
function pathOf({ groups = [], head }: Head): readonly string[] {
  return [...groups.filter((group) => group !== ''), head];
}

function headHeight(columns: readonly Head[], font: FontChoice): number {
  const heights = columns.map((column) =>
    column.verticalHead === true
      ? Math.ceil(column.head.length * font.size * STACKED_LINE_HEIGHT + 8)
      : heightOf(linesOf(column.head, column.width, font.size), font.size),
  );
  return Math.min(ROW_HEIGHT_MAX, Math.max(heightOf(1, font.size) + 4, ...heights));
}

/** Where the head of a level ends that begins at a column: neighbours with the same heads down to there share it. */
function endOfGroup(paths: readonly (readonly string[])[], start: number, level: number): number {
  const wanted = paths[start]?.slice(0, level + 1) ?? [];
  let end = start;
  while ((paths[end + 1]?.length ?? 0) > level + 1 && wanted.every((head, index) => paths[end + 1]?.[index] === head))
    end++;
  return end;
}

/**
 * The rows of heads, from the top: heads of groups over their columns, each column's own head under them, down to the
 * lowest row.
 *
 * @param top the sheet's row of the first one
 */
export function headRows<Row>(
  { columns, fonts }: Pick<Table<Row>, 'columns' | 'fonts'>,
  top: number,
): { readonly rows: readonly RowPlan[]; readonly merges: readonly SheetBlock[] } {
  const font = fonts.head;
  const level = cellStyle(font, { align: 'center' });
  const stacked = cellStyle(font, { align: 'center', vertical: true });
  const lookOf = (column: Head): CellStyle => (column.verticalHead === true ? stacked : level);
  const paths = columns.map(pathOf);
  const depth = Math.max(...paths.map((path) => path.length));
  const merges: SheetBlock[] = [];
  const rows = Array.from({ length: depth - 1 }, (_, row): RowPlan => {
    const cells: CellPlan[] = [];
    let lines = 1;
    for (let start = 0; start < columns.length; ) {
      const column = columns[start];
      const path = paths[start] ?? [];
      if (!column) break;
      const own = path.length - 1;
      if (own <= row) {
        // Its own head, merged down from the row where its groups end.
        cells.push({ value: own === row ? column.head : null, style: lookOf(column) });
        if (own === row) merges.push({ top: top + row, left: start + 1, bottom: top + depth - 1, right: start + 1 });
        start++;
        continue;
      }
      const end = endOfGroup(paths, start, row);
      const width = columns.slice(start, end + 1).reduce((sum, each) => sum + each.width, 0);
      // Over one narrow column a name takes several lines, broken here so that none is cut.
      const text = brokenLines(path[row] ?? '', width, font.size);
      lines = Math.max(lines, text.split('\n').length);
      for (let index = start; index <= end; index++) cells.push({ value: index === start ? text : null, style: level });
      if (end > start) merges.push({ top: top + row, left: start + 1, bottom: top + row, right: end + 1 });
      start = end + 1;
    }
    return { height: heightOf(lines, font.size), cells };
  });
  const lowest: RowPlan = {
    height: headHeight(columns, font),
    cells: columns.map((column, index) => ({
      value: paths[index]?.length === depth ? column.head : null,
      style: lookOf(column),
    })),
  };
  return { rows: [...rows, lowest], merges };
}
