import type { LayoutColumn, LayoutRowKind } from '#shared/domain/layout-def.ts';
import { type LayoutField, layoutField } from '#shared/domain/layout-fields.ts';
import { fillPlaceholders } from '#shared/domain/placeholders.ts';
import { AppError } from '#shared/errors.ts';
import type { Table, TableChart } from '../table.ts';
import { CELLS } from './cells/all-cells.ts';
import { lightColour } from './cells/cell.ts';
import { agencyColumns, stretchColumns } from './expanded-columns.ts';
import { itemsOf } from './layout-items.ts';
import { plainSum, totalsOf } from './layout-totals.ts';
import type { NumberedRow, PlacedColumn } from './numbered-rows.ts';
import type { DescribedLayout, LayoutInput, RowOf } from './records.ts';

/**
 * A layout drawn up as a table: its words filled in, its columns looked up in the cells of its row kind. Rows go by one
 * at a time, except where there are sums below.
 *
 * @throws AppError LAYOUT_FIELD_UNKNOWN
 */
export function layoutTable<Kind extends LayoutRowKind>({
  kind,
  input,
  rows,
}: DescribedLayout<Kind>): Table<NumberedRow<RowOf[Kind]>> {
  const { def } = input;
  const columns = shownColumns(kind, input);
  // Sums need all rows, and there are as many as agencies or tasks; the rows of a ledger have none.
  const kept = def.totals && kind !== 'entry' ? [...(rows as Iterable<RowOf[Kind]>)] : undefined;
  const worded = (text: string): string => fillPlaceholders(text, input.words);
  const chart = chartOf(input, columns);
  return {
    sheetName: input.sheetName,
    title: worded(def.title),
    unitLine: { left: worded(def.unitLine.left), right: worded(def.unitLine.right) },
    columns,
    items: itemsOf(kind, input, kept ?? (rows as Iterable<RowOf[Kind]>)),
    totals: kept ? totalsOf(columns, kept) : [],
    notes: def.notes.map(worded).filter((note) => note.trim() !== ''),
    signature: def.signature.map(worded),
    ...(chart ? { chart } : {}),
    fonts: def.fonts,
    paper: def.paper,
    orientation: def.orientation,
    margins: def.margins,
    rowKey: ({ row }) => rowKeyOf(row, input),
    frozenColumns: Math.min(def.frozenColumns, columns.length),
  };
}

/** A table has a column at least: when nothing is in any of them, they stand there empty. */
function shownColumns<Kind extends LayoutRowKind>(kind: Kind, input: LayoutInput): PlacedColumn<RowOf[Kind]>[] {
  const { columns } = input.def;
  const shown = columns.filter(({ field, whenFilled }) => !whenFilled || input.filled.includes(field));
  for (const some of [shown, columns]) {
    const all = some.flatMap((column): PlacedColumn<RowOf[Kind]>[] => drawn(kind, column, input));
    if (all.length > 0) return all;
  }
  // Only columns for each agency, or each stretch, and there is none of them.
  return columns.flatMap((column): PlacedColumn<RowOf[Kind]>[] => drawn(kind, { ...column, field: 'blank' }, input));
}

function drawn<Kind extends LayoutRowKind>(
  kind: Kind,
  column: LayoutColumn,
  input: LayoutInput,
): PlacedColumn<RowOf[Kind]>[] {
  const source = layoutField(kind, column.field);
  if (!source) throw new AppError('LAYOUT_FIELD_UNKNOWN', { field: column.field });
  // Only rows of a task have marks, and only those of a regular duty stretches: the registry says so.
  if (source.expands === 'agencies') return agencyColumns(column, source, input) as PlacedColumn<RowOf[Kind]>[];
  if (source.expands === 'stretches') return stretchColumns(column, source, input) as PlacedColumn<RowOf[Kind]>[];
  const cell = CELLS[kind][column.field];
  const merged = column.merged && isJoined(source, input);
  return [
    {
      source,
      head: fillPlaceholders(column.head, input.words),
      groups: column.groups.map((group) => fillPlaceholders(group, input.words)),
      width: column.width,
      align: column.align,
      verticalHead: column.verticalHead,
      percent: source.format === 'share',
      sum: plainSum(kind, source, input),
      cell: ({ row, serial, group }) => {
        if (column.field === 'serial') return column.merged ? group : serial;
        return cell ? cell(row, input) : null;
      },
      ...(merged ? { mergeKey: keyOf(kind, source, column) } : {}),
      ...(source.format === 'light' ? { light: ({ row }) => lightColour(row) } : {}),
    },
  ];
}

/** Rows of one agency stand together only where the layout puts them so. */
function isJoined({ subject, field }: LayoutField, { def }: LayoutInput): boolean {
  if (field === 'serial') return true;
  if (subject === 'row') return false;
  return subject !== 'agency' || def.sections === 'agency' || def.split !== 'none';
}

/** What the rows of one merged cell have in common. */
function keyOf<Row extends RowOf[LayoutRowKind]>(
  kind: LayoutRowKind,
  { subject }: LayoutField,
  { field }: LayoutColumn,
): (placed: NumberedRow<Row>) => number | string {
  if (field === 'serial') return ({ group }) => group;
  if (subject === 'agency') return ({ row }) => ('agency' in row ? (row.agency ?? -1) : -1);
  if (subject === 'target' && kind === 'target') return ({ row }) => ('target' in row ? row.target : -1);
  return ({ row }) => ('task' in row ? row.task : -1);
}

/** Bars of the first share in the table, by agency or by what else a row is called. */
function chartOf<Row>({ def, words }: LayoutInput, columns: readonly PlacedColumn<Row>[]): TableChart | undefined {
  if (def.chart === 'none') return undefined;
  const values = columns.findIndex(({ source }) => source.format === 'share');
  const named = ['agencyShort', 'agency', 'target', 'title'].map((name) =>
    columns.findIndex(({ source }) => source.field === name),
  );
  const categories = named.find((index) => index >= 0);
  const column = columns[values];
  if (!column || categories === undefined) return undefined;
  const period = words['期'] ? `（${words['期']}）` : '';
  return {
    title: `${columns[categories]?.source.subject === 'agency' ? '各单位' : ''}${column.head}${period}`,
    categories,
    values,
  };
}

/** What a row is about, the same in every export: see Table.rowKey. */
function rowKeyOf(row: RowOf[LayoutRowKind], { tasks, agencies }: LayoutInput): string {
  const task = 'task' in row ? String(tasks[row.task]?.number ?? '') : '';
  const agency = 'agency' in row && row.agency !== null ? (agencies[row.agency]?.name ?? '') : '';
  const more = 'target' in row ? row.tally.target : 'days' in row ? `${row.kind} ${row.period} ${row.dueOn ?? ''}` : '';
  return [task, agency, more].filter((part) => part !== '').join('/');
}
