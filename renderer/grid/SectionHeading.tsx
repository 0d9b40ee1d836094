import type { CustomCellRendererProps } from 'ag-grid-react';
import type { GridContext } from './grid-context.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** The heading of a section, across the whole width. Ten of them in a plan: a component costs nothing here. */
export function SectionHeading({ data, context }: CustomCellRendererProps<MatrixRow, unknown, GridContext>) {
  if (data?.kind !== 'section') return null;
  return (
    <button
      type="button"
      className="section-heading"
      tabIndex={-1}
      aria-expanded={!data.folded}
      title={data.folded ? '展开本章' : '折叠本章'}
      onClick={() => context.actions.onFoldSection(data.sectionId)}
    >
      <span className="section-fold" aria-hidden>
        {data.folded ? '▸' : '▾'}
      </span>
      <span>{data.heading}</span>
      <span className="section-count">{data.tasks} 项</span>
    </button>
  );
}
