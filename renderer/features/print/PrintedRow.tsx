import type { PrintColumn } from '#shared/domain/print-table.ts';
import type { PlacedRow } from './layout/fill-pages.ts';
import type { LaidColumn } from './layout/plan-columns.ts';

export type PrintedRowProps = {
  readonly rows: readonly PlacedRow[];
  readonly at: number;
  /** The columns of this page. */
  readonly columns: readonly LaidColumn[];
  /** The table's columns, which say how their cells are aligned. */
  readonly align: readonly Pick<PrintColumn, 'align'>[];
};

const ALIGN_CLASSES = { left: 'printed-left', center: undefined, right: 'printed-right' } as const;

/** One row of a page, with its cells' lines as the layout broke them. */
export function PrintedRow({ rows, at, columns, align }: PrintedRowProps) {
  const placed = rows[at];
  if (!placed) return null;
  const { row } = placed;
  const style = { height: `${placed.height}mm` };
  switch (row.kind) {
    case 'section':
      return (
        <tr style={style} className="printed-section">
          <th scope="rowgroup" colSpan={columns.length}>
            {row.text}
          </th>
        </tr>
      );
    case 'total': {
      const under = columns.filter(({ index }) => index < row.over).length;
      return (
        <tr style={style} className="printed-total">
          {under > 0 ? (
            <th scope="row" colSpan={under}>
              {row.label}
            </th>
          ) : null}
          {columns.slice(under).map(({ index }) => (
            <td key={index}>{row.cells[index - row.over]}</td>
          ))}
        </tr>
      );
    }
    case 'row':
      return (
        <tr style={style}>
          {columns.map(({ index }) => {
            const cell = row.cells[index];
            const goesOn = cell?.joined === true && at > 0;
            if (!cell || goesOn) return null;
            const span = rowsDown(rows, at, index);
            return (
              <td
                key={index}
                className={ALIGN_CLASSES[align[index]?.align ?? 'center']}
                data-light={cell.light ?? undefined}
                rowSpan={span > 1 ? span : undefined}
              >
                {cell.lines.join('\n')}
              </td>
            );
          })}
        </tr>
      );
  }
}

/** How many rows of the page a cell stands over. */
function rowsDown(rows: readonly PlacedRow[], at: number, column: number): number {
  let span = 1;
  for (;;) {
    const below = rows[at + span]?.row;
    if (below?.kind !== 'row' || below.cells[column]?.joined !== true) return span;
    span += 1;
  }
}
