import type { CustomCellRendererProps } from 'ag-grid-react';
import type { MatrixRow } from './matrix-rows.ts';

/** The heading of a section, across the whole width. Ten of them in a plan: a component costs nothing here. */
export function SectionHeading({ data }: CustomCellRendererProps<MatrixRow>) {
  if (data?.kind !== 'section') return null;
  return (
    <div className="section-heading">
      <span>{data.heading}</span>
      <span className="section-count">{data.tasks} 项</span>
    </div>
  );
}
