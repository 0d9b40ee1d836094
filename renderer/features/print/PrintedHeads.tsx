import type { HeadCell } from './layout/lay-heads.ts';
import type { PrintLayout, PrintPage } from './layout/lay-out.ts';

export type PrintedHeadsProps = { readonly page: PrintPage; readonly layout: PrintLayout };

/** The rows of heads of a page, shared heads above, each column's own one below. */
export function PrintedHeads({ page, layout: { heads } }: PrintedHeadsProps) {
  const stacked = { height: `${heads.heights.at(-1) ?? 0}mm` };
  const own = (cell: HeadCell) => (
    <th key={cell.column} scope="col" rowSpan={cell.down} className={cell.vertical ? 'printed-stacked' : undefined}>
      <div style={cell.vertical ? { ...stacked, fontSize: `${cell.scale}em` } : undefined}>{cell.lines.join('\n')}</div>
    </th>
  );
  return (
    <thead style={{ fontSize: `${heads.font}mm` }}>
      {page.heads.map((cells, level) => (
        // Rows of a finished layout never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <tr key={level} style={{ height: `${heads.heights[level] ?? 0}mm` }}>
          {cells.map((cell) =>
            cell.shared ? (
              <th key={`shared-${cell.column}`} className="printed-group" scope="colgroup" colSpan={cell.across}>
                {cell.lines.join('\n')}
              </th>
            ) : (
              own(cell)
            ),
          )}
        </tr>
      ))}
    </thead>
  );
}
