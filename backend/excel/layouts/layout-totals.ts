import type { LayoutRowKind } from '#shared/domain/layout-def.ts';
import type { LayoutField } from '#shared/domain/layout-fields.ts';
import { ROLE_LABELS, ROLE_MARKS, ROLES } from '#shared/domain/role.ts';
import type { CellContent } from '../sheet-plan.ts';
import type { TableTotal } from '../table.ts';
import { CELLS } from './cells/all-cells.ts';
import type { PlacedColumn, TotalLine } from './numbered-rows.ts';
import type { AgencyRow, LayoutInput, ReportRow, RowOf, TaskLine } from './records.ts';

type Line = { readonly label: string; readonly line: TotalLine };

const ALL: Line = { label: '合计', line: { kind: 'all' } };

/** Sums below the table; none where no column is added up, or nothing stands before it for the label. */
export function totalsOf<Row>(columns: readonly PlacedColumn<Row>[], rows: readonly Row[]): readonly TableTotal[] {
  const first = columns.findIndex(({ source }) => source.summed);
  if (first < 1 || rows.length === 0) return [];
  const asks = (expands: LayoutField['expands']) => columns.some(({ source }) => source.expands === expands);
  return linesOf(asks('agencies'), asks('stretches')).map(({ label, line }) => ({
    label,
    over: first,
    cells: columns.slice(first).map(({ sum }) => sum?.(rows, line) ?? null),
  }));
}

function linesOf(withMarks: boolean, withStretches: boolean): readonly Line[] {
  if (withStretches)
    return [
      { label: '已报合计', line: { kind: 'pieces', of: 'received' } },
      { label: '欠报合计', line: { kind: 'pieces', of: 'short' } },
    ];
  if (!withMarks) return [ALL];
  return [
    ALL,
    ...ROLES.map((role) => ({
      label: `其中：${ROLE_LABELS[role]} ${ROLE_MARKS[role]}`,
      line: { kind: 'role', role } as const,
    })),
  ];
}

/** How many tasks the agency at a place holds, or all of them together. */
export function sumOfMarks(rows: readonly TaskLine[], line: TotalLine, place?: number): CellContent {
  if (line.kind === 'pieces') return null;
  let count = 0;
  for (const { marks } of rows)
    for (const mark of marks)
      if ((place === undefined || mark.agency === place) && (line.kind === 'all' || mark.role === line.role))
        count += 1;
  return place === undefined ? count : count || null;
}

/** What came, or is short, in one stretch. */
export function sumOfStretch(rows: readonly ReportRow[], line: TotalLine, index: number): CellContent {
  if (line.kind !== 'pieces') return null;
  return rows.reduce((total, { cells }) => total + (cells[index]?.[line.of] ?? 0), 0) || null;
}

/** How a plain column of a row kind is added up; `undefined`: not at all. */
export function plainSum<Kind extends LayoutRowKind>(
  kind: Kind,
  source: LayoutField,
  input: LayoutInput,
): ((rows: readonly RowOf[Kind][], line: TotalLine) => CellContent) | undefined {
  if (kind === 'task' && source.field === 'dutyCount')
    return (rows, line) => sumOfMarks(rows as readonly TaskLine[], line);
  if (kind === 'agency' && source.format === 'share')
    return (rows) => shareOfAll(rows as readonly AgencyRow[], source.field === 'doneRate' ? 'done' : 'reported');
  if (!source.summed) return undefined;
  const cell = CELLS[kind][source.field];
  return (rows, line) => {
    if (line.kind === 'role' || (line.kind === 'pieces' && line.of !== source.field)) return null;
    return rows.reduce((total, row) => {
      const content = cell?.(row, input);
      return total + (typeof content === 'number' ? content : 0);
    }, 0);
  };
}

function shareOfAll(rows: readonly AgencyRow[], part: 'done' | 'reported'): CellContent {
  const sum = (field: 'done' | 'reported' | 'owed'): number =>
    rows.reduce((total, { tally }) => total + tally[field], 0);
  return sum('owed') === 0 ? null : sum(part) / sum('owed');
}
